import { ok } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Remote, RemoteResult } from '../sync/remote.ts'
import { wireFailure } from './failure.ts'
import { normalHref } from './href.ts'

const stamp = (instant: Instant): string =>
  new Date(instant).toISOString().replaceAll(/[-:]|\.\d+/g, '')

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
  const href = normalHref(`linework-test-${id}.ics`, calendarUrl)
  const text = probeText(`linework-test-${id}`, now)
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
