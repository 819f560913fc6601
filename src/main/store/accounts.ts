import { asc, eq } from 'drizzle-orm'
import {
  byKey,
  isEmpty,
  rowid,
  sought,
  type Connection,
  type Patch,
  type Touch,
} from './connection.ts'
import { accounts } from './schema.ts'

export type AccountRow = typeof accounts.$inferSelect

export const accountsTable = (db: Connection, touch: Touch) => ({
  all: (): AccountRow[] =>
    db.select().from(accounts).orderBy(asc(accounts.createdAt), rowid(accounts)).all(),

  get: byKey<AccountRow>(db.select().from(accounts).where(eq(accounts.id, sought)).prepare()),

  insert(row: typeof accounts.$inferInsert): void {
    touch('accounts')
    db.insert(accounts).values(row).run()
  },

  update(id: string, patch: Patch<AccountRow>): void {
    touch('accounts')
    if (!isEmpty(patch)) db.update(accounts).set(patch).where(eq(accounts.id, id)).run()
  },

  /** Its calendars go with it, and what was read from them. */
  remove(id: string): void {
    touch('accounts', 'calendars', 'busy', 'appointments')
    db.delete(accounts).where(eq(accounts.id, id)).run()
  },
})
