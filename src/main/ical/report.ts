import { DAY, type Instant, type Interval, merge } from '../../domain/interval.ts'
import { fromWallClock } from '../../domain/zone.ts'
import { busyOf } from './busy.ts'
import { readEvents } from './event.ts'
import { type Component, findLine, type ParsedText, parseText } from './parse.ts'
import { dayOf, formatUtc, parseDate } from './values.ts'
import { ianaName } from './zones.ts'

/** Busy time as text: instants as `20260701T200000Z`, intervals merged and cut at the window. */
export interface BusyReport {
  /** [from, to); `null` when the file has no event with a time. */
  window: [string, string] | null
  busy: [string, string][]
  warnings: string[]
}

export interface ReportOptions {
  /** IANA; floating times and dates are read in it. */
  zone: string
  /** Leave out events with TRANSP:TRANSPARENT. */
  freeDoesNotBlock: boolean
  /** What is not given is the file's own. */
  from?: Instant | undefined
  to?: Instant | undefined
}

const DAYS = 800

/** Where a DTSTART stands, by the name of its zone alone. */
const instantOf = (event: Component, studio: string): Instant[] => {
  const line = findLine(event, 'DTSTART')
  const date = line && parseDate(line.value)
  if (!date) return []
  if (date.kind === 'utc') return [date.wall]
  return [fromWallClock(date.wall, ianaName(line.params.get('TZID') ?? '') ?? studio)]
}

const windowOf = ({ calendars }: ParsedText, options: ReportOptions): Interval | null => {
  const events = calendars[0]?.children.filter(({ name }) => name === 'VEVENT') ?? []
  const starts = events.flatMap((event) => instantOf(event, options.zone))
  const first = starts.reduce((least, start) => Math.min(least, start), Infinity)
  const from = options.from ?? (dayOf(first) - 1) * DAY
  const to = options.to ?? from + DAYS * DAY
  return Number.isFinite(from) && Number.isFinite(to) ? { start: from, end: to } : null
}

/**
 * What one calendar file keeps busy, for people and tests. The file's own window begins at 0:00 UTC of
 * the day before the earliest DTSTART of its first calendar, and lasts 800 days.
 */
export const busyReport = (text: string, options: ReportOptions): BusyReport => {
  const parsed = parseText(text)
  const { warnings } = parsed
  const events = readEvents(parsed, options.zone, warnings)
  const window = windowOf(parsed, options)
  if (!window) return { window: null, busy: [], warnings: [...warnings] }
  const { start: from, end: to } = window
  const { busy } = busyOf(events, { from, to }, warnings)
  const blocking = busy
    .filter((instance) => !(options.freeDoesNotBlock && instance.transparent))
    .map(({ start, end }) => ({ start: Math.max(start, from), end: Math.min(end, to) }))
  return {
    window: [formatUtc(from), formatUtc(to)],
    busy: merge(blocking).map(({ start, end }) => [formatUtc(start), formatUtc(end)]),
    warnings: [...warnings],
  }
}
