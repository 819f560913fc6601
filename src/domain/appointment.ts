import type { Instant, Interval } from './interval.ts'

export const statuses = [
  'PENDING',
  'CONFIRMED',
  'ARRIVED',
  'COMPLETED',
  'NO_SHOW',
  'CANCELLED',
] as const

export type Status = (typeof statuses)[number]

export const depositStates = ['none', 'asked', 'paid', 'returned'] as const

export type DepositState = (typeof depositStates)[number]

export interface Appointment {
  readonly id: string
  readonly artistId: string
  readonly clientId: string
  readonly description: string
  readonly start: Instant
  readonly end: Instant
  readonly status: Status
  /** Other times the client would accept, best first. */
  readonly alternates: readonly Interval[]
  readonly depositCents: number | null
  readonly depositState: DepositState
  readonly notes: string
  readonly createdAt: Instant
  readonly updatedAt: Instant
  /** Grows by one with each change: what a second window saw can be told from what is. */
  readonly version: number
  readonly cancelledBy: Actor | null
  readonly cancelReason: string | null
}

/** Who made a change: the front desk, the artist from the calendar, or Linework itself. */
export type Actor = 'desk' | 'artist' | 'system'

/** A live appointment takes up its artist's time; a no-show keeps its event and takes none. */
export const isLive = (status: Status): boolean => status !== 'CANCELLED' && status !== 'NO_SHOW'

/** What each status may become at the desk. */
export const transitions: Record<Status, readonly Status[]> = {
  PENDING: ['CONFIRMED', 'CANCELLED'],
  CONFIRMED: ['PENDING', 'ARRIVED', 'COMPLETED', 'NO_SHOW', 'CANCELLED'],
  ARRIVED: ['CONFIRMED', 'COMPLETED', 'NO_SHOW', 'CANCELLED'],
  COMPLETED: ['ARRIVED', 'CONFIRMED'],
  NO_SHOW: ['CONFIRMED', 'ARRIVED'],
  CANCELLED: [],
}

export const mayBecome = (from: Status, to: Status): boolean =>
  from === to || transitions[from].includes(to)
