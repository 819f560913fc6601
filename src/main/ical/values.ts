import ICAL from 'ical.js'
import { DAY, HOUR, MINUTE, type Instant } from '../../domain/interval.ts'
import type { WallClock } from '../../domain/zone.ts'

const { text } = ICAL.design.icalendar.value

/** TEXT, RFC 5545 §3.3.11; control characters, which may not stand in a calendar (§3.1), go. */
export const escapeText = (plain: string): string =>
  text.toICAL(plain.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, ''))

export const unescapeText = (value: string): string =>
  value.includes('\\') ? text.fromICAL(value) : value

/** DATE or DATE-TIME, §3.3.4 and §3.3.5: the digits, and whether they are UTC. */
export interface DateValue {
  readonly kind: 'date' | 'local' | 'utc'
  readonly wall: WallClock
}

const dateTime = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})?(Z)?)?$/i

/** `null` for what is no date, and for days that do not exist (30 February). */
export const parseDate = (value: string): DateValue | null => {
  const match = dateTime.exec(value.trim())
  if (!match) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((digits) => Number(digits ?? 0))
  if (hour > 23 || minute > 59 || second > 60) return null
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  // A leap second is read as the one before it.
  date.setUTCHours(hour, minute, Math.min(second, 59))
  const kind = match[4] === undefined ? 'date' : match[7] === undefined ? 'local' : 'utc'
  return { kind, wall: date.getTime() }
}

/** DURATION, §3.3.6: days are nominal (23 to 25 hours where the clock changes), the rest is exact. */
export interface Duration {
  readonly days: number
  /** ms */
  readonly exact: number
}

const duration = /^([+-])?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i

export const parseDuration = (value: string): Duration | null => {
  const match = duration.exec(value.trim())
  if (!match || !/\d/.test(value)) return null
  const sign = match[1] === '-' ? -1 : 1
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(2)
    .map((digits) => Number(digits ?? 0))
  const length = {
    days: sign * (weeks * 7 + days),
    exact: sign * (hours * HOUR + minutes * MINUTE + seconds * 1000),
  }
  // A century is a mistake, and more would leave what a date can hold.
  return Math.abs(length.days) * DAY + Math.abs(length.exact) < 36_525 * DAY ? length : null
}

/** UTC-OFFSET, §3.3.14, in ms. */
export const parseOffset = (value: string): number | null => {
  const match = /^([+-])(\d{2}):?(\d{2}):?(\d{2})?$/.exec(value.trim())
  if (!match) return null
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(2).map((digits) => Number(digits ?? 0))
  return (match[1] === '-' ? -1 : 1) * (hours * HOUR + minutes * MINUTE + seconds * 1000)
}

/** `20260701T140000` */
export const formatLocal = (wall: WallClock): string =>
  new Date(wall).toISOString().slice(0, 19).replace(/[-:]/g, '')

/** `20260701T200000Z` */
export const formatUtc = (instant: Instant): string => `${formatLocal(instant)}Z`

const two = (n: number): string => String(Math.floor(n)).padStart(2, '0')

/** `-0700`, with seconds where a zone of long ago has them. */
export const formatOffset = (offset: number): string => {
  const size = Math.abs(offset)
  const seconds = (size % MINUTE) / 1000
  return `${offset < 0 ? '-' : '+'}${two(size / HOUR)}${two((size % HOUR) / MINUTE)}${seconds ? two(seconds) : ''}`
}

/** Days since the epoch of the date a wall clock shows. */
export const dayOf = (wall: WallClock): number => Math.floor(wall / DAY)
