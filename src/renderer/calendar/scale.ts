import { MINUTE, type Instant, type Interval } from '../../domain/interval.ts'
import { instantOn, parseDate, toWallClock, type LocalDate } from '../../domain/zone.ts'

/** 15 minutes are a target of 24 px. */
export const PX_PER_MINUTE = 1.6

export const DAY_MINUTES = 24 * 60

/** Minutes past midnight of `date` on the wall clock; outside the day it is cut at its edges. */
export const minuteOn = (instant: Instant, date: LocalDate, zone: string): number => {
  const minutes = (toWallClock(instant, zone) - parseDate(date)) / MINUTE
  return Math.min(Math.max(minutes, 0), DAY_MINUTES)
}

/** An hour that comes twice in autumn would have no height; no card is lower than a quarter hour. */
const SHORTEST = 15

export interface Stretch {
  readonly from: number
  readonly to: number
}

/** The part of `interval` on `date`, in minutes; null when none of it is. */
export const stretchOn = (
  { start, end }: Interval,
  date: LocalDate,
  zone: string,
): Stretch | null => {
  const midnight = instantOn(date, 0, zone)
  const nextMidnight = instantOn(date, DAY_MINUTES, zone)
  if (end <= midnight || start >= nextMidnight) return null
  const from = Math.min(minuteOn(start, date, zone), DAY_MINUTES - SHORTEST)
  return { from, to: Math.max(minuteOn(end, date, zone), from + SHORTEST) }
}

/** A length of so many minutes in CSS, and `px` more; each grid says how high a minute is in it. */
export const minutesHigh = (minutes: number, px = 0): string =>
  `calc(${minutes} * var(--minute) + ${px}px)`

export const toPx = (minutes: number, pxPerMinute = PX_PER_MINUTE): number => minutes * pxPerMinute

/** The start of the slot under `px` from the top of the column, on the grid counted from midnight. */
export const slotAt = (px: number, grid: number, pxPerMinute = PX_PER_MINUTE): number => {
  const minutes = Math.floor(px / pxPerMinute / grid) * grid
  return Math.min(Math.max(minutes, 0), DAY_MINUTES - grid)
}

/** What of the day lies outside `open`, which is in order and does not overlap. */
export const outside = (open: readonly Stretch[]): Stretch[] => {
  const edges = [0, ...open.flatMap(({ from, to }) => [from, to]), DAY_MINUTES]
  const closed: Stretch[] = []
  for (let at = 0; at < edges.length; at += 2) {
    const from = edges[at] ?? 0
    const to = edges[at + 1] ?? DAY_MINUTES
    if (to > from) closed.push({ from, to })
  }
  return closed
}
