import { and, asc, eq, gt, inArray, isNotNull, sql, getTableColumns } from 'drizzle-orm'
import { isLive, statuses } from '../../domain/appointment.ts'
import type { Instant } from '../../domain/interval.ts'
import { byKey, patchByKey, sought, type Connection, type Patch, type Touch } from './connection.ts'
import { appointments, placements } from './schema.ts'

export type PlacementRow = typeof placements.$inferSelect

export const placementsTable = (db: Connection, touch: Touch) => {
  const byUid = db
    .select()
    .from(placements)
    .where(eq(placements.caldavUid, sql.placeholder('uid')))
    .prepare()
  const byHref = db
    .select()
    .from(placements)
    .where(
      and(
        eq(placements.calendarId, sql.placeholder('calendarId')),
        eq(placements.href, sql.placeholder('href')),
      ),
    )
    .prepare()

  const live = db
    .select({ href: placements.href })
    .from(placements)
    .innerJoin(
      appointments,
      and(
        eq(appointments.id, placements.appointmentId),
        eq(appointments.placement, placements.number),
      ),
    )
    .where(
      and(
        eq(placements.calendarId, sql.placeholder('calendarId')),
        isNotNull(placements.baseHash),
        inArray(appointments.status, statuses.filter(isLive)),
        gt(appointments.end, sql.placeholder('after')),
      ),
    )
    .prepare()
  const update = patchByKey<PlacementRow>(db, placements, placements.id)

  const isAnyAt = db.$client.prepare<[string | null, string, string]>(
    `select 1 from placements where caldav_uid = ?
      union all select 1 from placements where calendar_id = ? and href = ? limit 1`,
  )

  return {
    get: byKey<PlacementRow>(
      db.select().from(placements).where(eq(placements.id, sought)).prepare(),
    ),

    /** The placement that counts now. */
    current: byKey<PlacementRow>(
      db
        .select(getTableColumns(placements))
        .from(placements)
        .innerJoin(
          appointments,
          and(
            eq(appointments.id, placements.appointmentId),
            eq(appointments.placement, placements.number),
          ),
        )
        .where(eq(placements.appointmentId, sought))
        .prepare(),
    ),

    /** Oldest first. */
    ofAppointment: (appointmentId: string): PlacementRow[] =>
      db
        .select()
        .from(placements)
        .where(eq(placements.appointmentId, appointmentId))
        .orderBy(asc(placements.number))
        .all(),

    byUid: (uid: string): PlacementRow | undefined => byUid.get({ uid }),

    /** Whether an event of ours has this UID or place: most of what a pull sees is not ours. */
    isAnyAt: (calendarId: string, href: string, uid: string | null): boolean =>
      isAnyAt.get(uid, calendarId, href) !== undefined,

    byHref: (calendarId: string, href: string): PlacementRow | undefined =>
      byHref.get({ calendarId, href }),

    /** Hrefs of the events of live appointments that end after `after` and were seen in the calendar. */
    liveHrefs: (calendarId: string, after: Instant): string[] =>
      live.all({ calendarId, after }).map(({ href }) => href),

    insert(row: typeof placements.$inferInsert): void {
      touch('appointments')
      db.insert(placements).values(row).run()
    },

    update(id: string, patch: Patch<PlacementRow>): void {
      touch('appointments')
      update(id, patch)
    },
  }
}
