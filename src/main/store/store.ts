import type Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { Topic } from '../../contract/announcements.ts'
import type { Touch } from './connection.ts'
import { translated } from './errors.ts'
import { buildTables, type Tables } from './tables.ts'

export interface Store {
  readonly read: Tables
  /**
   * Runs `work` as one transaction that nobody else writes in (BEGIN IMMEDIATE). After the commit
   * each listener hears once what changed; when `work` throws, nothing did. Not to be nested.
   * Throws StoreError when the disk or the database gives out.
   */
  transaction<T>(work: (tx: Tables) => T): T
  /**
   * The same for what may be told again: a power cut can take it back, a crash cannot. It does not wait
   * for the disk; a `transaction` after it makes both last.
   */
  passing<T>(work: (tx: Tables) => T): T
  /** Returns what ends the subscription. */
  onChange(listener: (topics: ReadonlySet<Topic>) => void): () => void
  /** Moves what was written into the main file, without waiting for readers. */
  checkpoint(): void
  close(): void
}

export const createStore = (client: Database.Database): Store => {
  const listeners = new Set<(topics: ReadonlySet<Topic>) => void>()
  let touched: Set<Topic> | null = null

  const touch: Touch = (...topics) => {
    if (!touched) throw new Error('Write to the store inside a transaction.')
    for (const topic of topics) touched.add(topic)
  }
  const tables = buildTables(drizzle(client), touch)

  const announce = (topics: ReadonlySet<Topic>): void => {
    for (const listener of listeners) {
      try {
        listener(topics)
      } catch (error) {
        // The commit stands: a listener's bug must not look like a failed change.
        queueMicrotask(() => {
          throw error
        })
      }
    }
  }

  const change = <T>(work: (tx: Tables) => T, waits: boolean): T => {
    if (touched) throw new Error('A transaction is already open.')
    const topics = (touched = new Set<Topic>())
    let value
    try {
      if (!waits) client.pragma('synchronous = NORMAL')
      value = translated(() => client.transaction(() => work(tables)).immediate())
    } finally {
      touched = null
      if (!waits) client.pragma('synchronous = FULL')
    }
    if (topics.size > 0) announce(topics)
    return value
  }

  return {
    read: tables,
    transaction: (work) => change(work, true),
    passing: (work) => change(work, false),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    checkpoint() {
      client.pragma('wal_checkpoint(PASSIVE)')
    },
    close() {
      client.pragma('optimize')
      client.pragma('wal_checkpoint(TRUNCATE)')
      client.close()
    },
  }
}
