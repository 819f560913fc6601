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
import { artists } from './schema.ts'

export type ArtistRow = typeof artists.$inferSelect

export const artistsTable = (db: Connection, touch: Touch) => {
  const all = db.select().from(artists).orderBy(asc(artists.createdAt), rowid(artists)).prepare()
  const active = db
    .select({ id: artists.id })
    .from(artists)
    .where(eq(artists.active, true))
    .orderBy(asc(artists.createdAt), rowid(artists))
    .prepare()
  const insertPlainly = db.$client.prepare(
    `insert into artists
      (id, name, ink, active, hours, session_minutes, buffer_before, buffer_after, created_at)
      values (@id, @name, @ink, @active, @hours, @sessionMinutes, @bufferBefore, @bufferAfter, @createdAt)`,
  )
  return {
    all: (): ArtistRow[] => all.all(),

    activeIds: (): string[] => active.all().map(({ id }) => id),

    get: byKey<ArtistRow>(db.select().from(artists).where(eq(artists.id, sought)).prepare()),

    insert(row: typeof artists.$inferInsert): void {
      touch('artists')
      db.insert(artists).values(row).run()
    },

    /** Many at once; the window waits for it. */
    insertMany(rows: readonly Omit<ArtistRow, 'presets'>[]): void {
      touch('artists')
      for (const row of rows)
        insertPlainly.run({
          ...row,
          active: Number(row.active),
          hours: JSON.stringify(row.hours),
        })
    },

    update(id: string, patch: Patch<ArtistRow>): void {
      touch('artists')
      if (!isEmpty(patch)) db.update(artists).set(patch).where(eq(artists.id, id)).run()
    },

    /** Its calendars go with it; throws while it has appointments. */
    remove(id: string): void {
      touch('artists', 'calendars', 'busy')
      db.delete(artists).where(eq(artists.id, id)).run()
    },
  }
}
