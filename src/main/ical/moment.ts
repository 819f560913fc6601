import { DAY, type Instant } from '../../domain/interval.ts'
import type { WallClock } from '../../domain/zone.ts'
import { dayOf, type Duration } from './values.ts'
import type { ZoneRule } from './zones.ts'

/** A DATE or DATE-TIME with the zone it is read in. */
export interface Moment {
  /** `floating`: no zone was given, the studio's is used (§3.3.5). A `date` begins at its midnight. */
  readonly kind: 'date' | 'floating' | 'fixed'
  readonly wall: WallClock
  readonly zone: ZoneRule
  readonly instant: Instant
}

/** Where `length` after `start` ends: days on the wall clock, the rest in real time, §3.3.6. */
export const endOf = (start: Moment, length: Duration): Instant =>
  (length.days === 0 ? start.instant : start.zone.toInstant(start.wall + length.days * DAY)) +
  length.exact

/** §3.8.5.3: with DTEND all instances last exactly as long; all-day ones as many days. */
export const lengthTo = (start: Moment, end: Moment): Duration => {
  if (start.kind !== 'date') return { days: 0, exact: end.instant - start.instant }
  const wall = start.zone.toWall(end.instant) - start.wall
  return { days: dayOf(wall), exact: wall - dayOf(wall) * DAY }
}

/** What tells one instance from another: the day of an all-day event, else the instant. */
export const instanceKey = (moment: Moment, allDay: boolean): number =>
  allDay ? dayOf(moment.wall) : moment.instant
