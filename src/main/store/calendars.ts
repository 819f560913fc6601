import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Instant } from '../../domain/interval.ts'
import {
  byKey,
  sought,
  isEmpty,
  rowid,
  type Connection,
  type Patch,
  type Touch,
} from './connection.ts'
import { artistCalendars } from './schema.ts'

export type CalendarRow = typeof artistCalendars.$inferSelect

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
  const bookingOf = where(
    and(eq(artistCalendars.artistId, sought), eq(artistCalendars.role, 'booking')),
  )
  const among = where(sql`${artistCalendars.artistId} in (select value from json_each(${sought}))`)
  const ofArtists = (artistIds: readonly string[]): CalendarRow[] =>
    among.all({ key: JSON.stringify(artistIds) })

  return {
    all: (): CalendarRow[] => all.all(),
    ofArtist: (artistId: string): CalendarRow[] => ofArtists([artistId]),
    ofArtists,
    ofAccount: (accountId: string): CalendarRow[] => ofAccount.all({ key: accountId }),

    get: byKey<CalendarRow>(
      db.select().from(artistCalendars).where(eq(artistCalendars.id, sought)).prepare(),
    ),

    /** The one calendar of the artist we write to. */
    bookingOf: byKey<CalendarRow>(bookingOf),

    insert(row: typeof artistCalendars.$inferInsert): void {
      touch('calendars')
      db.insert(artistCalendars).values(row).run()
    },

    update(id: string, patch: Patch<CalendarRow>): void {
      touch('calendars')
      if (!isEmpty(patch))
        db.update(artistCalendars).set(patch).where(eq(artistCalendars.id, id)).run()
    },

    /** All that these calendars have was read, or found unchanged, at `now`. */
    noteSuccess(ids: readonly string[], now: Instant): void {
      touch('calendars')
      db.update(artistCalendars)
        .set({ lastSuccessAt: now, failure: null })
        .where(inArray(artistCalendars.id, [...ids]))
        .run()
    },

    /** What was read from it goes too; placements in it stay without a calendar. */
    remove(id: string): void {
      touch('calendars', 'busy', 'appointments')
      db.delete(artistCalendars).where(eq(artistCalendars.id, id)).run()
    },
  }
}
