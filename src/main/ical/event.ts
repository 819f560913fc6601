import { DAY, type Instant } from '../../domain/interval.ts'
import type { WallClock } from '../../domain/zone.ts'
import type { ContentLine } from './content-line.ts'
import { type Component, findLine, findLines, type ParsedText, textOf } from './parse.ts'
import { parseRule, type Rule } from './rule.ts'
import { dayOf, type Duration, parseDate, parseDuration } from './values.ts'
import type { EventStatus } from './wire.ts'
import { ianaZone, utc, zoneFinder, type ZoneRule } from './zones.ts'

/** A DATE or DATE-TIME with the zone it is read in. */
export interface Moment {
  /** `floating`: no zone was given, the studio's is used (§3.3.5). A `date` begins at its midnight. */
  readonly kind: 'date' | 'floating' | 'fixed'
  readonly wall: WallClock
  readonly zone: ZoneRule
  readonly instant: Instant
}

/** An RDATE, §3.8.5.2; a period brings its own length. */
export interface ExtraDate {
  readonly moment: Moment
  readonly length: Duration | null
}

/** A VEVENT, read. */
export interface CalendarEvent {
  readonly component: Component
  readonly uid: string
  /** `null`: the event has no time that can be read. */
  readonly start: Moment | null
  /** DTEND as it stands there; `length` has it, DURATION and what §3.6.1 says without either. */
  readonly end: Moment | null
  readonly length: Duration
  readonly recurrenceId: Moment | null
  /** `RANGE=THISANDFUTURE`, §3.2.13. */
  readonly andFuture: boolean
  readonly rules: Rule[]
  /** EXRULE of RFC 2445: obsolete, still met. */
  readonly exceptionRules: Rule[]
  readonly extraDates: ExtraDate[]
  readonly exceptionDates: Moment[]
  readonly summary: string
  readonly status: EventStatus | null
  readonly transparent: boolean
  readonly private: boolean
}

const statuses = ['TENTATIVE', 'CONFIRMED', 'CANCELLED'] as const

const tokenOf = (component: Component, name: string): string =>
  (findLine(component, name)?.value ?? '').trim().toUpperCase()

/** Where `length` after `start` ends: days on the wall clock, the rest in real time, §3.3.6. */
export const endOf = (start: Moment, length: Duration): Instant =>
  (length.days === 0 ? start.instant : start.zone.toInstant(start.wall + length.days * DAY)) +
  length.exact

/** §3.8.5.3: with DTEND all instances last exactly as long; all-day ones as many days. */
const lengthTo = (start: Moment, end: Moment): Duration => {
  if (start.kind !== 'date') return { days: 0, exact: end.instant - start.instant }
  const wall = start.zone.toWall(end.instant) - start.wall
  return { days: dayOf(wall), exact: wall - dayOf(wall) * DAY }
}

/** Reads the events of a file; what cannot be read goes into `warnings`. `zone`: the studio's, IANA. */
export const readEvents = (
  parsed: ParsedText,
  zone: string,
  warnings: string[],
): CalendarEvent[] => {
  const studio = ianaZone(zone)
  const findZone = zoneFinder(parsed.timezones)
  const warn = (sentence: string) => {
    if (!warnings.includes(sentence)) warnings.push(sentence)
  }

  const momentOf = (value: string, line: ContentLine): Moment | null => {
    const date = parseDate(value)
    if (!date) {
      warn(`${line.name} has a value that is no date.`)
      return null
    }
    const { wall } = date
    // A DATE has no zone, whatever its TZID says: §3.2.19.
    if (date.kind === 'date')
      return { kind: 'date', wall, zone: studio, instant: studio.toInstant(wall) }
    if (date.kind === 'utc') return { kind: 'fixed', wall, zone: utc, instant: wall }
    const tzid = line.params.get('TZID')
    const named = tzid === undefined ? null : findZone(tzid)
    if (tzid !== undefined && !named)
      warn(`The time zone “${tzid.slice(0, 80)}” is unknown; the studio's was used.`)
    return named
      ? { kind: 'fixed', wall, zone: named, instant: named.toInstant(wall) }
      : { kind: 'floating', wall, zone: studio, instant: studio.toInstant(wall) }
  }

  const momentIn = (component: Component, name: string): Moment | null => {
    const line = findLine(component, name)
    return line ? momentOf(line.value, line) : null
  }

  const lengthOf = (component: Component, start: Moment, end: Moment | null): Duration => {
    const none = { days: start.kind === 'date' ? 1 : 0, exact: 0 }
    const line = findLine(component, 'DURATION')
    const given = line ? parseDuration(line.value) : null
    if (line && !given) warn('DURATION has a value that is no duration.')
    const length = end ? lengthTo(start, end) : given
    if (!length) return none
    if (endOf(start, length) >= start.instant + (start.kind === 'date' ? 1 : 0)) return length
    if (start.kind !== 'date') warn('The event ends before it starts.')
    return none
  }

  const rulesOf = (component: Component, name: string): Rule[] =>
    findLines(component, name)
      .map((line) => {
        const rule = parseRule(line.value)
        if (!rule) warn(`${name} cannot be understood; only the dates given one by one count.`)
        return rule
      })
      .filter((rule) => rule !== null)

  const datesOf = (component: Component, name: string): ExtraDate[] =>
    findLines(component, name)
      .flatMap((line) => line.value.split(',').map((value) => ({ line, value })))
      .filter(({ value }) => value.trim() !== '')
      .map(({ line, value }) => {
        const [first = '', second] = value.split('/')
        const moment = momentOf(first, line)
        if (!moment || second === undefined) return moment && { moment, length: null }
        const end = /^[+-]?P/i.test(second) ? null : momentOf(second, line)
        const length = end
          ? { days: 0, exact: end.instant - moment.instant }
          : parseDuration(second)
        return { moment, length }
      })
      .filter((date) => date !== null)

  const readEvent = (component: Component): CalendarEvent => {
    const start = momentIn(component, 'DTSTART')
    const end = momentIn(component, 'DTEND')
    const status = tokenOf(component, 'STATUS')
    return {
      component,
      uid: findLine(component, 'UID')?.value.trim() ?? '',
      start,
      end,
      length: start ? lengthOf(component, start, end) : { days: 0, exact: 0 },
      recurrenceId: momentIn(component, 'RECURRENCE-ID'),
      andFuture:
        findLine(component, 'RECURRENCE-ID')?.params.get('RANGE')?.toUpperCase() ===
        'THISANDFUTURE',
      rules: rulesOf(component, 'RRULE'),
      exceptionRules: rulesOf(component, 'EXRULE'),
      extraDates: datesOf(component, 'RDATE'),
      exceptionDates: datesOf(component, 'EXDATE').map((date) => date.moment),
      summary: textOf(component, 'SUMMARY'),
      status: statuses.find((known) => known === status) ?? null,
      transparent: tokenOf(component, 'TRANSP') === 'TRANSPARENT',
      private: ['PRIVATE', 'CONFIDENTIAL'].includes(tokenOf(component, 'CLASS')),
    }
  }

  return parsed.events.map(readEvent)
}

/** 0 when there is none, §3.8.7.4. */
export const sequenceOf = (component: Component): number => {
  const sequence = Number(findLine(component, 'SEQUENCE')?.value)
  return Number.isSafeInteger(sequence) && sequence > 0 ? sequence : 0
}

/** What tells one instance from another: the day of an all-day event, else the instant. */
export const instanceKey = (moment: Moment, allDay: boolean): number =>
  allDay ? dayOf(moment.wall) : moment.instant
