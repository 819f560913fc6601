import { DAY, MINUTE, type Instant } from './interval.ts'

/** A wall-clock moment without a zone, as the number of milliseconds `Date.UTC` gives its digits. */
export type WallClock = number

/** A calendar date, `YYYY-MM-DD`. */
export type LocalDate = string

const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (zone: string): Intl.DateTimeFormat => {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(zone, format)
  }
  return format
}

/** True for an IANA zone name this runtime knows. */
export const isZone = (name: string): boolean => {
  try {
    formatOf(name)
    return true
  } catch {
    return false
  }
}

const measureOffset = (instant: Instant, zone: string): number => {
  const digits: Record<string, number> = {}
  let beforeChrist = false
  for (const { type, value } of formatOf(zone).formatToParts(instant)) {
    if (type === 'era') beforeChrist = value.startsWith('B')
    else if (type !== 'literal') digits[type] = Number(value)
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = digits
  const wall = new Date(0)
  wall.setUTCFullYear(beforeChrist ? 1 - year : year, month - 1, day)
  wall.setUTCHours(hour, minute, second, 0)
  return wall.getTime() - Math.floor(instant / 1000) * 1000
}

/** Offsets by zone and 30-day block; a block in which the offset changes is split at the change. */
const blocks = new Map<string, Map<number, { change: Instant; before: number; after: number }>>()
const BLOCK = 30 * DAY

/** What is added to a UTC instant to read the wall clock in `zone`, in ms. Throws RangeError for an unknown zone. */
export const offsetAt = (instant: Instant, zone: string): number => {
  let known = blocks.get(zone)
  if (!known) blocks.set(zone, (known = new Map()))
  const index = Math.floor(instant / BLOCK)
  let block = known.get(index)
  if (!block) {
    let low = index * BLOCK
    let high = low + BLOCK
    const before = measureOffset(low, zone)
    const after = measureOffset(high, zone)
    if (before === after) {
      // Two changes within a block that cancel out (Ramadan in Morocco) are found halfway.
      const middle = measureOffset(low + BLOCK / 2, zone)
      if (middle !== before) return measureOffset(instant, zone)
    } else {
      while (high - low > 1000) {
        const middle = Math.floor((low + high) / 2000) * 1000
        if (measureOffset(middle, zone) === before) low = middle
        else high = middle
      }
    }
    known.set(index, (block = { change: high, before, after }))
  }
  return instant < block.change ? block.before : block.after
}

export const toWallClock = (instant: Instant, zone: string): WallClock =>
  instant + offsetAt(instant, zone)

/**
 * The instant a wall clock in `zone` shows `wall`. In the hour that is skipped in spring the offset
 * before the change counts (02:30 becomes 03:30), in the hour that comes twice the first one:
 * RFC 5545 §3.3.5.
 */
export const fromWallClock = (wall: WallClock, zone: string): Instant => {
  const earlier = wall - offsetAt(wall - DAY, zone)
  if (earlier + offsetAt(earlier, zone) === wall) return earlier
  const later = wall - offsetAt(wall + DAY, zone)
  return later + offsetAt(later, zone) === wall ? later : earlier
}

/** Midnight at the start of `date` in `zone`; the first instant of the day where midnight is skipped. */
export const startOfDate = (date: LocalDate, zone: string): Instant =>
  fromWallClock(parseDate(date), zone)

export const dateAt = (instant: Instant, zone: string): LocalDate =>
  formatDate(toWallClock(instant, zone))

/** `date` moved by whole days; wall-clock arithmetic, so a day of 23 or 25 hours counts as one. */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  formatDate(parseDate(date) + days * DAY)

/** 0 is Monday, 6 is Sunday. */
export const weekdayOf = (date: LocalDate): number =>
  (new Date(parseDate(date)).getUTCDay() + 6) % 7

export const parseDate = (date: LocalDate): WallClock =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)))

export const formatDate = (wall: WallClock): LocalDate => new Date(wall).toISOString().slice(0, 10)

/** `HH:MM` on the wall clock of `zone`. */
export const timeAt = (instant: Instant, zone: string): string =>
  new Date(toWallClock(instant, zone)).toISOString().slice(11, 16)

/** Minutes since midnight, from `HH:MM`; `24:00` is the end of the day. NaN when it is not a time. */
export const parseTime = (time: string): number => {
  const match = /^(\d{1,2}):(\d{2})$/.exec(time)
  if (!match) return Number.NaN
  const minutes = Number(match[1]) * 60 + Number(match[2])
  return Number(match[2]) < 60 && minutes <= 24 * 60 ? minutes : Number.NaN
}

/** The instant at `minutes` past midnight on `date`. */
export const instantOn = (date: LocalDate, minutes: number, zone: string): Instant =>
  fromWallClock(parseDate(date) + minutes * MINUTE, zone)
