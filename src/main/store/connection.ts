import type Database from 'better-sqlite3'
import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Topic } from '../../contract/announcements.ts'

/** `$client` is for what is written by the ten thousand: a query builder costs as much as the write. */
export type Connection = BetterSQLite3Database & { readonly $client: Database.Database }

/** Said before each write, with the topics it changes; throws outside a transaction. */
export type Touch = (...topics: Topic[]) => void

/** Some columns of a row; what is undefined stays as it is. */
export type Patch<Row> = { readonly [Column in keyof Row]?: Row[Column] | undefined }

/** Stands for what is looked up in a statement of `byKey`. */
export const sought = sql.placeholder('key')

/** A look-up by one key whose statement is built once: to build it costs more than to run it. */
export const byKey =
  <Row>(statement: { get(values: { readonly key: string }): Row | undefined }) =>
  (value: string): Row | undefined =>
    statement.get({ key: value })

/**
 * Sets some columns of the row with one key. The statement for each choice of columns is built once,
 * like those of `byKey`.
 */
export const patchByKey = <Row extends object>(
  db: Connection,
  table: SQLiteTable,
  key: SQLiteColumn,
): ((value: string, patch: Patch<Row>) => void) => {
  const statements = new Map<string, { run(values: Readonly<Record<string, unknown>>): unknown }>()
  return (value, patch) => {
    const given = Object.entries(patch).filter(([, wanted]) => wanted !== undefined)
    if (given.length === 0) return
    const shape = given.map(([name, wanted]) => (wanted === null ? `-${name}` : name)).join()
    let statement = statements.get(shape)
    if (!statement) {
      // What fills a placeholder is encoded even where it is null, which JSON makes a word.
      const set = given.map(([name, wanted]) => [
        name,
        wanted === null ? null : sql.placeholder(name),
      ])
      statement = db.update(table).set(Object.fromEntries(set)).where(eq(key, sought)).prepare()
      statements.set(shape, statement)
    }
    statement.run({ ...patch, key: value })
  }
}

export const isEmpty = (patch: object): boolean =>
  Object.values(patch).every((value) => value === undefined)

/** The order in which rows came, for those that came in the same millisecond. */
export const rowid = (table: SQLiteTable) => sql`${table}.rowid`
