import { and, asc, eq, getTableColumns, gt, inArray, lt, ne } from 'drizzle-orm'
import { isLive, statuses } from '../../domain/appointment.ts'
import type { Instant, Interval } from '../../domain/interval.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { appointmentViews, type AppointmentFilter } from './appointment-views.ts'
import { isEmpty, type Connection, type Patch, type Touch } from './connection.ts'
import { alternates, appointments, clients } from './schema.ts'

export type AppointmentRow = typeof appointments.$inferSelect

const liveStatuses = statuses.filter(isLive)

export const appointmentsTable = (db: Connection, touch: Touch) => ({
  get: (id: string): AppointmentRow | undefined =>
    db.select().from(appointments).where(eq(appointments.id, id)).get(),

  /** As the window shows them, by start. */
  views: (filter: AppointmentFilter): AppointmentView[] => appointmentViews(db, filter),
  view: (id: string): AppointmentView | undefined => appointmentViews(db, { id })[0],

  /** Live appointments of the artist that overlap [start, end), by start. */
  overlapping: (artistId: string, start: Instant, end: Instant, ignoringId?: string) =>
    db
      .select({ ...getTableColumns(appointments), clientName: clients.name })
      .from(appointments)
      .innerJoin(clients, eq(clients.id, appointments.clientId))
      .where(
        and(
          eq(appointments.artistId, artistId),
          lt(appointments.start, end),
          gt(appointments.end, start),
          inArray(appointments.status, liveStatuses),
          ignoringId === undefined ? undefined : ne(appointments.id, ignoringId),
        ),
      )
      .orderBy(asc(appointments.start))
      .all(),

  insert(row: typeof appointments.$inferInsert): void {
    touch('appointments')
    db.insert(appointments).values(row).run()
  },

  /** The caller counts `version` up. */
  update(id: string, patch: Patch<AppointmentRow>): void {
    touch('appointments')
    if (!isEmpty(patch)) db.update(appointments).set(patch).where(eq(appointments.id, id)).run()
  },

  /** Best first. */
  alternatesOf: (appointmentId: string): Interval[] =>
    db
      .select({ start: alternates.start, end: alternates.end })
      .from(alternates)
      .where(eq(alternates.appointmentId, appointmentId))
      .orderBy(asc(alternates.position))
      .all(),

  setAlternates(appointmentId: string, intervals: readonly Interval[]): void {
    touch('appointments')
    db.delete(alternates).where(eq(alternates.appointmentId, appointmentId)).run()
    for (const [position, { start, end }] of intervals.entries())
      db.insert(alternates).values({ appointmentId, position, start, end }).run()
  },
})
