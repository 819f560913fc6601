import { create } from 'zustand'
import type { Instant } from '../../domain/interval.ts'

const useClock = create<{ readonly now: Instant }>(() => ({ now: Date.now() }))

/** The current time, fresh to a quarter of a minute. */
export const useNow = (): Instant => useClock((clock) => clock.now)

const tick = (): void => useClock.setState({ now: Date.now() })

/** Keeps `useNow` going; returns what stops it. */
export const startClock = (): (() => void) => {
  const timer = setInterval(tick, 15_000)
  return () => clearInterval(timer)
}
