import { and, eq, getTableColumns, gt, lt, lte, sql, type SQL } from 'drizzle-orm'
import type { Instant } from '../../domain/interval.ts'
import type { Connection } from './connection.ts'
import {
  appointments,
  busyIntervals,
  isLong,
  LONG_BUSY,
  outbox,
  placements,
  remoteObjects,
} from './schema.ts'

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

const at = (name: string) => sql.placeholder(name)

export const busyTable = (db: Connection) => {
  const starts = (condition: SQL) =>
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
          sql`${busyIntervals.calendarId} in (select value from json_each(${at('calendarIds')}))`,
          lt(busyIntervals.start, at('end')),
          gt(busyIntervals.end, at('start')),
          condition,
        ),
      )
      .prepare()
  /** No index holds what overlaps: one finds what starts shortly before, one the few that are long. */
  const near = starts(gt(busyIntervals.start, at('near')))
  const far = starts(and(lte(busyIntervals.start, at('near')), isLong(busyIntervals)) ?? sql`1`)

  return {
    /** Busy intervals that overlap [start, end), by start; our own events say whose they are. */
    overlapping: (calendarIds: readonly string[], start: Instant, end: Instant) => {
      const question = {
        calendarIds: JSON.stringify(calendarIds),
        start,
        end,
        near: start - LONG_BUSY,
      }
      return [...far.all(question), ...near.all(question)].sort(
        (a, b) => a.start - b.start || a.id - b.id,
      )
    },

    /** The same about an event that is not in the table because it is outside the busy window. */
    ownerOf: (calendarId: string, uid: string) =>
      db
        .select(owner)
        .from(placements)
        .innerJoin(appointments, eq(appointments.id, placements.appointmentId))
        .leftJoin(outbox, eq(outbox.placementId, placements.id))
        .where(and(eq(placements.caldavUid, uid), eq(placements.calendarId, calendarId)))
        .get(),
  }
}

export type BusyHit = ReturnType<ReturnType<typeof busyTable>['overlapping']>[number]
