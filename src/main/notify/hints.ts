import type { Timers } from '../sync/engine.ts'

export interface Hints {
  readonly hint: (accountId: string) => void
  /** Forgets what is gathered; later hints count for nothing. */
  readonly close: () => void
}

/** Milliseconds from a hint to the look, so that a burst is one look. */
const GATHER = 1_000

/** Gathers hints: however many come, at most one look per account and second. */
export const gatherHints = (look: (accountId: string) => void, timers: Timers): Hints => {
  const waiting = new Map<string, unknown>()
  let closed = false
  return {
    hint: (accountId) => {
      if (closed || waiting.has(accountId)) return
      const timer = timers.set(() => {
        waiting.delete(accountId)
        look(accountId)
      }, GATHER)
      waiting.set(accountId, timer)
    },
    close: () => {
      closed = true
      for (const timer of waiting.values()) timers.clear(timer)
      waiting.clear()
    },
  }
}
