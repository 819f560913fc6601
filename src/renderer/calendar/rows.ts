import type { Artist } from '../../domain/artist.ts'
import { isLive } from '../../domain/appointment.ts'
import type { Instant } from '../../domain/interval.ts'
import type { AppointmentView, BusyView } from '../../domain/views.ts'
import { eventKey, type GridColumn } from './grid-column.ts'

/** One line of the list: what a card is in the grid. */
export type Row = {
  readonly key: string
  readonly artist: Artist
  readonly start: Instant
  readonly end: Instant
  readonly allDay: boolean
} & (
  | { readonly kind: 'appointment'; readonly appointment: AppointmentView }
  | { readonly kind: 'event'; readonly event: BusyView }
)

/** Everything the columns hold, whole days first and then by start. */
export const rowsOf = (columns: readonly GridColumn[]): Row[] =>
  columns
    .flatMap(({ artist, appointments, events }): Row[] => [
      ...appointments.map((appointment): Row => ({
        kind: 'appointment',
        key: appointment.id,
        artist,
        start: appointment.start,
        end: appointment.end,
        allDay: false,
        appointment,
      })),
      ...events.map((event): Row => ({
        kind: 'event',
        key: eventKey(event),
        artist,
        start: event.start,
        end: event.end,
        allDay: event.allDay,
        event,
      })),
    ])
    .toSorted((a, b) => Number(b.allDay) - Number(a.allDay) || a.start - b.start || a.end - b.end)

/** Where the line of the current time belongs: before the first row that is still to begin. */
export const nowRow = (rows: readonly Row[], now: Instant): number => {
  const next = rows.findIndex(({ allDay, start }) => !allDay && start > now)
  return next < 0 ? rows.length : next
}

export interface Sums {
  readonly entries: number
  readonly booked: number
  readonly requests: number
  readonly noShows: number
  readonly cancelled: number
  readonly events: number
}

/** What the list's foot counts. */
export const sumsOf = (rows: readonly Row[]): Sums => {
  const count = (fits: (row: Row) => boolean): number => rows.filter(fits).length
  const withStatus = (fits: (status: AppointmentView['status']) => boolean): number =>
    count((row) => row.kind === 'appointment' && fits(row.appointment.status))
  return {
    entries: rows.length,
    booked: withStatus((status) => isLive(status) && status !== 'PENDING'),
    requests: withStatus((status) => status === 'PENDING'),
    noShows: withStatus((status) => status === 'NO_SHOW'),
    cancelled: withStatus((status) => status === 'CANCELLED'),
    events: count(({ kind }) => kind === 'event'),
  }
}
