import { failed, ok } from '../../domain/failure.ts'
import type { Precondition } from '../sync/remote.ts'
import { propfindBody } from './bodies.ts'
import { headerEtag, normalEtag } from './etag.ts'
import { refusedFailure, wireFailure, type WireFailure, type WireKind } from './failure.ts'
import { objectUrl } from './href.ts'
import { readMultistatus, textOf } from './multistatus.ts'
import { getObject } from './objects.ts'
import type { DavRequest, Session, WireResult } from './session.ts'

/** Conditions of RFC 4791 §5.3.2.1 that speak of the object and not of the calendar. */
const aboutObject = new Set([
  'valid-calendar-data',
  'supported-calendar-data',
  'supported-calendar-component',
  'valid-calendar-object-resource',
  'max-resource-size',
])

/** What a status means on a write, where it means something else than on a read. */
const onWrite: Readonly<Record<number, WireKind>> = {
  400: 'object-refused',
  403: 'read-only',
  405: 'read-only',
  409: 'object-refused',
  413: 'object-refused',
  415: 'object-refused',
  422: 'object-refused',
}

const writeFailure = (failure: WireFailure, url: string): WireFailure => {
  const { status = 0, conditions = [] } = failure
  const kind = conditions.includes('no-uid-conflict')
    ? 'uid-conflict'
    : conditions.some((condition) => aboutObject.has(condition))
      ? 'object-refused'
      : onWrite[status]
  return kind === undefined ? failure : wireFailure(kind, url, { status })
}

/** Sends a write. Xandikos reports some refusals inside a 207; they count like any other. */
const write = async (session: Session, request: DavRequest): Promise<WireResult<Headers>> => {
  const { url } = request
  const answer = await session.read(request)
  if (!answer.ok) return failed(writeFailure(answer.error, url))
  const { response, text } = answer.value
  // PHP calls an empty answer HTML; a page in its place comes from somebody else.
  if (/^\s*<(!doctype\s+)?html\b/i.test(text))
    return failed(wireFailure('not-caldav', url, { status: response.status }))
  if (response.status !== 207) return ok(response.headers)
  try {
    const { members } = await readMultistatus(new Blob([text]).stream(), url)
    const refused = members.find(({ status }) => status !== null && status >= 400)
    if (!refused) return ok(response.headers)
    const { status, conditions } = refused
    return failed(writeFailure(refusedFailure({ url, status: status ?? 0, conditions }), url))
  } catch {
    return failed(wireFailure('not-caldav', url, { status: 207 }))
  }
}

const depthZero = (
  session: Session,
  url: string,
  signal?: AbortSignal,
): ReturnType<Session['ask']> =>
  session.ask({
    method: 'PROPFIND',
    url,
    headers: { depth: '0', 'content-type': 'application/xml; charset=utf-8' },
    body: propfindBody(['D:getetag']),
    signal,
  })

/**
 * A 404 or 412 says too little: whether the object, its calendar or only the right to write is
 * missing is looked up. `otherwise` is what is said of an object that is still there.
 */
const explain = async (
  session: Session,
  calendarUrl: string,
  href: string,
  failure: WireFailure,
  signal?: AbortSignal,
): Promise<WireFailure> => {
  const url = objectUrl(calendarUrl, href)
  const { status } = failure
  const extra = status === undefined ? {} : { status }
  const present = await getObject(session, calendarUrl, href, signal)
  if (!present.ok) return present.error
  if (present.value)
    return wireFailure(failure.kind === 'precondition' ? 'precondition' : 'read-only', url, extra)
  const calendar = await depthZero(session, calendarUrl, signal)
  if (!calendar.ok) return calendar.error
  return wireFailure('object-gone', url, extra)
}

/** `PUT` under a precondition; the ETag only where the server gave a strong one. */
export const putObject = async (
  session: Session,
  calendarUrl: string,
  href: string,
  text: string,
  condition: Precondition,
  signal?: AbortSignal,
): Promise<WireResult<{ readonly etag: string | null }>> => {
  const guard =
    'create' in condition ? { 'if-none-match': '*' } : { 'if-match': condition.etag ?? '*' }
  const written = await write(session, {
    method: 'PUT',
    url: objectUrl(calendarUrl, href),
    headers: { 'content-type': 'text/calendar; charset=utf-8', ...guard },
    body: text,
    signal,
  })
  if (written.ok) return ok({ etag: headerEtag(written.value) })
  const { error } = written
  const unclear = error.kind === 'calendar-gone' || error.status === 409
  if (!unclear || error.kind === 'uid-conflict') return written
  // 404, 409 and 410 are also what a calendar answers that is not there (RFC 4918 §9.7.1).
  const reason = await explain(session, calendarUrl, href, error, signal)
  if (reason.kind !== 'object-gone') return failed(reason)
  if (error.status === 409) return written
  return failed('create' in condition ? wireFailure('read-only', calendarUrl, {}) : reason)
}

const currentEtag = async (
  session: Session,
  calendarUrl: string,
  href: string,
  signal?: AbortSignal,
): Promise<WireResult<string>> => {
  const url = objectUrl(calendarUrl, href)
  const answer = await depthZero(session, url, signal)
  if (!answer.ok) {
    const gone = answer.error.kind === 'calendar-gone'
    return gone ? failed(wireFailure('object-gone', url, { status: 404 })) : answer
  }
  const [member] = answer.value.members
  const etag = member && normalEtag(textOf(member, 'D:getetag'))
  // Without a strong ETag there is no telling what would be deleted.
  return etag ? ok(etag) : failed(wireFailure('precondition', url))
}

/** `DELETE` under `If-Match`; a null `etag` means whatever is there now. */
export const removeObject = async (
  session: Session,
  calendarUrl: string,
  href: string,
  etag: string | null,
  signal?: AbortSignal,
): Promise<WireResult<void>> => {
  const current = etag === null ? await currentEtag(session, calendarUrl, href, signal) : ok(etag)
  if (!current.ok) return current
  const written = await write(session, {
    method: 'DELETE',
    url: objectUrl(calendarUrl, href),
    headers: { 'if-match': current.value },
    signal,
  })
  if (written.ok) return ok(undefined)
  const { error } = written
  if (error.kind !== 'calendar-gone' && error.kind !== 'precondition') return written
  return failed(await explain(session, calendarUrl, href, error, signal))
}
