import type Database from 'better-sqlite3'
import { readMigrationFiles } from 'drizzle-orm/migrator'

/** When the newest migration in `folder` was made. */
export const newestKnown = (folder: string): number =>
  Math.max(...readMigrationFiles({ migrationsFolder: folder }).map((one) => one.folderMillis))

/** When the newest migration in the database was made; null for an empty database. */
export const newestApplied = (client: Database.Database): number | null => {
  const table = client
    .prepare(`select 1 from sqlite_master where type = 'table' and name = '__drizzle_migrations'`)
    .get()
  if (!table) return null
  const newest = client.prepare('select max(created_at) from __drizzle_migrations').pluck().get()
  return newest === null ? null : Number(newest)
}

export const isSound = (client: Database.Database): boolean =>
  client.pragma('quick_check(1)', { simple: true }) === 'ok'
