import { failed, ok } from '../../domain/failure.ts'
import type { Fetched, RemoteObject } from '../sync/remote.ts'
import { multigetBody } from './bodies.ts'
import { headerEtag } from './etag.ts'
import { wireFailure } from './failure.ts'
import { normalHref, objectUrl } from './href.ts'
import type { ObjectAnswer } from './object-answer.ts'
import type { Session, WireResult } from './session.ts'

const batchSize = 500
const atOnce = 2

/** The objects whose text came along. */
export const objectsIn = ({ members }: ObjectAnswer): RemoteObject[] =>
  members.flatMap(({ href, etag, text }) => (text === null ? [] : [{ href, etag, text }]))

/** One object by GET, unpacked, as packing on the way weakens its ETag. Null when there is none. */
export const getObject = async (
  session: Session,
  calendarUrl: string,
  href: string,
  signal?: AbortSignal,
): Promise<WireResult<RemoteObject | null>> => {
  const url = objectUrl(calendarUrl, href)
  const answer = await session.read({
    method: 'GET',
    url,
    headers: { 'accept-encoding': 'identity', accept: 'text/calendar' },
    signal,
  })
  if (!answer.ok) {
    const { status } = answer.error
    return status === 404 || status === 410 ? ok(null) : answer
  }
  const { response, text } = answer.value
  if (text.trimStart().startsWith('<')) return failed(wireFailure('not-caldav', url))
  return ok({ href: normalHref(href, calendarUrl), etag: headerEtag(response.headers), text })
}

/** Failures that lie with one object; the rest of a batch may be fine. */
const ofOneObject = new Set(['server-error', 'forbidden', 'too-large', 'not-caldav'])

const join = (parts: readonly Fetched[]): Fetched => ({
  found: parts.flatMap(({ found }) => found),
  missing: parts.flatMap(({ missing }) => missing),
  unreadable: parts.flatMap(({ unreadable }) => unreadable),
})

const fetchSingly = async (
  session: Session,
  calendarUrl: string,
  hrefs: readonly string[],
  signal?: AbortSignal,
): Promise<WireResult<Fetched>> => {
  const found: RemoteObject[] = []
  const missing: string[] = []
  const unreadable: string[] = []
  for (const href of hrefs) {
    const got = await getObject(session, calendarUrl, href, signal)
    if (got.ok && got.value) found.push(got.value)
    else if (got.ok) missing.push(href)
    else if (got.error.status !== undefined && ofOneObject.has(got.error.kind))
      unreadable.push(href)
    else return got
  }
  return ok({ found, missing, unreadable })
}

/**
 * One multiget (RFC 4791 §7.9). sabre leaves missing objects out and older ones refuse the whole
 * batch with 404, so a batch that fails is halved, and what was left out is asked for by itself.
 */
const fetchBatch = async (
  session: Session,
  calendarUrl: string,
  hrefs: readonly string[],
  signal?: AbortSignal,
): Promise<WireResult<Fetched>> => {
  if (hrefs.length <= 1) return fetchSingly(session, calendarUrl, hrefs, signal)
  const answer = await session.askObjects({
    method: 'REPORT',
    url: calendarUrl,
    headers: { depth: '1', 'content-type': 'application/xml; charset=utf-8' },
    body: multigetBody(hrefs),
    signal,
  })
  if (!answer.ok) {
    const divisible = answer.error.status === 404 || answer.error.kind === 'too-large'
    if (!divisible) return answer
    const middle = Math.ceil(hrefs.length / 2)
    const first = await fetchBatch(session, calendarUrl, hrefs.slice(0, middle), signal)
    if (!first.ok) return first
    const second = await fetchBatch(session, calendarUrl, hrefs.slice(middle), signal)
    return second.ok ? ok(join([first.value, second.value])) : second
  }
  const wanted = new Set(hrefs)
  const found = objectsIn(answer.value).filter(({ href }) => wanted.delete(href))
  const missing = answer.value.members
    .filter(({ status, href }) => (status === 404 || status === 410) && wanted.delete(href))
    .map(({ href }) => href)
  const rest = await fetchSingly(session, calendarUrl, [...wanted], signal)
  return rest.ok ? ok(join([{ found, missing, unreadable: [] }, rest.value])) : rest
}

/** The texts behind `hrefs`, in batches, two at a time. */
export const fetchObjects = async (
  session: Session,
  calendarUrl: string,
  hrefs: readonly string[],
  signal?: AbortSignal,
): Promise<WireResult<Fetched>> => {
  const wanted = [...new Set(hrefs.map((href) => normalHref(href, calendarUrl)))]
  const batches: string[][] = []
  for (let at = 0; at < wanted.length; at += batchSize)
    batches.push(wanted.slice(at, at + batchSize))
  const parts: Fetched[] = []
  for (let at = 0; at < batches.length; at += atOnce) {
    const answers = await Promise.all(
      batches
        .slice(at, at + atOnce)
        .map((batch) => fetchBatch(session, calendarUrl, batch, signal)),
    )
    for (const answer of answers) {
      if (!answer.ok) return answer
      parts.push(answer.value)
    }
  }
  return ok(join(parts))
}
