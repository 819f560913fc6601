import { fetchHomeUrl, fetchPrincipalUrl, serviceDiscovery } from 'tsdav'
import { failed, ok } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Login, RemoteResult } from '../sync/remote.ts'
import { propfindBody } from './bodies.ts'
import { calendarProperties, calendarRows, type CalendarRow } from './calendar-rows.ts'
import { configuredHome } from './calendar-url.ts'
import { wireFailure, type WireFailure } from './failure.ts'
import { normalCollectionUrl } from './href.ts'
import { openSession, type Fetch, type Session, type WireResult } from './session.ts'

/** After these another address is worth trying; after all others nothing more is sent. */
const elsewhere = new Set(['not-caldav', 'calendar-gone', 'forbidden', 'redirect', 'server-error'])

/**
 * The session as tsdav wants to see it. tsdav follows `/.well-known` by itself, so it is shown the
 * redirect that the session has already followed and checked. What tsdav hides in an Error without
 * a status, or in an empty list, is kept in `failure`; once that is final nothing more is sent, as
 * Nextcloud shuts a whole network out after a few wrong passwords.
 */
const tsdavWire = (
  session: Session,
  signal?: AbortSignal,
): { readonly fetch: typeof fetch; readonly failure: () => WireFailure | null } => {
  let failure: WireFailure | null = null
  const tsdavFetch = async (
    input: RequestInfo | URL,
    init: RequestInit = {},
  ): Promise<Response> => {
    if (failure && !elsewhere.has(failure.kind)) throw new Error(failure.kind)
    const url = input instanceof Request ? input.url : String(input)
    const headers = Object.fromEntries(new Headers(init.headers))
    const { method = 'GET', body } = init
    const sent = await session.send({
      method,
      url,
      headers: method === 'PROPFIND' ? { depth: '0', ...headers } : headers,
      ...(typeof body === 'string' && { body }),
      signal,
    })
    if (!sent.ok) {
      failure = sent.error
      if (sent.error.status === undefined) throw new Error(sent.error.kind)
      return new Response(null, { status: sent.error.status })
    }
    if (init.redirect !== 'manual' || sent.value.url === url) return sent.value.response
    await sent.value.response.body?.cancel().catch(() => undefined)
    return new Response(null, { status: 301, headers: { location: sent.value.url } })
  }
  return { fetch: tsdavFetch, failure: () => failure }
}

/**
 * The account's calendar home (RFC 6764 §6, RFC 4791 §6.2.1). The base URL may be a server, an
 * installation below a path, or any DAV address of it.
 */
export const findHome = async (
  session: Session,
  { baseUrl }: Pick<Login, 'baseUrl'>,
  signal?: AbortSignal,
): Promise<WireResult<string>> => {
  const wire = tsdavWire(session, signal)
  const account = { serverUrl: baseUrl, accountType: 'caldav' } as const
  const wellKnown = await serviceDiscovery({ account, fetch: wire.fetch })
  const nextcloud = `${baseUrl.replace(/\/+$/, '')}/remote.php/dav/`
  for (const rootUrl of new Set([wellKnown, baseUrl, nextcloud])) {
    try {
      const rooted = { ...account, rootUrl }
      const principalUrl = await fetchPrincipalUrl({ account: rooted, fetch: wire.fetch })
      const home = await fetchHomeUrl({ account: { ...rooted, principalUrl }, fetch: wire.fetch })
      return ok(normalCollectionUrl(home))
    } catch {
      const failure = wire.failure()
      if (failure && !elsewhere.has(failure.kind)) return failed(failure)
    }
  }
  return failed(wireFailure('not-caldav', baseUrl))
}

const listCalendars = async (
  session: Session,
  home: string,
  signal?: AbortSignal,
): Promise<WireResult<readonly CalendarRow[]>> => {
  const answer = await session.ask({
    method: 'PROPFIND',
    url: home,
    headers: { depth: '1', 'content-type': 'application/xml; charset=utf-8' },
    body: propfindBody(calendarProperties),
    signal,
  })
  if (!answer.ok) {
    const { kind, status = 404 } = answer.error
    return kind === 'calendar-gone' ? failed(wireFailure('not-caldav', home, { status })) : answer
  }
  // A home shows at least itself; sabre answers with nothing where it denies access.
  if (answer.value.members.length === 0) return failed(wireFailure('forbidden', home))
  return ok(calendarRows(answer.value, home))
}

export interface Home {
  readonly url: string
  readonly calendars: readonly CalendarRow[]
}

export type Locate = () => Promise<WireResult<string>>

/** The first of the places that has calendars; one without any counts only when none has. */
export const firstHome = async (
  session: Session,
  places: readonly Locate[],
  signal?: AbortSignal,
): Promise<WireResult<Home>> => {
  let answer: WireResult<Home> | undefined
  for (const locate of places) {
    const located = await locate()
    const listed = located.ok ? await listCalendars(session, located.value, signal) : located
    if (located.ok && listed.ok) {
      const home: WireResult<Home> = ok({ url: located.value, calendars: listed.value })
      if (listed.value.length > 0) return home
      answer = home
    } else if (!listed.ok) {
      if (!elsewhere.has(listed.error.kind)) return listed
      answer ??= listed
    }
  }
  if (!answer) throw new Error('no place to look for calendars was given')
  return answer
}

/**
 * The calendars for events an account can see. Fails as the server did; `not-caldav` where no
 * calendar server was found at the address.
 */
export const discover = async (
  login: Login,
  wire: { readonly fetch: Fetch; readonly now: () => Instant },
  signal?: AbortSignal,
): Promise<RemoteResult<readonly CalendarRow[]>> => {
  const session = openSession(login, wire)
  const places: Locate[] = [
    () => findHome(session, login, signal),
    () => Promise.resolve(ok(configuredHome(login))),
  ]
  const home = await firstHome(session, places, signal)
  return home.ok ? ok(home.value.calendars) : home
}
