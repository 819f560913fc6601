import type { Availability } from '../../domain/availability.ts'
import type { Failure, Result } from '../../domain/failure.ts'
import type { Interval } from '../../domain/interval.ts'

/** A time somebody may want; `ignoring` is the appointment being moved. */
export interface Wish extends Interval {
  readonly artistId: string
  readonly ignoring?: string
}

/** What is known about a wish so far. */
export interface Check {
  /** `asking` until the last answer that will come has come. */
  readonly phase: 'idle' | 'asking' | 'settled'
  readonly answer: Availability | null
  readonly failure: Failure | null
}

export const idle: Check = { phase: 'idle', answer: null, failure: null }

export const DEBOUNCE_MS = 150

interface Ports {
  readonly ask: (wish: Wish & { from: 'local' | 'server' }) => Promise<Result<Availability>>
  /** Calls back once after `ms`; the returned function calls it off. */
  readonly later: (ms: number, then: () => void) => () => void
  readonly show: (check: Check) => void
}

export interface AvailabilityWatch {
  /** Looks at another wish, or at none; answers about the one before are dropped. */
  readonly look: (wish: Wish | null) => void
  /** Asks the local copy again after it changed, and the server where that says something else. */
  readonly again: () => void
}

const sameVerdict = (a: Availability, b: Availability): boolean =>
  a.available === b.available && a.reason === b.reason && a.message === b.message

/**
 * Follows one wish at a time: 150 ms after the last change the local copy answers, then the server.
 * Each look has a number, and an answer with an older number is dropped, whenever it comes.
 */
export const watchAvailability = ({ ask, later, show }: Ports): AvailabilityWatch => {
  let turn = 0
  let callOff: (() => void) | null = null
  let wanted: Wish | null = null
  let check = idle

  const put = (next: Check): void => {
    check = next
    show(next)
  }

  const question = async (wish: Wish, mine: number): Promise<void> => {
    const local = await ask({ ...wish, from: 'local' })
    if (mine !== turn) return
    put({
      phase: 'asking',
      answer: local.ok ? local.value : null,
      failure: local.ok ? null : local.error,
    })
    await askServer(wish, mine)
  }

  const askServer = async (wish: Wish, mine: number): Promise<void> => {
    const server = await ask({ ...wish, from: 'server' })
    if (mine !== turn) return
    put({
      phase: 'settled',
      answer: server.ok ? server.value : check.answer,
      failure: server.ok ? null : server.error,
    })
  }

  const askAgain = async (): Promise<void> => {
    const mine = turn
    const before = check.answer
    if (!wanted || check.phase !== 'settled' || !before) return
    const local = await ask({ ...wanted, from: 'local' })
    if (mine !== turn || check.answer !== before || !local.ok) return
    if (sameVerdict(local.value, before)) return
    put({ phase: 'asking', answer: local.value, failure: null })
    await askServer(wanted, mine)
  }

  return {
    look: (wish) => {
      const mine = ++turn
      callOff?.()
      wanted = wish
      if (!wish) return put(idle)
      put({ phase: 'asking', answer: null, failure: null })
      callOff = later(DEBOUNCE_MS, () => void question(wish, mine))
    },

    again: () => void askAgain(),
  }
}
