import { DAY } from '../../domain/interval.ts'
import type { WallClock } from '../../domain/zone.ts'
import { dayOf } from './values.ts'

/** Days since the epoch. */
type Day = number

/** The periods of a rule (days, weeks, months, years) in which it takes days, counted from DTSTART's: 0, 1, … */
interface Cadence {
  /** The period that holds the day, or the last one before it. */
  readonly periodAt: (day: Day) => number
  readonly beginsOn: (period: number) => Day
  /** In order. */
  readonly daysIn: (period: number) => readonly Day[]
  /** How many days each whole period takes; null where they differ. */
  readonly each: number | null
}

const CYCLE = 146_097
const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

const modulo = (n: number, by: number): number => ((n % by) + by) % by
/** 0 is Sunday. The epoch was a Thursday. */
const weekdayOf = (day: Day): number => modulo(day + 4, 7)
/** The first of a month; months are counted from the year 0. The Gregorian calendar repeats itself in 400 years. */
const firstOf = (month: number): Day => Date.UTC(400, month) / DAY - CYCLE
const ascending = (days: Iterable<number>): number[] => [...new Set(days)].sort((a, b) => a - b)

const daily = (start: Day, interval: number): Cadence => ({
  periodAt: (day) => Math.floor((day - start) / interval),
  beginsOn: (period) => start + period * interval,
  daysIn: (period) => [start + period * interval],
  each: 1,
})

const weekly = (start: Day, interval: number, names: readonly string[], wkst: string): Cadence => {
  const weekStart = weekdays.indexOf(wkst)
  const offsets = ascending(names.map((name) => modulo(weekdays.indexOf(name) - weekStart, 7)))
  const monday = start - modulo(weekdayOf(start) - weekStart, 7)
  const step = 7 * interval
  const beginsOn = (period: number): Day => monday + period * step
  return {
    periodAt: (day) => Math.floor((day - monday) / step),
    beginsOn,
    daysIn: (period) => offsets.map((offset) => beginsOn(period) + offset),
    each: offsets.length,
  }
}

/** The days of a month of `length` days that begins on `first`. */
type DaysOfMonth = (first: Day, length: number) => readonly Day[]

const byMonthDay =
  (numbers: readonly number[]): DaysOfMonth =>
  (first, length) =>
    numbers
      .map((n) => (n > 0 ? n : length + 1 + n))
      .filter((n) => n >= 1 && n <= length)
      .map((n) => first + n - 1)

const byWeekday = (tokens: readonly string[]): DaysOfMonth => {
  const wanted = tokens.map((token) => ({
    weekday: weekdays.indexOf(token.slice(-2)),
    nth: Number(token.slice(0, -2)),
  }))
  return (first, length) =>
    wanted.flatMap(({ weekday, nth }) => {
      const days: Day[] = []
      for (let at = modulo(weekday - weekdayOf(first), 7); at < length; at += 7)
        days.push(first + at)
      if (nth === 0) return days
      const one = days.at(nth > 0 ? nth - 1 : nth)
      return one === undefined ? [] : [one]
    })
}

/** Every `step` months from the one DTSTART is in; of a year, the `months` given (0 is January). */
const monthly = (
  start: Day,
  step: number,
  months: readonly number[] | null,
  days: DaysOfMonth,
): Cadence => {
  const date = new Date(start * DAY)
  const monthNow = date.getUTCFullYear() * 12 + date.getUTCMonth()
  const origin = months ? monthNow - date.getUTCMonth() : monthNow
  const offsets = months ?? [0]
  const monthAt = (day: Day): number => {
    const then = new Date(day * DAY)
    return then.getUTCFullYear() * 12 + then.getUTCMonth()
  }
  return {
    periodAt: (day) => Math.floor((monthAt(day) - origin) / step),
    beginsOn: (period) => firstOf(origin + period * step),
    daysIn: (period) =>
      ascending(
        offsets.flatMap((offset) => {
          const month = origin + period * step + offset
          const first = firstOf(month)
          return days(first, firstOf(month + 1) - first)
        }),
      ),
    each: null,
  }
}

const known = new Set(['FREQ', 'INTERVAL', 'COUNT', 'WKST', 'BYDAY', 'BYMONTHDAY', 'BYMONTH'])
const listed = (setting: string | undefined): string[] => setting?.split(',') ?? []

/** `null`: not one of the plain rules that are all that most calendars have. */
const cadenceOf = (parts: ReadonlyMap<string, string>, start: WallClock): Cadence | null => {
  if ([...parts.keys()].some((name) => !known.has(name))) return null
  const day = dayOf(start)
  const interval = Number(parts.get('INTERVAL') ?? 1)
  const byDay = listed(parts.get('BYDAY'))
  const monthDays = listed(parts.get('BYMONTHDAY')).map(Number)
  const months = ascending(listed(parts.get('BYMONTH')).map((month) => Number(month) - 1))
  if (byDay.length > 0 && monthDays.length > 0) return null
  const startDate = new Date(start)
  const days =
    byDay.length > 0
      ? byWeekday(byDay)
      : byMonthDay(monthDays.length > 0 ? monthDays : [startDate.getUTCDate()])
  const wkst = parts.get('WKST') ?? 'MO'
  switch (parts.get('FREQ')) {
    case 'DAILY':
      if (monthDays.length + months.length > 0) return null
      if (byDay.length === 0) return daily(day, interval)
      return interval === 1 ? weekly(day, 1, byDay, wkst) : null
    case 'WEEKLY':
      if (monthDays.length + months.length > 0) return null
      return weekly(
        day,
        interval,
        byDay.length > 0 ? byDay : [weekdays[weekdayOf(day)] ?? ''],
        wkst,
      )
    case 'MONTHLY':
      return months.length > 0 ? null : monthly(day, interval, null, days)
    case 'YEARLY':
      if (months.length > 0) return monthly(day, 12 * interval, months, days)
      return byDay.length + monthDays.length > 0
        ? null
        : monthly(day, 12 * interval, [startDate.getUTCMonth()], days)
    default:
      return null
  }
}

/**
 * `expandRule` for the rules that are all that most calendars have, by arithmetic: every so many days,
 * weeks on weekdays, months and years on days of a month. `undefined`: not one of them. `null`: more
 * than `limit`.
 */
export const expandPlain = (
  parts: ReadonlyMap<string, string>,
  start: WallClock,
  from: WallClock,
  to: WallClock,
  limit: number,
): WallClock[] | null | undefined => {
  const cadence = cadenceOf(parts, start)
  if (!cadence) return undefined
  const { periodAt, beginsOn, daysIn, each } = cadence
  const count = Number(parts.get('COUNT') ?? Infinity)
  const [startDay, lastDay] = [dayOf(start), dayOf(to)]
  const time = start - startDay * DAY
  let period = Math.max(0, periodAt(dayOf(Math.max(from, start))))
  let counted = 0
  if (count < Infinity && period > 0) {
    const inFirst = daysIn(0).filter((day) => day >= startDay).length
    // Where the periods differ there is no way but through them; a century has 1200 months.
    if (each === null) period = 0
    else counted = inFirst + (period - 1) * each
  }
  const walls: WallClock[] = []
  for (; counted < count && beginsOn(period) <= lastDay; period += 1)
    for (const day of daysIn(period)) {
      const wall = day * DAY + time
      if (day < startDay) continue
      if (wall > to || ++counted > count) return walls
      if (wall >= from && walls.push(wall) > limit) return null
    }
  return walls
}
