import { parseDate as parseCalendarDate, startOfWeek } from '@internationalized/date'
import type { Span } from '../../domain/artist.ts'
import { DAY, HOUR, MINUTE, type Instant, type Interval } from '../../domain/interval.ts'
import { addDays, dateAt, parseDate, weekdayOf, type LocalDate } from '../../domain/zone.ts'
import { words } from '../i18n/words.ts'

/** In which words and whose wall clock times are written. */
export interface Place {
  readonly zone: string
  readonly locale: string
}

const formats = new Map<string, Intl.DateTimeFormat>()

const format = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = locale + JSON.stringify(options)
  let known = formats.get(key)
  if (!known) formats.set(key, (known = new Intl.DateTimeFormat(locale, options)))
  return known
}

const twelveHours = new Map<string, boolean>()

/** True where the locale writes 2 PM rather than 14:00. */
export const uses12Hours = (locale: string): boolean => {
  let twelve = twelveHours.get(locale)
  if (twelve === undefined) {
    twelve = format(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true
    twelveHours.set(locale, twelve)
  }
  return twelve
}

const clock = (locale: string): Intl.DateTimeFormatOptions => ({
  hour: uses12Hours(locale) ? 'numeric' : '2-digit',
  minute: '2-digit',
})

/** `14:30`, or `2:30 PM` where the locale wants it. */
export const formatTime = (instant: Instant, { zone, locale }: Place): string =>
  format(locale, { ...clock(locale), timeZone: zone }).format(instant)

export const formatRange = ({ start, end }: Interval, place: Place): string =>
  `${formatTime(start, place)}–${formatTime(end, place)}`

/** `14:30` for minutes past midnight; 24:00 reads as midnight. */
export const formatMinutes = (minutes: number, locale: string): string =>
  format(locale, { ...clock(locale), timeZone: 'UTC' }).format(minutes * MINUTE)

/** An hour beside the calendar: `14:00`, or `2 PM` where the locale wants it. */
export const formatHour = (minutes: number, locale: string): string =>
  uses12Hours(locale)
    ? format(locale, { hour: 'numeric', timeZone: 'UTC' }).format(minutes * MINUTE)
    : formatMinutes(minutes, locale)

const shortTime = (minutes: number, locale: string): string => {
  if (minutes === 24 * 60 && !uses12Hours(locale)) return '24'
  const hourOnly = minutes % 60 === 0
  if (!uses12Hours(locale)) return hourOnly ? String(minutes / 60) : formatMinutes(minutes, locale)
  const text = format(locale, {
    hour: 'numeric',
    ...(hourOnly ? {} : { minute: '2-digit' }),
    timeZone: 'UTC',
  }).format(minutes * MINUTE)
  return text.toLowerCase().replace(/\s/, '')
}

/** Working hours as `11–19` or `11–13, 14–19`; empty for a day off. */
export const formatSpans = (spans: readonly Span[], locale: string): string =>
  spans.map(({ from, to }) => `${shortTime(from, locale)}–${shortTime(to, locale)}`).join(', ')

const formatDay = (date: LocalDate, locale: string, options: Intl.DateTimeFormatOptions): string =>
  format(locale, { ...options, timeZone: 'UTC' }).format(parseDate(date))

/** English needs no comma between the weekday and the day. */
const withoutComma = (text: string, locale: string): string =>
  locale.startsWith('en') ? text.replace(/^(\p{L}+), (\d)/u, '$1 $2') : text

/** `Tuesday 24 November`. */
export const formatLongDay = (date: LocalDate, locale: string): string =>
  withoutComma(formatDay(date, locale, { weekday: 'long', day: 'numeric', month: 'long' }), locale)

/** `Tue 24 Nov`, with the year where it is not the year of `today`. */
export const formatShortDay = (date: LocalDate, locale: string, today?: LocalDate): string =>
  withoutComma(
    formatDay(date, locale, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      ...(today && today.slice(0, 4) !== date.slice(0, 4) ? { year: 'numeric' as const } : {}),
    }),
    locale,
  )

/** `Tue 24 Nov 2026`. */
export const formatDate = (date: LocalDate, locale: string): string =>
  formatDay(date, locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).replace(/^(\p{L}+), (\d)/u, '$1 $2')

