import type { Interval } from './interval.ts'
import { addDays, dateAt, instantOn, weekdayOf, type LocalDate } from './zone.ts'

/** A stretch of a working day, in minutes past midnight of the studio's wall clock; `to` may be 1440. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Seven days, Monday first; a day off has no spans, a break lies between two. */
export type WeekHours = readonly (readonly Span[])[]

/** A length of appointment with a name, such as “Consultation” or “Half day”. */
export interface Preset {
  readonly name: string
  readonly minutes: number
}

/** Time when an artist is away whatever the hours say; `artistId` null is the whole studio. */
export interface TimeOff extends Interval {
  readonly id: string
  readonly artistId: string | null
  readonly reason: string
}

/** Whether the artist is away then. */
export const concerns = (off: Pick<TimeOff, 'artistId'>, artistId: string): boolean =>
  off.artistId === null || off.artistId === artistId

export interface Artist {
  readonly id: string
  readonly name: string
  /** Which of the twelve inks, 1 to 12: colour and bar style in every view. */
  readonly ink: number
  readonly active: boolean
  readonly hours: WeekHours
  readonly sessionMinutes: number
  /** Minutes kept free before and after each appointment. */
  readonly bufferBefore: number
  readonly bufferAfter: number
  /** Offered in this order. */
  readonly presets: readonly Preset[]
}

/** The order in which new artists get their inks: neighbours stay apart for every kind of sight. */
export const inkOrder = [1, 2, 3, 4, 10, 6, 7, 9, 8, 12, 5, 11] as const

/** Gives one ink after the other: the least used, earliest in `inkOrder`. */
export const inkPicker = (used: readonly number[]): (() => number) => {
  const uses = new Map<number, number>(inkOrder.map((ink) => [ink, 0]))
  for (const ink of used) uses.set(ink, (uses.get(ink) ?? 0) + 1)
  const usesOf = (ink: number): number => uses.get(ink) ?? 0
  return () => {
    const ink = inkOrder.reduce<number>(
      (best, one) => (usesOf(one) < usesOf(best) ? one : best),
      inkOrder[0],
    )
    uses.set(ink, usesOf(ink) + 1)
    return ink
  }
}

/** The ink for the next artist. */
export const nextInk = (used: readonly number[]): number => inkPicker(used)()

export const defaultHours: WeekHours = [0, 1, 2, 3, 4, 5, 6].map((day) =>
  day === 6 ? [] : [{ from: 11 * 60, to: 19 * 60 }],
)

/** The working time on `date` as instants; a day of 23 or 25 hours comes out right. */
export const workingTime = (hours: WeekHours, date: LocalDate, zone: string): Interval[] =>
  (hours[weekdayOf(date)] ?? []).map(({ from, to }) => ({
    start: instantOn(date, from, zone),
    end: instantOn(date, to, zone),
  }))

/**
 * The first instant from `from` on at which anybody with one of these `hours` works and has `length`
 * ms left before the end of a span; null if never.
 */
export const nextWorkingTime = (
  hours: readonly WeekHours[],
  from: number,
  zone: string,
  length = 1,
): number | null => {
  const today = dateAt(from, zone)
  for (let day = 0; day <= 7; day++) {
    const date = addDays(today, day)
    const coming = hours
      .flatMap((week) => workingTime(week, date, zone))
      .filter(({ start, end }) => end - length >= Math.max(start, from))
    if (coming.length > 0) return Math.max(from, Math.min(...coming.map(({ start }) => start)))
  }
  return null
}
