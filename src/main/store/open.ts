import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import type { Instant } from '../../domain/interval.ts'
import { problems, StoreError, translated } from './errors.ts'
import { migrateDatabase } from './migrate.ts'
import { isSound } from './version.ts'
import { createStore, type Store } from './store.ts'

export interface StoreOptions {
  /** The database file; it and its folder are made when they are not there. */
  readonly file: string
  /** The folder with the SQL of every migration and its journal. */
  readonly migrations: string
  /** Names the backup made before a migration. */
  readonly now: () => Instant
  /** IANA zone of this computer: the studio's until somebody says otherwise. */
  readonly zone: string
  /** A build of the SQLite addon for a runtime the packaged one does not fit. */
  readonly nativeBinding?: string | undefined
  /** A copy of another database: none is made of it before a migration. */
  readonly isCopy?: boolean
}

/**
 * Opens the database, checked and up to date. Throws StoreError: `database-corrupt`,
 * `database-newer`, `database-read-only`, `disk-full`.
 */
export const openStore = (options: StoreOptions): Store => {
  const store = createStore(openDatabase(options))
  if (store.read.settings.getValue('zone') === undefined)
    store.transaction((tx) => tx.settings.update({ zone: options.zone }))
  return store
}

export const openDatabase = (options: Omit<StoreOptions, 'zone'>): Database.Database =>
  translated(() => {
    mkdirSync(dirname(options.file), { recursive: true })
    const client = new Database(options.file, { nativeBinding: options.nativeBinding })
    try {
      // better-sqlite3's build makes WAL default to NORMAL, which a power cut can cost commits.
      client.pragma('busy_timeout = 5000')
      client.pragma('journal_mode = WAL')
      client.pragma('synchronous = FULL')
      client.pragma('trusted_schema = OFF')
      if (!isSound(client)) throw new StoreError(problems.corrupt)
      // A file that only looks writable is found out now, not at the first booking.
      client.exec('begin immediate; rollback')
      migrateDatabase(client, {
        folder: options.migrations,
        now: options.now(),
        nativeBinding: options.nativeBinding,
        isCopy: options.isCopy ?? false,
      })
      client.pragma('foreign_keys = ON')
      return client
    } catch (error) {
      client.close()
      throw error
    }
  })
