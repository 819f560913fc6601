import { and, asc, eq, isNull, ne, or, sql } from 'drizzle-orm'
import { emailKey, nameKey, phoneKey } from '../../domain/client.ts'
import {
  byKey,
  isEmpty,
  rowid,
  sought,
  type Connection,
  type Patch,
  type Touch,
} from './connection.ts'
import { clients } from './schema.ts'

export type ClientRow = typeof clients.$inferSelect

type Derived = 'nameKey' | 'emailKey' | 'phoneKey'

const keys = ({ name, email, phone }: Patch<Pick<ClientRow, 'name' | 'email' | 'phone'>>) => ({
  ...(name === undefined ? {} : { nameKey: nameKey(name) }),
  ...(email === undefined ? {} : { emailKey: emailKey(email) }),
  ...(phone === undefined ? {} : { phoneKey: phoneKey(phone) }),
})

type KeyColumn = (typeof clients)[Derived]

const same = (column: KeyColumn, key: string) => and(eq(column, key), ne(column, ''))

/** Without the zero in front, which a number written with its country does not have. */
const partOfPhone = (text: string): string => {
  const key = phoneKey(text)
  return key.replace(/^0+/, '') || key
}

/** `instr` in place of LIKE: what was typed may hold % and _. */
const holds = (column: KeyColumn, text: string) =>
  text === '' ? sql`0` : sql`instr(${column}, ${text}) > 0`

export const clientsTable = (db: Connection, touch: Touch) => ({
  get: byKey<ClientRow>(db.select().from(clients).where(eq(clients.id, sought)).prepare()),

  /** Whose name, email or phone number holds `text`, names that begin with it first. */
  search(text: string, limit: number): ClientRow[] {
    const name = nameKey(text)
    const found = or(
      holds(clients.nameKey, name),
      holds(clients.emailKey, emailKey(text)),
      /\p{Letter}/u.test(text) ? undefined : holds(clients.phoneKey, partOfPhone(text)),
    )
    return db
      .select()
      .from(clients)
      .where(and(isNull(clients.erasedAt), name === '' ? undefined : found))
      .orderBy(sql`instr(${clients.nameKey}, ${name}) <> 1`, asc(clients.nameKey), asc(clients.id))
      .limit(limit)
      .all()
  },

  /** Who already has this email address or phone number; empty ones match nobody. */
  findDuplicate(email: string, phone: string): ClientRow[] {
    return db
      .select()
      .from(clients)
      .where(or(same(clients.emailKey, emailKey(email)), same(clients.phoneKey, phoneKey(phone))))
      .orderBy(asc(clients.createdAt), rowid(clients))
      .all()
  },

  insert(row: Omit<typeof clients.$inferInsert, Derived>): void {
    touch('clients')
    db.insert(clients)
      .values({ ...row, ...keys(row) })
      .run()
  },

  update(id: string, patch: Patch<Omit<ClientRow, Derived>>): void {
    touch('clients', 'appointments')
    if (isEmpty(patch)) return
    db.update(clients)
      .set({ ...patch, ...keys(patch) })
      .where(eq(clients.id, id))
      .run()
  },

  /** Throws while there are appointments. */
  remove(id: string): void {
    touch('clients')
    db.delete(clients).where(eq(clients.id, id)).run()
  },
})
