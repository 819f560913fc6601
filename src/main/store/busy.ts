import { and, eq, getTableColumns, inArray, or, sql, type SQL } from 'drizzle-orm'
import type { Instant, Interval } from '../../domain/interval.ts'
import type { Connection } from './connection.ts'
import { overlapping, within } from './overlapping.ts'
import { appointments, busyIntervals, LONG, outbox, placements, remoteObjects } from './schema.ts'

/** Whose event it is, where it is one of ours. */
const owner = {
  appointmentId: placements.appointmentId,
  /** How the appointment's newest change stands; null when the server has acknowledged it. */
  pending: outbox.phase,
  appointment: {
    status: appointments.status,
    start: appointments.start,
    end: appointments.end,
  },
}

const { calendar: _, ...columns } = getTableColumns(busyIntervals)

const time = {
  calendar: busyIntervals.calendar,
  start: busyIntervals.start,
  end: busyIntervals.end,
  transparent: busyIntervals.transparent,
  objectId: busyIntervals.objectId,
}

const at = (name: string) => sql.placeholder(name)

const inCalendars = sql`${busyIntervals.calendar} in (select value from json_each(${at('calendars')}))`

const parts = overlapping(busyIntervals)

type Appointed = Interval & { readonly id: string }

export const busyTable = (db: Connection) => {
  const whole = (part: SQL | undefined) =>
    db
      .select({
        ...columns,
        calendarId: remoteObjects.calendarId,
        uid: remoteObjects.uid,
        ...owner,
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
      .leftJoin(appointments, eq(appointments.id, placements.appointmentId))
      .leftJoin(outbox, eq(outbox.placementId, placements.id))
      .where(and(inCalendars, part))
      .prepare()
  const near = whole(parts.near)
  const far = whole(parts.far)

  const only = (part: SQL | undefined) =>
    db.select(time).from(busyIntervals).where(and(inCalendars, part)).prepare()
  const onlyNear = only(parts.near)
  const onlyFar = only(parts.far)

  const appointmentsIn = (part: SQL | undefined) =>
    db.select({ id: appointments.id }).from(appointments).where(part)
  const then = overlapping(appointments)
  const owners = db
    .select({ objectId: remoteObjects.id, ...owner })
    .from(placements)
    .innerJoin(appointments, eq(appointments.id, placements.appointmentId))
    .innerJoin(
      remoteObjects,
      and(
        eq(remoteObjects.calendarId, placements.calendarId),
        eq(remoteObjects.uid, placements.caldavUid),
      ),
    )
    .leftJoin(outbox, eq(outbox.placementId, placements.id))
    .where(
      or(
        inArray(placements.id, db.select({ id: outbox.placementId }).from(outbox)),
        inArray(placements.appointmentId, appointmentsIn(then.near)),
        inArray(placements.appointmentId, appointmentsIn(then.far)),
        eq(placements.appointmentId, at('appointmentId')),
      ),
    )
    .prepare()

  const clashing = db.$client
    .prepare<{ readonly appointments: string; readonly calendarIds: string }, string>(
      `with asked as (
        select value ->> 'id' as id, value ->> 'start' as start, value ->> 'end' as "end"
          from json_each(:appointments)),
      calendar as (select number from artist_calendars
        where id in (select value from json_each(:calendarIds))),
      hit as (
        select asked.id, busy.object_id from asked cross join calendar
          cross join busy_intervals busy on busy.calendar = calendar.number
            and busy.start < asked."end" and busy."end" > asked.start
            and busy.start > asked.start - ${LONG}
        union all
        select asked.id, busy.object_id from asked cross join calendar
          cross join busy_intervals busy on busy.calendar = calendar.number
            and busy.start <= asked.start - ${LONG} and busy."end" > asked.start
            and busy."end" - busy.start > ${LONG})
      select distinct id from hit where not exists (
        select 1 from placements join remote_objects object
          on object.calendar_id = placements.calendar_id and object.uid = placements.caldav_uid
          where placements.appointment_id = hit.id and object.id = hit.object_id)`,
    )
    .pluck()

  const numbered = db.$client.prepare<string, { readonly number: number; readonly id: string }>(
    'select number, id from artist_calendars where id in (select value from json_each(?))',
  )
  const numbersOf = (calendarIds: readonly string[]) => {
    const known = numbered.all(JSON.stringify(calendarIds))
    return { calendars: JSON.stringify(known.map(({ number }) => number)), known }
  }

  return {
    /** Busy intervals that overlap [start, end), by start; our own events say whose they are. */
    overlapping: (calendarIds: readonly string[], start: Instant, end: Instant) => {
      const { calendars } = numbersOf(calendarIds)
      const asked = { calendars, ...within(start, end) }
      return [...far.all(asked), ...near.all(asked)].sort(
        (a, b) => a.start - b.start || a.id - b.id,
      )
    },

    /** The same in no order, as far as an index alone can tell it: for many artists at once. */
    times: (calendarIds: readonly string[], start: Instant, end: Instant) => {
      const { calendars, known } = numbersOf(calendarIds)
      const asked = { calendars, ...within(start, end) }
      const ids = new Map(known.map(({ number, id }) => [number, id]))
      return [...onlyFar.all(asked), ...onlyNear.all(asked)].map((busy) =>
        Object.assign(busy, { calendarId: ids.get(busy.calendar) ?? '' }),
      )
    },

    /** Whose events are, of appointments in [start, end), with a change under way, and of this one. */
    owners: (start: Instant, end: Instant, appointmentId = '') =>
      owners.all({ ...within(start, end), appointmentId }),

    /** Which of these appointments overlap busy time in the calendars that is not their own event's. */
    clashing: (asked: readonly Appointed[], calendarIds: readonly string[]): string[] =>
      clashing.all({
        appointments: JSON.stringify(asked.map(({ id, start, end }) => ({ id, start, end }))),
        calendarIds: JSON.stringify(calendarIds),
      }),
  }
}

export type BusyHit = ReturnType<ReturnType<typeof busyTable>['overlapping']>[number]
