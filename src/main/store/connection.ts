import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { Topic } from '../../contract/announcements.ts'

export type Connection = BetterSQLite3Database

/** Said before each write, with the topics it changes; throws outside a transaction. */
export type Touch = (...topics: Topic[]) => void

/** Some columns of a row; what is undefined stays as it is. */
export type Patch<Row> = { readonly [Column in keyof Row]?: Row[Column] | undefined }

export const isEmpty = (patch: object): boolean =>
  Object.values(patch).every((value) => value === undefined)
