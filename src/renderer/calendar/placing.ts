import { MINUTE, type Instant, type Interval } from '../../domain/interval.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { instantOn, parseDate, toWallClock, type LocalDate } from '../../domain/zone.ts'
import { DAY_MINUTES } from './scale.ts'

/** What is being placed: a booking moved as a whole, its end, or a new one drawn on free time. */
export type Subject =
  | {
      readonly kind: 'move'
      readonly appointment: AppointmentView
      /** Minutes from the booking's start to where it is held. */
      readonly grip: number
    }
  | { readonly kind: 'resize'; readonly appointment: AppointmentView }
  | { readonly kind: 'draw'; readonly artistId: string; readonly anchor: number }

/** A point of the calendar: minutes past midnight of a date's wall clock, between slots too. */
export interface Spot {
  readonly date: LocalDate
  readonly minute: number
}

/** Minutes of the wall clock from midnight of `date`; of another day they are below 0 or above 1440. */
export const minutesFrom = (date: LocalDate, instant: Instant, zone: string): number =>
  (toWallClock(instant, zone) - parseDate(date)) / MINUTE

const clamp = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), high)

/** `minute` on the slot grid, which counts from midnight. */
const snap = (minute: number, grid: number): number => Math.round(minute / grid) * grid

/**
 * The time `subject` takes when it is held at `spot`, on a grid of `grid` minutes of the wall clock.
 * A booking that moves keeps its length in real minutes, also where the clocks change.
 */
export const placeAt = (subject: Subject, spot: Spot, grid: number, zone: string): Interval => {
  const { date, minute } = spot
  const on = (minutes: number): Instant => instantOn(date, minutes, zone)
  if (subject.kind === 'move') {
    const { start, end } = subject.appointment
    const lowest = Math.min(0, minutesFrom(date, start, zone))
    const from = on(clamp(snap(minute - subject.grip, grid), lowest, DAY_MINUTES - grid))
    return { start: from, end: from + end - start }
  }
  if (subject.kind === 'resize') {
    const { start } = subject.appointment
    const end = on(clamp(snap(minute, grid), 0, DAY_MINUTES))
    return { start, end: Math.max(end, start + grid * MINUTE) }
  }
  const anchor = Math.floor(subject.anchor / grid) * grid
  if (minute < anchor) {
    const from = Math.floor(Math.max(0, minute) / grid) * grid
    return { start: on(from), end: on(anchor + grid) }
  }
  const to = clamp(Math.ceil(minute / grid) * grid, anchor + grid, DAY_MINUTES)
  return { start: on(anchor), end: on(to) }
}

/** Whether a drop would leave everything as it is. */
export const isUnchanged = (subject: Subject, artistId: string, time: Interval): boolean =>
  subject.kind !== 'draw' &&
  subject.appointment.artistId === artistId &&
  subject.appointment.start === time.start &&
  subject.appointment.end === time.end
