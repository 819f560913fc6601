import { and, asc, eq, getTableColumns, gt, inArray, lt } from 'drizzle-orm'
import type { Instant } from '../../domain/interval.ts'
import type { Connection } from './connection.ts'
import { appointments, busyIntervals, outbox, placements, remoteObjects } from './schema.ts'

/** Whose event it is, where it is one of ours. */
const owner = {
  placementId: placements.id,
  appointmentId: placements.appointmentId,
  /** How the appointment's newest change stands; null when the server has acknowledged it. */
  pending: outbox.phase,
  appointment: {
    status: appointments.status,
    start: appointments.start,
    end: appointments.end,
  },
}

export const busyTable = (db: Connection) => ({
  /** Busy intervals that overlap [start, end); those of our own events say whose they are. */
  overlapping: (calendarIds: readonly string[], start: Instant, end: Instant) =>
    db
      .select({ ...getTableColumns(busyIntervals), uid: remoteObjects.uid, ...owner })
      .from(busyIntervals)
      .innerJoin(remoteObjects, eq(remoteObjects.id, busyIntervals.objectId))
      .leftJoin(
        placements,
        and(
          eq(placements.caldavUid, remoteObjects.uid),
          eq(placements.calendarId, remoteObjects.calendarId),
        ),
      )
      .leftJoin(appointments, eq(appointments.id, placements.appointmentId))
      .leftJoin(outbox, eq(outbox.placementId, placements.id))
      .where(
        and(
          inArray(busyIntervals.calendarId, [...calendarIds]),
          lt(busyIntervals.start, end),
          gt(busyIntervals.end, start),
        ),
      )
      .orderBy(asc(busyIntervals.start), asc(busyIntervals.id))
      .all(),

  /** The same about an event that is not in the table because it is outside the busy window. */
  ownerOf: (calendarId: string, uid: string) =>
    db
      .select(owner)
      .from(placements)
      .innerJoin(appointments, eq(appointments.id, placements.appointmentId))
      .leftJoin(outbox, eq(outbox.placementId, placements.id))
      .where(and(eq(placements.caldavUid, uid), eq(placements.calendarId, calendarId)))
      .get(),
})

export type BusyHit = ReturnType<ReturnType<typeof busyTable>['overlapping']>[number]
