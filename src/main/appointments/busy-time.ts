import { subtract, type Interval } from '../../domain/interval.ts'
import type { BusyHit } from '../store/busy.ts'
import type { CalendarRow } from '../store/calendars.ts'
import type { Tables } from '../store/tables.ts'
import type { BusyBeyond, Desk } from './desk.ts'

/** An occurrence in one of the artist's calendars, with whose it is where it is ours. */
export interface Occurrence extends BusyBeyond {
  readonly appointmentId: string | null
  readonly blocks: boolean
}

type Timed = Interval & Pick<BusyBeyond, 'calendarId' | 'transparent'>

/** Whose it is and how that appointment stands. */
type Owner = Pick<BusyHit, 'appointmentId' | 'pending' | 'appointment'>

const nobody: Owner = { appointmentId: null, pending: null, appointment: null }

/** Everything in `calendars` that overlaps `span` and is not told by an appointment of ours. */
export const busyTime = (
  tx: Tables,
  busyBeyond: Desk['busyBeyond'],
  calendars: readonly CalendarRow[],
  span: Interval,
): Occurrence[] => {
  const ids = calendars.map(({ id }) => id)
  const kept = tx.busy.overlapping(ids, span.start, span.end)
  const lenient = lenientOnes(calendars)
  const occurrences = new Map<string, Occurrence>()
  for (const busy of [...kept, ...beyondWindow(tx, busyBeyond, calendars, span)]) {
    if (isToldByAppointment(busy, busy)) continue
    const blocks = !(busy.transparent && lenient.has(busy.calendarId))
    occurrences.set(occurrenceId(busy), { ...busy, blocks })
  }
  return [...occurrences.values()].toSorted((a, b) => a.start - b.start)
}

/**
 * What of it blocks, without what an appointment's own events take; in no order, and of each only
 * when it is.
 */
export const blockedTime = (
  tx: Tables,
  busyBeyond: Desk['busyBeyond'],
  calendars: readonly CalendarRow[],
  span: Interval,
  ignoring?: string,
): Timed[] => {
  const ids = calendars.map(({ id }) => id)
  const owners = new Map(
    tx.busy.owners(span.start, span.end, ignoring).map((own) => [own.objectId, own]),
  )
  const lenient = lenientOnes(calendars)
  const isBlocked = (busy: Timed, owner: Owner = nobody): boolean => {
    if (busy.transparent && lenient.has(busy.calendarId)) return false
    if (ignoring && owner.appointmentId === ignoring) return false
    return !isToldByAppointment(owner, busy)
  }
  return [
    ...tx.busy
      .times(ids, span.start, span.end)
      .filter((busy) => isBlocked(busy, owners.get(busy.objectId))),
    ...beyondWindow(tx, busyBeyond, calendars, span).filter((busy) => isBlocked(busy, busy)),
  ]
}

/** Calendars in which events marked free do not block. */
const lenientOnes = (calendars: readonly CalendarRow[]): Set<string> =>
  new Set(calendars.filter((row) => row.freeDoesNotBlock).map(({ id }) => id))

const beyondWindow = (
  tx: Tables,
  busyBeyond: Desk['busyBeyond'],
  calendars: readonly CalendarRow[],
  span: Interval,
): (BusyBeyond & Owner)[] =>
  calendars.flatMap((calendar) =>
    outsideWindow(calendar, span).flatMap((part) =>
      busyBeyond(calendar.id, part).map((busy) => withOwner(tx, busy)),
    ),
  )

/** The same for an occurrence at the window's edge, whichever way it was found. */
export const occurrenceId = ({ objectId, start, end }: BusyBeyond): string =>
  `${objectId}:${start}:${end}`

/** A calendar that was never expanded has nothing that could be. */
const outsideWindow = ({ busyFrom, busyTo }: CalendarRow, span: Interval): Interval[] =>
  busyFrom === null || busyTo === null ? [] : subtract(span, [{ start: busyFrom, end: busyTo }])

const withOwner = (tx: Tables, busy: BusyBeyond): BusyBeyond & Owner => {
  const owner = busy.uid === null ? undefined : tx.busy.ownerOf(busy.calendarId, busy.uid)
  return { ...nobody, ...busy, ...owner }
}

/**
 * An event of ours counts as its appointment where both say the same, and while a change is on its
 * way to the server. Where they differ and nothing is under way, or a change waits for a person,
 * the calendar is right: the event blocks.
 */
const isToldByAppointment = (
  { appointment, pending }: Owner,
  { start, end }: Interval,
): boolean => {
  if (!appointment) return false
  if (pending !== null && pending !== 'held') return true
  const { status } = appointment
  return status !== 'CANCELLED' && appointment.start === start && appointment.end === end
}

/** The title as anyone may read it. */
export const publicTitle = ({ title, ...busy }: Pick<BusyBeyond, 'title' | 'private'>): string =>
  busy.private || title === '' ? 'Busy' : title
