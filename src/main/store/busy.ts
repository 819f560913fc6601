import { and, asc, eq, getTableColumns, gt, inArray, lt } from 'drizzle-orm'
import type { Instant } from '../../domain/interval.ts'
import type { Connection } from './connection.ts'
import { busyIntervals, placements, remoteObjects } from './schema.ts'

export const busyTable = (db: Connection) => ({
  /** Busy intervals that overlap [start, end); those of our own events say whose they are. */
  overlapping: (calendarIds: readonly string[], start: Instant, end: Instant) =>
    db
      .select({
        ...getTableColumns(busyIntervals),
        uid: remoteObjects.uid,
        placementId: placements.id,
        appointmentId: placements.appointmentId,
      })
      .from(busyIntervals)
      .innerJoin(remoteObjects, eq(remoteObjects.id, busyIntervals.objectId))
      .leftJoin(
        placements,
        and(
          eq(placements.caldavUid, remoteObjects.uid),
          eq(placements.calendarId, remoteObjects.calendarId),
        ),
      )
      .where(
        and(
          inArray(busyIntervals.calendarId, [...calendarIds]),
          lt(busyIntervals.start, end),
          gt(busyIntervals.end, start),
        ),
      )
      .orderBy(asc(busyIntervals.start), asc(busyIntervals.id))
      .all(),
})

export type BusyHit = ReturnType<ReturnType<typeof busyTable>['overlapping']>[number]
