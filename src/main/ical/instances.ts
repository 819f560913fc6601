import { DAY, type Instant, type Interval } from '../../domain/interval.ts'
import type { WallClock } from '../../domain/zone.ts'
import type { CalendarEvent } from './event.ts'
import { instanceKey, type Moment } from './moment.ts'
import { expandRule, isExact, type Rule } from './rule.ts'
import { dayOf, type Duration } from './values.ts'

/** One instance of a recurrence set, before overrides. */
export interface EventInstance {
  readonly moment: Moment
  readonly length: Duration
}

export interface RecurrenceSet {
  readonly instances: EventInstance[]
  /** Time in which there are more instances than anybody counts: taken as a whole. */
  readonly solid: Interval[]
}

/** More in one event than an hourly one has in two years. */
const MAX_INSTANCES = 20_000

/** §3.8.5.3 wants one. Each costs as much as the first, and a broken file may have hundreds. */
const MAX_RULES = 10

/** The last wall clock UNTIL lets through; a DATE lets its whole day through. */
const untilOf = (rule: Rule, start: Moment): WallClock => {
  if (!rule.until) return Infinity
  const { kind, wall } = rule.until
  if (kind === 'date') return wall + DAY - 1
  if (kind === 'local') return wall
  const local = start.zone.toWall(wall)
  // For all-day events some write the UTC of midnight, some the digits of the day: both are let in.
  return start.kind === 'date' ? Math.max(wall, local) : local
}

/**
 * A test for the instances that EXDATE or RECURRENCE-ID name. A DATE names those of a timed event on
 * that day; a time names no day of an all-day event (the value types must agree, §3.8.4.4).
 */
export const matcher = (named: readonly Moment[], start: Moment): ((moment: Moment) => boolean) => {
  const keys = new Set<number>()
  const days = new Set<number>()
  for (const moment of named) {
    if (moment.kind === 'date') days.add(dayOf(moment.wall))
    else if (start.kind !== 'date') keys.add(moment.instant)
  }
  return (moment) => keys.has(moment.instant) || (days.size > 0 && days.has(dayOf(moment.wall)))
}

/**
 * The instances of `event` that may touch [from, to) when each starts up to `lead` ms before its
 * time: DTSTART, RRULE and RDATE, less EXRULE and EXDATE, RFC 5545 §3.8.5.3. DTSTART counts whether or
 * not it fits the rule: nothing is freed because a rule is wrong.
 */
export const recurrenceSet = (
  event: CalendarEvent,
  start: Moment,
  from: Instant,
  to: Instant,
  lead: number,
): RecurrenceSet => {
  const { zone, kind } = start
  const at = (wall: WallClock): Moment => ({ kind, zone, wall, instant: zone.toInstant(wall) })
  const on = (instant: Instant): Moment => ({ kind, zone, wall: zone.toWall(instant), instant })
  const first = zone.toWall(from) - lead - DAY
  const last = zone.toWall(to) + lead + DAY
  const expand = (rule: Rule): Moment[] | undefined => {
    const until = Math.min(last, untilOf(rule, start))
    return isExact(rule)
      ? expandRule(rule, start.instant, zone.toInstant(first), zone.toInstant(until))?.map(on)
      : expandRule(rule, start.wall, first, until)?.map(at)
  }

  const set = new Map<number, EventInstance>()
  const allDay = kind === 'date'
  const add = (moment: Moment, length: Duration) =>
    set.set(instanceKey(moment, allDay), { moment, length })
  const solid: Interval[] = []
  add(start, event.length)
  for (const [index, rule] of event.rules.entries()) {
    const moments = index < MAX_RULES ? expand(rule) : undefined
    if (moments && moments.length <= MAX_INSTANCES) {
      for (const moment of moments) add(moment, event.length)
      continue
    }
    const end = Math.min(to, zone.toInstant(Math.min(last, untilOf(rule, start))) + lead)
    solid.push({ start: Math.max(start.instant, from), end })
  }
  for (const { moment, length } of event.extraDates) add(moment, length ?? event.length)
  // What is beyond the limit frees nothing.
  for (const rule of event.exceptionRules.slice(0, MAX_RULES))
    for (const moment of expand(rule) ?? []) set.delete(instanceKey(moment, allDay))

  const isException = matcher(event.exceptionDates, start)
  const instances = [...set.values()].filter(({ moment }) => !isException(moment))
  return { instances, solid }
}
