import { fail, ok, type Failure, type Result } from '../../domain/failure.ts'
import { MINUTE, SECOND, type Instant } from '../../domain/interval.ts'
import { waitAfter, type PinState } from '../../domain/pin.ts'
import type { PinRecord, PinShelf } from './pin-file.ts'
import { matchesPin, type PinHash } from './pin-hash.ts'
import { sentence, type Sentence } from '../../domain/sentence.ts'

export interface LockParts {
  readonly shelf: PinShelf
  readonly hash: (pin: string) => Promise<PinHash>
  /** Wall clock: wrong tries are remembered by it across restarts. */
  readonly now: () => Instant
  /** Milliseconds on a clock that nobody can set. */
  readonly elapsed: () => number
  readonly later: (work: () => void, delay: number) => () => void
  /** How long without an admin's question it stays open. */
  readonly minutes: () => number
  readonly onChange: () => void
}

/** Keeps the settings shut while there is a PIN and nobody has entered it. */
export interface AdminLock {
  readonly state: () => PinState
  /** Null lets an admin's question through and counts as using it; otherwise why it is refused. */
  readonly admit: () => Failure | null
  /** Fails with `pin-wrong`, or `pin-wait` when a PIN would not even be looked at. */
  readonly unlock: (pin: string) => Promise<Result<PinState>>
  readonly lock: () => void
  /** Sets or changes the PIN; where there is one, `current` has to be it. It is open afterwards. */
  readonly set: (pin: string, current: string) => Promise<Result<PinState>>
  readonly remove: (current: string) => Promise<Result<PinState>>
  readonly close: () => void
}

const wrongPin = () =>
  fail('pin-wrong', 'This is not the PIN.', {
    remedy: 'Try again. From the third wrong try on it takes longer each time.',
  })

const inWords = (ms: number): Sentence =>
  ms > MINUTE
    ? sentence`${{ minutes: Math.ceil(ms / MINUTE) }} minutes`
    : sentence`${{ seconds: Math.ceil(ms / SECOND) }} s`

export const createAdminLock = (parts: LockParts): AdminLock => {
  const { shelf, hash, now, elapsed, later, minutes, onChange } = parts
  const found = shelf.read()
  let kept: PinRecord | null = found === 'unreadable' ? null : found
  let unreadable = found === 'unreadable'
  /** When it locks again, on the clock that nobody can set; null while it is locked. */
  let openUntil: number | null = null
  let stopTimer: (() => void) | null = null

  // A wall clock that was set back makes nobody wait longer than the whole wait.
  const served = (record: PinRecord): number =>
    Math.min(Math.max(0, now() - record.lastWrongAt), waitAfter(record.wrong))
  let lastWrong = kept ? elapsed() - served(kept) : 0
  const waitMs = (): number =>
    kept ? Math.max(0, waitAfter(kept.wrong) - (elapsed() - lastWrong)) : 0

  const keep = (record: PinRecord | null): void => {
    shelf.write(record)
    kept = record
    unreadable = false
  }
  /** Counts even where it cannot be written. */
  const countTry = (record: PinRecord): void => {
    kept = record
    lastWrong = elapsed()
    shelf.write(record)
  }

  const isOpen = (): boolean => openUntil !== null && elapsed() < openUntil
  const isLocked = (): boolean => unreadable || (kept !== null && !isOpen())

  const shut = (): void => {
    stopTimer?.()
    openUntil = null
  }
  const holdOpen = (): void => {
    stopTimer?.()
    const wait = minutes() * MINUTE
    openUntil = elapsed() + wait
    stopTimer = later(() => {
      shut()
      onChange()
    }, wait)
  }

  const state = (): PinState => ({
    isSet: kept !== null || unreadable,
    isLocked: isLocked(),
    waitMs: waitMs(),
    locksInMs: kept && openUntil !== null && isOpen() ? openUntil - elapsed() : null,
  })
  const changed = (): Result<PinState> => {
    onChange()
    return ok(state())
  }

  /** Null when `pin` is the PIN. A try counts before it is looked at: a kill does not take it back. */
  const verify = async (pin: string): Promise<Result<never> | null> => {
    if (unreadable)
      return fail('pin-needed', 'The file with the PIN cannot be read.', {
        remedy: 'Quit Linework, delete pin.json in its folder, and set a new PIN.',
      })
    if (!kept) return null
    const wait = waitMs()
    if (wait > 0)
      return fail(
        'pin-wait',
        sentence`After so many wrong tries it takes ${{ long: inWords(wait) }}.`,
        {
          remedy: 'Try again then. The README says what to do about a forgotten PIN.',
        },
      )
    const tried = { ...kept, wrong: kept.wrong + 1, lastWrongAt: now() }
    countTry(tried)
    if (!(await matchesPin(pin, tried))) {
      onChange()
      return wrongPin()
    }
    keep({ ...tried, wrong: 0 })
    return null
  }

  return {
    state,
    admit: () => {
      if (isLocked())
        return { kind: 'pin-needed', message: 'The settings are locked.', remedy: 'Enter the PIN.' }
      if (kept) {
        holdOpen()
        onChange()
      }
      return null
    },
    unlock: async (pin) => {
      const refusal = await verify(pin)
      if (refusal) return refusal
      if (kept) holdOpen()
      return changed()
    },
    lock: () => {
      if (!isOpen()) return
      shut()
      onChange()
    },
    set: async (pin, current) => {
      const refusal = await verify(current)
      if (refusal) return refusal
      keep({ ...(await hash(pin)), wrong: 0, lastWrongAt: 0 })
      holdOpen()
      return changed()
    },
    remove: async (current) => {
      const refusal = await verify(current)
      if (refusal) return refusal
      keep(null)
      shut()
      return changed()
    },
    close: () => stopTimer?.(),
  }
}
