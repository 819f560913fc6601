import { z } from 'zod'
import { fail, failed, ok, type Result } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import { installation } from '../caldav/calendar-url.ts'
import { wireFailure } from '../caldav/failure.ts'
import { openSession, type Answer, type Fetch } from '../caldav/session.ts'
import type { RemoteFailure } from '../sync/remote.ts'
import { sentence } from '../../domain/sentence.ts'

export interface Wire {
  readonly fetch: Fetch
  readonly now: () => Instant
}

/** A sign-in under way: where a person goes with the browser, and where we ask how it went. */
export interface LoginFlow {
  readonly baseUrl: string
  readonly loginUrl: string
  readonly pollUrl: string
  readonly token: string
}

/** What the server gives once the person has agreed in the browser. */
export interface Grant {
  readonly baseUrl: string
  readonly username: string
  readonly password: string
}

export type PollAnswer =
  | { readonly kind: 'granted'; readonly grant: Grant }
  | { readonly kind: 'not-yet' }
  /** The line or the server is down for a moment. */
  | { readonly kind: 'later'; readonly failure: RemoteFailure }
  /** `grant` is a password that was given all the same and must be taken back. */
  | { readonly kind: 'refused'; readonly failure: RemoteFailure; readonly grant: Grant | null }

const beginning = z.object({
  poll: z.object({ token: z.string().min(1).max(4_000), endpoint: z.url() }),
  login: z.url(),
})

const granted = z.object({
  server: z.url(),
  loginName: z.string().min(1).max(200),
  appPassword: z.string().min(1).max(1_000),
})

/** These answers are a few hundred characters long. */
const LIMIT = 64 * 1024

const parsed = <T>(schema: z.ZodType<T>, text: string): T | null => {
  if (text.length > LIMIT) return null
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/**
 * The address under the server that answered, so that nothing is ever sent anywhere else; null where
 * `url` names another host. A server behind a proxy often calls itself `http`: its scheme is not
 * taken over.
 */
const onServer = (url: string, answered: string): string | null => {
  const named = new URL(url)
  const server = new URL(answered)
  const isPlain = named.protocol === 'http:' && server.protocol === 'https:'
  if (named.hostname !== server.hostname) return null
  if (named.origin !== server.origin && !isPlain) return null
  return server.origin + named.pathname + named.search
}

const isLoopback = (hostname: string): boolean =>
  /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)

/** What people copy from the browser, without the page they were on. */
const serverOf = (address: string): string =>
  installation(address).replace(/\/(apps|login|settings)(\/.*)?$/, '')

const notOffered = (url: string): Result<never> =>
  fail(
    'not-caldav',
    sentence`${{ host: new URL(url).host }} does not offer to sign in with the browser.`,
    {
      remedy: 'Check the address, or use an app password.',
    },
  )

const strange = (url: string): RemoteFailure => ({
  kind: 'not-caldav',
  ...sentence`${{ host: new URL(url).host }} gave an answer to the sign-in that makes no sense.`,
  remedy: 'Try again. If it stays this way, use an app password.',
})

const elsewhere = (url: string): RemoteFailure => ({
  kind: 'redirect',
  ...sentence`${{ host: new URL(url).host }} wants to hand the sign-in to another server.`,
  remedy: 'Check the address. If it is right, use an app password.',
})

/** The statuses of a server that knows nothing of this way to sign in. */
const unknownThere = new Set([404, 405, 410, 501])

const isHtml = ({ response }: Answer): boolean =>
  /\bhtml\b/i.test(response.headers.get('content-type') ?? '')

/**
 * Asks a Nextcloud for a sign-in with the browser (Login Flow v2). Fails like any request, with
 * `not-caldav` where the server has no such thing, and with `redirect` where it names another one.
 */
export const beginLogin = async (
  address: string,
  wire: Wire,
  signal?: AbortSignal,
): Promise<Result<LoginFlow>> => {
  if (!URL.canParse(address))
    return fail('invalid-input', 'This is not a web address.', { field: 'baseUrl' })
  const baseUrl = serverOf(address)
  const { protocol, hostname } = new URL(baseUrl)
  if (protocol !== 'https:' && !isLoopback(hostname))
    return fail('not-allowed', 'The browser can only be used where the address is https://.', {
      field: 'baseUrl',
      remedy: 'Use https://, or an app password.',
    })
  const answer = await openSession({ baseUrl }, wire).read({
    method: 'POST',
    url: `${baseUrl}/index.php/login/v2`,
    headers: { accept: 'application/json' },
    signal,
  })
  if (!answer.ok)
    return unknownThere.has(answer.error.status ?? 0) ? notOffered(baseUrl) : failed(answer.error)
  const { text, url } = answer.value
  const given = parsed(beginning, text)
  if (!given) return isHtml(answer.value) ? notOffered(url) : failed(strange(url))
  const loginUrl = onServer(given.login, url)
  const pollUrl = onServer(given.poll.endpoint, url)
  if (loginUrl === null || pollUrl === null) return failed(elsewhere(url))
  const answering = new URL(url).origin + new URL(baseUrl).pathname.replace(/\/+$/, '')
  return ok({ baseUrl: answering, loginUrl, pollUrl, token: given.poll.token })
}

const passing = new Set(['unreachable', 'timeout', 'truncated', 'busy-server', 'server-error'])

/** Asks once whether the person has agreed. The token goes to the server that gave it, never elsewhere. */
export const pollLogin = async (
  { baseUrl: asked, pollUrl, token }: LoginFlow,
  wire: Wire,
  signal?: AbortSignal,
): Promise<PollAnswer> => {
  const answer = await openSession({ baseUrl: asked }, wire).read({
    method: 'POST',
    url: pollUrl,
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token }).toString(),
    signal,
  })
  if (!answer.ok) {
    const { error: failure } = answer
    if (failure.status === 404) return { kind: 'not-yet' }
    const isPassing = passing.has(failure.kind) || failure.kind === 'maintenance'
    return isPassing ? { kind: 'later', failure } : { kind: 'refused', failure, grant: null }
  }
  const { text, url } = answer.value
  // The page of a guest network: as good as no network at all.
  if (isHtml(answer.value)) return { kind: 'later', failure: wireFailure('not-caldav', url) }
  const given = parsed(granted, text)
  if (!given) return { kind: 'refused', failure: strange(url), grant: null }
  const { loginName: username, appPassword: password } = given
  const baseUrl = onServer(given.server, url)
  return baseUrl === null
    ? { kind: 'refused', failure: elsewhere(url), grant: { baseUrl: asked, username, password } }
    : { kind: 'granted', grant: { baseUrl: baseUrl.replace(/\/+$/, ''), username, password } }
}
