import { DAY, type Instant } from '../../domain/interval.ts'
import type { Store } from '../store/store.ts'
import type { Timers } from './engine.ts'

/** Runs that went well and found nothing are most of the log and of no interest after a week. */
const UNEVENTFUL = 7 * DAY

/** Rows per transaction: the desk must not wait for it. */
const SLICE = 2_000

/** Milliseconds between two slices. */
const BREATH = 50

/** Removes what is older than the settings want to keep, once a day; returns what ends that. */
export const keepLogShort = (store: Store, timers: Timers, now: () => Instant): (() => void) => {
  let timer: unknown
  const tidy = (): void => {
    const { logDays } = store.read.settings.get()
    const removed = store.transaction((tx) =>
      tx.syncLogs.removeOld(
        { before: now() - logDays * DAY, uneventfulBefore: now() - UNEVENTFUL },
        SLICE,
      ),
    )
    timer = timers.set(tidy, removed < SLICE ? DAY : BREATH)
  }
  timer = timers.set(tidy, BREATH)
  return () => timers.clear(timer)
}
