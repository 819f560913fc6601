import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type { Instant } from '../../domain/interval.ts'
import { problems, storeFailureOf, StoreError } from './errors.ts'

const KEPT_BACKUPS = 3

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
  },
): void => {
  const known = readMigrationFiles({ migrationsFolder: options.folder })
  const newest = Math.max(...known.map(({ folderMillis }) => folderMillis))
  const applied = newestApplied(client)
  if (applied !== null && applied > newest) throw new StoreError(problems.newer)
  if (applied === newest) return
  if (applied !== null) backUp(client, options)

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

/** When the newest migration in the database was made; null for an empty database. */
const newestApplied = (client: Database.Database): number | null => {
  const table = client
    .prepare(`select 1 from sqlite_master where type = 'table' and name = '__drizzle_migrations'`)
    .get()
  if (!table) return null
  const newest = client.prepare('select max(created_at) from __drizzle_migrations').pluck().get()
  return newest === null ? null : Number(newest)
}

/** `VACUUM INTO` copies one consistent state, as the backup API does, and needs no event loop. */
const backUp = (
  client: Database.Database,
  { now, nativeBinding }: { readonly now: Instant; readonly nativeBinding?: string | undefined },
): void => {
  const folder = join(dirname(client.name), 'backups')
  mkdirSync(folder, { recursive: true })
  const prefix = `${basename(client.name)}.`
  const copy = join(folder, `${prefix}${new Date(now).toISOString().replaceAll(':', '-')}.bak`)
  rmSync(copy, { force: true })
  client.prepare('vacuum into ?').run(copy)
  checkCopy(copy, nativeBinding)

  const copies = readdirSync(folder).filter((name) => name.startsWith(prefix))
  for (const old of copies.toSorted().slice(0, -KEPT_BACKUPS)) rmSync(join(folder, old))
}

const checkCopy = (file: string, nativeBinding: string | undefined): void => {
  const copy = new Database(file, { readonly: true, nativeBinding })
  try {
    if (!isSound(copy)) throw new StoreError(problems.corrupt)
  } finally {
    copy.close()
  }
}

export const isSound = (client: Database.Database): boolean =>
  client.pragma('quick_check(1)', { simple: true }) === 'ok'
