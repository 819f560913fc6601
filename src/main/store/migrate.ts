import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { backupName, UNFINISHED } from '../../domain/backup-name.ts'
import type { Instant } from '../../domain/interval.ts'
import { finishCopy, type CopyOptions } from './copy.ts'
import { problems, storeFailureOf, StoreError } from './errors.ts'
import { newestApplied, newestKnown } from './version.ts'

/**
 * Brings the tables up to date. A database with data is copied to `backups/` beside it first; one
 * that a newer Linework wrote is refused (`database-newer`).
 */
export const migrateDatabase = (
  client: Database.Database,
  options: {
    readonly folder: string
    readonly now: Instant
    readonly nativeBinding?: string | undefined
    readonly isCopy: boolean
  },
): void => {
  const newest = newestKnown(options.folder)
  const applied = newestApplied(client)
  if (applied !== null && applied > newest) throw new StoreError(problems.newer)
  if (applied === newest) return
  if (applied !== null && !options.isCopy) backUp(client, { ...options, newest })

  // The pragma has no effect inside the migrator's transaction.
  client.pragma('foreign_keys = OFF')
  try {
    migrate(drizzle(client), { migrationsFolder: options.folder })
  } catch (error) {
    // Rolled back: the database is as it was. What the disk refuses has a sentence of its own.
    throw storeFailureOf(error) ? error : new StoreError(problems.notUpgraded, error)
  }
  const broken = client.pragma('foreign_key_check', { simple: true })
  if (broken !== undefined) throw new StoreError(problems.corrupt)
}

/** `VACUUM INTO` copies one consistent state, as the backup API does, and needs no event loop. */
const backUp = (
  client: Database.Database,
  { now, ...options }: CopyOptions & { readonly now: Instant },
): void => {
  const folder = join(dirname(client.name), 'backups')
  mkdirSync(folder, { recursive: true })
  const copy = join(folder, backupName(now, 'migration'))
  rmSync(copy + UNFINISHED, { force: true })
  client.prepare('vacuum into ?').run(copy + UNFINISHED)
  finishCopy(copy + UNFINISHED, copy, options)
}