/** `Tue 24`. */
export const formatWeekday = (date: LocalDate, locale: string): string =>
  `${formatDay(date, locale, { weekday: 'short' })} ${formatDay(date, locale, { day: 'numeric' })}`

const formatSpan = (
  first: LocalDate,
  last: LocalDate,
  locale: string,
  month: 'long' | 'short',
): string =>
  format(locale, { day: 'numeric', month, timeZone: 'UTC' })
    .formatRange(parseDate(first), parseDate(last))
    .replaceAll('\u2009', ' ')
    .replace(/(\d) – (\d)/, '$1–$2')

/** `23–29 November`, from the first day to the last. */
export const formatDays = (first: LocalDate, last: LocalDate, locale: string): string =>
  formatSpan(first, last, locale, 'long')

/** `23–29 Nov`, where there is little room. */
export const formatShortDays = (first: LocalDate, last: LocalDate, locale: string): string =>
  formatSpan(first, last, locale, 'short')

/** The seven days, Monday first. */
export const weekdayNames = (locale: string, weekday: 'long' | 'short' = 'long'): string[] =>
  Array.from({ length: 7 }, (_, day) =>
    format(locale, { weekday, timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + day)),
  )

/** The first day of the week around `date`, as the locale counts weeks. */
export const weekStart = (date: LocalDate, locale: string): LocalDate =>
  startOfWeek(parseCalendarDate(date), locale).toString()

/** `Tue 24 Nov, 14:30`. */
export const formatMoment = (instant: Instant, place: Place): string =>
  `${formatShortDay(dateAt(instant, place.zone), place.locale)}, ${formatTime(instant, place)}`

/** `Tue 14:30`, for a day that is named beside it or near. */
export const formatWeekdayTime = (instant: Instant, place: Place): string => {
  const weekday = formatDay(dateAt(instant, place.zone), place.locale, { weekday: 'short' })
  return `${weekday} ${formatTime(instant, place)}`
}

/** A start beside a form for `date`: `14:30` on that day, `Thu 14:30` within the week after, else with its date. */
export const formatNear = (instant: Instant, date: LocalDate, place: Place): string => {
  const day = dateAt(instant, place.zone)
  if (day === date) return formatTime(instant, place)
  return day > date && day < addDays(date, 7)
    ? formatWeekdayTime(instant, place)
    : formatMoment(instant, place)
}

/** A moment that is past: `14:30` today, `Tue 14:30` within the week before, else with its date. */
export const formatSince = (instant: Instant, today: LocalDate, place: Place): string => {
  const day = dateAt(instant, place.zone)
  if (day === today) return formatTime(instant, place)
  return day > addDays(today, -7) ? formatWeekdayTime(instant, place) : formatMoment(instant, place)
}

/** `Tue 24 Nov, 14:30–16:30`. */
export const formatWhen = (interval: Interval, place: Place): string =>
  `${formatShortDay(dateAt(interval.start, place.zone), place.locale)}, ${formatRange(interval, place)}`

/** The number of the week in which `date` lies, ISO 8601. */
export const weekNumber = (date: LocalDate): number => {
  const thursday = parseDate(date) + (3 - weekdayOf(date)) * DAY
  const newYear = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1)
  return Math.floor((thursday - newYear) / (7 * DAY)) + 1
}

/** `just now`, `2 min ago`, `3 h ago`, then the moment itself. */
export const formatAgo = (instant: Instant, now: Instant, place: Place): string => {
  const past = now - instant
  if (past < MINUTE) return words.common.time.justNow
  if (past < HOUR) return words.common.time.minutesAgo(Math.floor(past / MINUTE))
  if (past < 12 * HOUR) return words.common.time.hoursAgo(Math.floor(past / HOUR))
  return formatMoment(instant, place)
}

/** How long something has waited: `2 h`, `1 day`, `6 days`. */
export const formatAge = (instant: Instant, now: Instant): string => {
  const past = Math.max(0, now - instant)
  if (past < HOUR) return words.common.time.minutes(Math.floor(past / MINUTE))
  if (past < DAY) return words.common.time.hours(Math.floor(past / HOUR))
  return words.common.time.days(Math.floor(past / DAY))
}

/** `30 min`, `1 h`, `1 h 30`. */
export const formatDuration = (minutes: number): string => {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const { time } = words.common
  if (hours === 0) return time.minutes(rest)
  return rest === 0 ? time.hours(hours) : time.hoursMinutes(hours, rest)
}
