import type { Instant } from '../../src/domain/interval.ts'

/** Minutes of each booking here. */
export const LENGTH = 30 * 60_000

/** What a booking looks like, as far as these runs change it. */
export interface BookingState {
  readonly artistId: string
  readonly start: Instant
  readonly description: string
  readonly status: 'PENDING' | 'CONFIRMED' | 'CANCELLED'
}

/** One booking with what was promised about it. */
export interface Entry {
  readonly id: string
  readonly clientName: string
  version: number
  /** The state of the last answer that came; null while the booking itself is not answered. */
  promised: BookingState | null
  /** The state a command asked for whose answer has not come: it may or may not have been taken. */
  unanswered: BookingState | null
  /** An event was put on its time from outside while it was being booked. */
  readonly raced: boolean
}

/** All that a person at the desk, or an artist with a phone, was told is so. */
export interface Ledger {
  readonly entries: Map<string, Entry>
  /** UIDs of the artists' own events, which nobody here may touch. */
  readonly foreign: Set<string>
  /** A start nobody has used yet, so that only a meant race meets anything. */
  readonly freshStart: () => Instant
  readonly freshNumber: () => number
}

/** Half-hours from the midnight after tomorrow's, without end. */
export const openLedger = (now: Instant): Ledger => {
  const day = 86_400_000
  let starts = 0
  let numbers = 0
  return {
    entries: new Map(),
    foreign: new Set(),
    freshStart: () => (Math.floor(now / day) + 2) * day + LENGTH * starts++,
    freshNumber: () => ++numbers,
  }
}

export const isLive = ({ promised, raced }: Entry): boolean =>
  promised !== null && promised.status !== 'CANCELLED' && !raced

export const isSame = (a: BookingState | null, b: BookingState): boolean =>
  a !== null &&
  a.artistId === b.artistId &&
  a.start === b.start &&
  a.description === b.description &&
  a.status === b.status
