import { HOUR, MINUTE, SECOND } from './interval.ts'

/** Whether the settings are open to whoever sits at the desk. */
export interface PinState {
  /** False: there is no PIN, and nothing is ever locked. */
  readonly isSet: boolean
  readonly isLocked: boolean
  /** How long no PIN is looked at after wrong ones, ms; 0 when one may be tried. */
  readonly waitMs: number
  /** After how long without an admin's question it locks again, ms; null while it is not open by a PIN. */
  readonly locksInMs: number | null
}

/** Four to twelve digits. */
export const pinPattern = /^\d{4,12}$/

/** What to wait after the third, fourth, … wrong PIN in a row; the last goes for all that follow. */
const waits = [30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR] as const

const FREE_TRIES = 3

/** How long nobody may try after `wrong` wrong PINs in a row, ms. */
export const waitAfter = (wrong: number): number =>
  wrong < FREE_TRIES ? 0 : (waits[wrong - FREE_TRIES] ?? HOUR)
