import type { ContentLine } from './content-line.ts'
import { type Component, findLine, findLines, type ParsedText, textOf } from './parse.ts'
import { endOf, lengthTo, type Moment } from './moment.ts'
import { parseRule, type Rule } from './rule.ts'
import { type Duration, parseDate, parseDuration } from './values.ts'
import type { EventStatus } from './wire.ts'
import { ianaZone, utc, zoneFinder } from './zones.ts'

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
  /** It takes time that could not be read: its start, its length or its recurrence. */
  readonly isPartial: boolean
}

/** Of all events of a file together: each costs a microsecond, and a broken file may have a million. */
const MAX_DATES = 20_000

const statuses = ['TENTATIVE', 'CONFIRMED', 'CANCELLED'] as const

const tokenOf = (component: Component, name: string): string =>
  (findLine(component, name)?.value ?? '').trim().toUpperCase()

/** Reads the events of a file; what cannot be read goes into `warnings`. `zone`: the studio's, IANA. */
export const readEvents = (
  parsed: ParsedText,
  zone: string,
  warnings: Set<string>,
): CalendarEvent[] => {
  const studio = ianaZone(zone)
  const findZone = zoneFinder(parsed.timezones)
  let isPartial = false
  const warn = (sentence: string) => warnings.add(sentence)
  const lose = (sentence: string) => {
    isPartial = true
    warn(sentence)
  }

  const momentOf = (value: string, line: ContentLine): Moment | null => {
    const date = parseDate(value)
    if (!date) {
      // Without an exception more is taken, not less; an override that names nothing stands alone.
      const complain = ['EXDATE', 'RECURRENCE-ID'].includes(line.name) ? warn : lose
      complain(`${line.name} has a value that is no date.`)
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
    if (line && !given && !end) lose('DURATION has a value that is no duration.')
    const length = end ? lengthTo(start, end) : given
    if (!length) return none
    if (endOf(start, length) >= start.instant + (start.kind === 'date' ? 1 : 0)) return length
    if (start.kind !== 'date') lose('The event ends before it starts.')
    return none
  }

  const rulesOf = (component: Component, name: string): Rule[] =>
    findLines(component, name)
      .map((line) => {
        const rule = parseRule(line.value)
        if (!rule && name === 'EXRULE') warn('EXRULE cannot be understood; it excludes nothing.')
        if (!rule && name === 'RRULE') lose('RRULE cannot be understood; only its start counts.')
        return rule
      })
      .filter((rule) => rule !== null)

  let dates = 0
  /** The values of a property that lists dates, as far as they are read at all. */
  const valuesOf = (component: Component, name: string): { line: ContentLine; value: string }[] =>
    findLines(component, name).flatMap((line) => {
      const values = line.value.split(',', MAX_DATES + 1).filter((value) => value.trim() !== '')
      const room = Math.max(0, MAX_DATES - dates)
      // What is beyond the limit frees nothing.
      if (values.length > room) {
        const complain = name === 'EXDATE' ? warn : lose
        complain(`${name} lists more dates than are read.`)
      }
      dates += values.length
      return values.slice(0, room).map((value) => ({ line, value }))
    })

  const datesOf = (component: Component, name: string): ExtraDate[] =>
    valuesOf(component, name)
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
    isPartial = false
    const start = momentIn(component, 'DTSTART')
    if (!start) lose('An event has no start that can be read.')
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
      isPartial,
    }
  }

  return parsed.events.map(readEvent)
}

/** 0 when there is none, §3.8.7.4. */
export const sequenceOf = (component: Component): number => {
  const sequence = Number(findLine(component, 'SEQUENCE')?.value)
  return Number.isSafeInteger(sequence) && sequence > 0 ? sequence : 0
}
