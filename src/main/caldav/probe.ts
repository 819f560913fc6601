import { ok } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Remote, RemoteResult } from '../sync/remote.ts'
import { wireFailure } from './failure.ts'
import { normalHref } from './href.ts'

const stamp = (instant: Instant): string =>
  new Date(instant).toISOString().replaceAll(/[-:]|\.\d+/g, '')

/** How the UID of every such event begins. */
export const probePrefix = 'linework-test-'

export const isProbe = (uid: string): boolean => uid.startsWith(probePrefix)

/** When an event of ours was made, from its DTSTAMP; the beginning of time where it has none. */
export const probeTime = (text: string): Instant => {
  const [, ...parts] =
    /^DTSTAMP:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/m.exec(text)?.map(Number) ?? []
  const [year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** An event nobody meets: far in the future, an hour long, marked free. */
const probeText = (uid: string, now: Instant): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Linework//Connection test//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp(now)}`,
    'DTSTART:20991231T030000Z',
    'DTEND:20991231T040000Z',
    'SUMMARY:Linework connection test',
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')

/**
 * Writes an event, reads it again and removes it. It is removed whatever happens in between, also
 * when the answer to the write was lost. Fails like `put`, `get` and `remove` do.
 */
export const probeWriting = async (
  remote: Remote,
  calendarUrl: string,
  { id, now }: { readonly id: string; readonly now: Instant },
  signal?: AbortSignal,
): Promise<RemoteResult<void>> => {
  const href = normalHref(`${probePrefix}${id}.ics`, calendarUrl)
  const text = probeText(probePrefix + id, now)
  const written = await remote.put(calendarUrl, href, text, { create: true }, signal)
  if (!written.ok && written.error.status !== undefined) return written
  const seen = await remote.get(calendarUrl, href, signal)
  // Not under the caller's signal: a test that is given up must not leave its event behind.
  const removed = await remote.remove(calendarUrl, href, null)
  if (!written.ok) return written
  if (!seen.ok) return seen
  if (seen.value === null) return { ok: false, error: wireFailure('object-gone', calendarUrl) }
  return removed.ok ? ok(undefined) : removed
}
