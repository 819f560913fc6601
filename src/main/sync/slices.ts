import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'

/** Rows per transaction: some five milliseconds, in which nobody else is answered. */
const ROWS = 700

/**
 * Does `work` for every item, some per transaction, and lets the event loop turn in between. `rows` is
 * about how many rows an item writes. What it wrote lasts once a transaction follows.
 */
export const inSlices = async <T>(
  store: Store,
  items: readonly T[],
  rows: (item: T) => number,
  work: (tx: Tables, item: T) => void,
): Promise<void> => {
  const left = items[Symbol.iterator]()
  for (let next = left.next(); !next.done; await nextTurn())
    store.passing((tx) => {
      for (let written = 0; !next.done && written < ROWS; next = left.next()) {
        work(tx, next.value)
        written += rows(next.value)
      }
    })
}
