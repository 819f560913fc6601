import { and, asc, eq, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { Instant } from '../../domain/interval.ts'
import {
  byKey,
  sought,
  patchByKey,
  rowid,
  type Connection,
  type Patch,
  type Touch,
} from './connection.ts'
import { artistCalendars } from './schema.ts'

export type CalendarRow = typeof artistCalendars.$inferSelect

const among = (column: SQLWrapper) =>
  sql`${column} in (select value from json_each(${sql.placeholder('keys')}))`

/** What a calendar has before it was ever looked at. */
export type NewCalendar = Pick<
  CalendarRow,
  'id' | 'artistId' | 'accountId' | 'url' | 'name' | 'role' | 'freeDoesNotBlock' | 'createdAt'
>

export const calendarsTable = (db: Connection, touch: Touch) => {
  const where = (condition?: SQL) =>
    db
      .select()
      .from(artistCalendars)
      .where(condition)
      .orderBy(asc(artistCalendars.createdAt), rowid(artistCalendars))
      .prepare()
  const all = where()
  const ofAccount = where(eq(artistCalendars.accountId, sought))
  const itsArtistIsAmong = where(among(artistCalendars.artistId))
  const ofArtists = (artistIds: readonly string[]): CalendarRow[] =>
    itsArtistIsAmong.all({ keys: JSON.stringify(artistIds) })
  const bookingOf = where(
    and(eq(artistCalendars.artistId, sought), eq(artistCalendars.role, 'booking')),
  )

  const { id, artistId, accountId, failure, lastSuccessAt } = artistCalendars
  const standings = db
    .select({ id, artistId, accountId, failure, lastSuccessAt })
    .from(artistCalendars)
    .orderBy(asc(artistCalendars.createdAt), rowid(artistCalendars))
    .prepare()

  const update = patchByKey<CalendarRow>(db, artistCalendars, artistCalendars.id)
  const noteSuccess = db
    .update(artistCalendars)
    .set({ lastSuccessAt: sql`${sql.placeholder('now')}`, failure: null })
    .where(among(artistCalendars.id))
    .prepare()

  const insertPlainly = db.$client.prepare(
    `insert into artist_calendars
      (id, artist_id, account_id, url, name, role, free_does_not_block, created_at)
      values (@id, @artistId, @accountId, @url, @name, @role, @freeDoesNotBlock, @createdAt)`,
  )
  return {
    all: (): CalendarRow[] => all.all(),
    ofArtist: (artist: string): CalendarRow[] => ofArtists([artist]),
    ofArtists,
    ofAccount: (account: string): CalendarRow[] => ofAccount.all({ key: account }),

    /** How all of them stand with their servers, and nothing else about them. */
    standings: () => standings.all(),

    get: byKey<CalendarRow>(
      db.select().from(artistCalendars).where(eq(artistCalendars.id, sought)).prepare(),
    ),

    /** The one calendar of the artist we write to. */
    bookingOf: (artist: string): CalendarRow | undefined => bookingOf.get({ key: artist }),

    insert(row: typeof artistCalendars.$inferInsert): void {
      touch('calendars')
      db.insert(artistCalendars).values(row).run()
    },

    /** Many at once; the window waits for it. */
    insertMany(rows: readonly NewCalendar[]): void {
      touch('calendars')
      for (const row of rows)
        insertPlainly.run({ ...row, freeDoesNotBlock: Number(row.freeDoesNotBlock) })
    },

    update(key: string, patch: Patch<CalendarRow>): void {
      touch('calendars')
      update(key, patch)
    },

    /** All that these calendars have was read, or found unchanged, at `now`. */
    noteSuccess(ids: readonly string[], now: Instant): void {
      touch('calendars')
      noteSuccess.run({ keys: JSON.stringify(ids), now })
    },

    /** What was read from it goes too; placements in it stay without a calendar. */
    remove(key: string): void {
      touch('calendars', 'busy', 'appointments')
      db.delete(artistCalendars).where(eq(artistCalendars.id, key)).run()
    },
  }
}
