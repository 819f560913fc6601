import type { Instant, Interval } from '../../domain/interval.ts'
import type { StoredObject } from '../ical/wire.ts'
import type { CalendarRow } from '../store/calendars.ts'
import type { Store } from '../store/store.ts'
import type { Remote, RemoteObject } from './remote.ts'

/** A calendar object with what was read from its text. */
export interface Decoded {
  readonly object: RemoteObject
  readonly content: StoredObject
}

/**
 * Reads calendar objects; an argument, because large pulls are read off the main path. An object that
 * cannot be read to an end is left out: nothing is known of it.
 */
export type Decode = (
  objects: readonly RemoteObject[],
  options: { zone: string; from: Instant; to: Instant },
) => Promise<readonly Decoded[]>

/** What one cycle of one calendar works with. */
export interface CycleContext {
  readonly store: Store
  readonly remote: Remote
  readonly calendarId: string
  readonly now: () => Instant
  readonly random: () => number
  readonly decode: Decode
  readonly signal: AbortSignal
}

/** What a cycle has done, for the log. */
export interface Tally {
  created: number
  updated: number
  deleted: number
  pushed: number
  conflicts: number
}

export const emptyTally = (): Tally => ({
  created: 0,
  updated: 0,
  deleted: 0,
  pushed: 0,
  conflicts: 0,
})

export const calendarOf = ({ store, calendarId }: CycleContext): CalendarRow | undefined =>
  store.read.calendars.get(calendarId)

/** The window in which recurring events are kept as busy intervals: design.md §4. */
export const busyWindow = (calendar: CalendarRow, now: Instant): Interval => {
  const target = targetWindow(now)
  return {
    start: Math.min(calendar.busyFrom ?? target.start, target.start),
    end: Math.max(calendar.busyTo ?? target.end, target.end),
  }
}

const DAY = 86_400_000

/** 90 days back; 24 months ahead and a month in reserve, so that rolling forward is rare. */
export const targetWindow = (now: Instant): Interval => ({
  start: now - 90 * DAY,
  end: now + (731 + 31) * DAY,
})

/** True when less than 24 months ahead are left. */
export const needsRolling = (calendar: CalendarRow, now: Instant): boolean =>
  calendar.busyTo === null || calendar.busyTo < now + 731 * DAY
