import { and, asc, eq, getTableColumns, inArray, isNotNull, sql, type SQL } from 'drizzle-orm'
import { isLive, statuses } from '../../domain/appointment.ts'
import type { Instant, Interval } from '../../domain/interval.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { appointmentViews, type AppointmentFilter } from './appointment-views.ts'
import { byKey, patchByKey, sought, type Connection, type Patch, type Touch } from './connection.ts'
import { overlapping, within } from './overlapping.ts'
import { alternates, appointments, clients } from './schema.ts'

export type AppointmentRow = typeof appointments.$inferSelect

const liveStatuses = statuses.filter(isLive)

const at = (name: string) => sql.placeholder(name)

const time = {
  id: appointments.id,
  artistId: appointments.artistId,
  start: appointments.start,
  end: appointments.end,
}

export const appointmentsTable = (db: Connection, touch: Touch) => {
  const live = and(
    sql`${appointments.artistId} in (select value from json_each(${at('artistIds')}))`,
    inArray(appointments.status, liveStatuses),
  )
  const parts = overlapping(appointments)
  const whole = (part: SQL | undefined) =>
    db
      .select({ ...getTableColumns(appointments), clientName: clients.name })
      .from(appointments)
      .innerJoin(clients, eq(clients.id, appointments.clientId))
      .where(and(live, part))
      .prepare()
  const near = whole(parts.near)
  const far = whole(parts.far)

  const only = (part: SQL | undefined) =>
    db.select(time).from(appointments).where(and(live, part)).prepare()
  const onlyNear = only(parts.near)
  const onlyFar = only(parts.far)

  const troubled = db
    .select({ artistId: appointments.artistId })
    .from(appointments)
    .where(isNotNull(appointments.trouble))
    .prepare()

  const alternatesOf = db
    .select({ start: alternates.start, end: alternates.end })
    .from(alternates)
    .where(eq(alternates.appointmentId, sought))
    .orderBy(asc(alternates.position))
    .prepare()

  const update = patchByKey<AppointmentRow>(db, appointments, appointments.id)

  return {
    get: byKey<AppointmentRow>(
      db.select().from(appointments).where(eq(appointments.id, sought)).prepare(),
    ),

    /** As the window shows them, by start. */
    views: (filter: AppointmentFilter): AppointmentView[] => appointmentViews(db, filter),
    view: (id: string): AppointmentView | undefined => appointmentViews(db, { id })[0],

    /** Whose appointments need a person, once for each. */
    troubledArtists: (): string[] => troubled.all().map(({ artistId }) => artistId),

    /** Live appointments of the artists that overlap [start, end), by start. */
    overlapping: (artistIds: readonly string[], from: Instant, to: Instant) => {
      const asked = { artistIds: JSON.stringify(artistIds), ...within(from, to) }
      return [...far.all(asked), ...near.all(asked)].sort((a, b) => a.start - b.start)
    },

    /** The same in no order, and of each only when it is. */
    times: (artistIds: readonly string[], from: Instant, to: Instant) => {
      const asked = { artistIds: JSON.stringify(artistIds), ...within(from, to) }
      return [...onlyFar.all(asked), ...onlyNear.all(asked)]
    },

    insert(row: typeof appointments.$inferInsert): void {
      touch('appointments')
      db.insert(appointments).values(row).run()
    },

    /** The caller counts `version` up. */
    update(id: string, patch: Patch<AppointmentRow>): void {
      touch('appointments')
      update(id, patch)
    },

    /** Best first. */
    alternatesOf: (appointmentId: string): Interval[] => alternatesOf.all({ key: appointmentId }),

    setAlternates(appointmentId: string, intervals: readonly Interval[]): void {
      touch('appointments')
      db.delete(alternates).where(eq(alternates.appointmentId, appointmentId)).run()
      for (const [position, { start, end }] of intervals.entries())
        db.insert(alternates).values({ appointmentId, position, start, end }).run()
    },
  }
}
