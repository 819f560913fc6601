import { and, asc, eq, type SQL } from 'drizzle-orm'
import { isEmpty, rowid, type Connection, type Patch, type Touch } from './connection.ts'
import { artistCalendars } from './schema.ts'

export type CalendarRow = typeof artistCalendars.$inferSelect

export const calendarsTable = (db: Connection, touch: Touch) => {
  const where = (condition?: SQL): CalendarRow[] =>
    db
      .select()
      .from(artistCalendars)
      .where(condition)
      .orderBy(asc(artistCalendars.createdAt), rowid(artistCalendars))
      .all()

  return {
    all: (): CalendarRow[] => where(),
    ofArtist: (artistId: string): CalendarRow[] => where(eq(artistCalendars.artistId, artistId)),
    ofAccount: (accountId: string): CalendarRow[] =>
      where(eq(artistCalendars.accountId, accountId)),

    get: (id: string): CalendarRow | undefined => where(eq(artistCalendars.id, id))[0],

    /** The one calendar of the artist we write to. */
    bookingOf: (artistId: string): CalendarRow | undefined =>
      where(and(eq(artistCalendars.artistId, artistId), eq(artistCalendars.role, 'booking')))[0],

    insert(row: typeof artistCalendars.$inferInsert): void {
      touch('calendars')
      db.insert(artistCalendars).values(row).run()
    },

    update(id: string, patch: Patch<CalendarRow>): void {
      touch('calendars')
      if (!isEmpty(patch))
        db.update(artistCalendars).set(patch).where(eq(artistCalendars.id, id)).run()
    },

    /** What was read from it goes too; placements in it stay without a calendar. */
    remove(id: string): void {
      touch('calendars', 'busy', 'appointments')
      db.delete(artistCalendars).where(eq(artistCalendars.id, id)).run()
    },
  }
}
