import { and, asc, eq, getTableColumns, gt, inArray, lt, sql, isNotNull } from 'drizzle-orm'
import type { Actor, Status } from '../../domain/appointment.ts'
import type { Instant, Interval } from '../../domain/interval.ts'
import type { AppointmentView, Delivery } from '../../domain/views.ts'
import type { Connection } from './connection.ts'
import { alternates, appointments, auditLog, clients, outbox, placements } from './schema.ts'

export interface AppointmentFilter {
  readonly id?: string | undefined
  /** Appointments that end after `from` and start before `to`. */
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
  readonly artistId?: string | undefined
  readonly clientId?: string | undefined
  readonly statuses?: readonly Status[] | undefined
  /** Only what needs a person. */
  readonly troubled?: boolean | undefined
}

const alternatesJson = sql<string>`(
  select json_group_array(json_object('start', ${alternates.start}, 'end', ${alternates.end})
    order by ${alternates.position})
  from ${alternates} where ${alternates.appointmentId} = ${appointments.id})`

/** What a person has to look at comes first, whichever placement it is about. */
const deliveries = ['sent', 'waiting', 'sending', 'held'] as const satisfies Delivery[]
const deliveryRank = sql<number>`(
  select coalesce(max(case o.phase when 'held' then 3 when 'verify' then 2 else 1 end), 0)
  from ${outbox} o join ${placements} p on p.id = o.placement_id
  where p.appointment_id = ${appointments.id})`

/** From the log; going back from “completed” or “cancelled” is a correction and says nothing about the arrival. */
const statusSince = sql<Instant | null>`case when ${appointments.status} in ('ARRIVED', 'COMPLETED') then (
  select max(${auditLog.at}) from ${auditLog}
  where ${auditLog.appointmentId} = ${appointments.id}
    and json_extract(${auditLog.after}, '$.status') = ${appointments.status}
    and coalesce(json_extract(${auditLog.before}, '$.status'), '') not in ('COMPLETED', 'CANCELLED')) end`

interface LastMove {
  readonly actor: Actor
  readonly action: string
  readonly at: Instant
  readonly note: string | null
}

/** Who gave it the time or the artist it has now; null for those it was booked with. */
const lastMove = sql<string | null>`(
  select json_object('actor', ${auditLog.actor}, 'action', ${auditLog.action}, 'at', ${auditLog.at},
    'note', json_extract(${auditLog.after}, '$.note'))
  from ${auditLog}
  where ${auditLog.appointmentId} = ${appointments.id}
    and (json_extract(${auditLog.before}, '$.start') <> json_extract(${auditLog.after}, '$.start')
      or json_extract(${auditLog.before}, '$.artistId') <> json_extract(${auditLog.after}, '$.artistId'))
  order by ${auditLog.id} desc limit 1)`

const given = <T, C>(value: T | undefined, condition: (value: T) => C): C | undefined =>
  value === undefined ? undefined : condition(value)

const select = (db: Connection, filter: AppointmentFilter) =>
  db
    .select({
      appointment: getTableColumns(appointments),
      client: { name: clients.name, email: clients.email, phone: clients.phone },
      placement: getTableColumns(placements),
      alternates: alternatesJson,
      delivery: deliveryRank,
      statusSince,
      lastMove,
    })
    .from(appointments)
    .innerJoin(clients, eq(clients.id, appointments.clientId))
    .leftJoin(
      placements,
      and(
        eq(placements.appointmentId, appointments.id),
        eq(placements.number, appointments.placement),
      ),
    )
    .where(
      and(
        given(filter.id, (id) => eq(appointments.id, id)),
        given(filter.from, (from) => gt(appointments.end, from)),
        given(filter.to, (to) => lt(appointments.start, to)),
        given(filter.artistId, (artistId) => eq(appointments.artistId, artistId)),
        given(filter.clientId, (clientId) => eq(appointments.clientId, clientId)),
        filter.troubled ? isNotNull(appointments.trouble) : undefined,
        given(filter.statuses, (statuses) => inArray(appointments.status, [...statuses])),
      ),
    )
    .orderBy(asc(appointments.start), asc(appointments.id))
    .all()

const toView = (row: ReturnType<typeof select>[number]): AppointmentView => {
  const { placement: _, acceptedOverlap: __, ...appointment } = row.appointment
  const choices: Interval[] = JSON.parse(row.alternates)
  const move: LastMove | null = row.lastMove === null ? null : JSON.parse(row.lastMove)
  return {
    ...appointment,
    alternates: choices,
    clientName: row.client.name,
    clientEmail: row.client.email,
    clientPhone: row.client.phone,
    delivery: deliveries[row.delivery] ?? 'sent',
    statusSince: row.statusSince,
    movedByArtist: move?.actor === 'artist',
    proposed:
      appointment.status === 'PENDING' && move?.action === 'proposed'
        ? { at: move.at, note: move.note ?? '' }
        : null,
    calendar: row.placement?.calendarId
      ? {
          calendarId: row.placement.calendarId,
          placement: row.placement.number,
          uid: row.placement.caldavUid,
          href: row.placement.href,
          etag: row.placement.caldavEtag,
        }
      : null,
  }
}

/** Appointments with client, calendar and delivery, by start. */
export const appointmentViews = (db: Connection, filter: AppointmentFilter): AppointmentView[] =>
  select(db, filter).map(toView)
