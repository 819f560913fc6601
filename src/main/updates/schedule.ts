import { DAY, HOUR, MINUTE, type Instant } from '../../domain/interval.ts'

/** After the start, when everything else has settled. */
const FIRST = 5 * MINUTE
const AGAIN = HOUR
/** After a look that failed. */
const AFTER_FAILURE = 4 * HOUR

interface LookingTimers {
  set(work: () => void, delay: number): unknown
  clear(timer: unknown): void
}

export interface LookingParts {
  readonly timers: LookingTimers
  readonly now: () => Instant
  /** The owner's switch. */
  readonly isWanted: () => boolean
  readonly isBooking: () => boolean
  readonly lookedAt: () => Instant | null
  readonly look: () => Promise<unknown>
}

/** Looks for updates once a day while that is wanted, never during a booking; returns what ends it. */
export const keepLooking = (parts: LookingParts): (() => void) => {
  const { timers, now, isWanted, isBooking, lookedAt, look } = parts
  let triedAt = Number.NEGATIVE_INFINITY
  const isDue = (): boolean =>
    isWanted() &&
    !isBooking() &&
    now() - (lookedAt() ?? Number.NEGATIVE_INFINITY) >= DAY &&
    now() - triedAt >= AFTER_FAILURE
  let timer: unknown
  const again = (delay: number): void => {
    timer = timers.set(() => {
      again(AGAIN)
      if (!isDue()) return
      triedAt = now()
      void look()
    }, delay)
  }
  again(FIRST)
  return () => timers.clear(timer)
}
