import { untitled } from '../../domain/availability.ts'
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

/**
 * Everything in `calendars` that overlaps `span` and is not told by an appointment of ours. `asked`: the
 * appointment whose own events are to be known as its own.
 */
export const busyTime = (
  tx: Tables,
  busyBeyond: Desk['busyBeyond'],
  calendars: readonly CalendarRow[],
  span: Interval,
  asked?: string,
): Occurrence[] => {
  const ids = calendars.map(({ id }) => id)
  const kept = tx.busy.overlapping(ids, span.start, span.end)
  const far = beyondWindow(busyBeyond, calendars, span)
  const owners = far.length > 0 ? ownersIn(tx, span, asked) : new Map<number, Owner>()
  const lenient = lenientOnes(calendars)
  const occurrences = new Map<string, Occurrence>()
  const add = (busy: BusyBeyond, owner: Owner): void => {
    if (isToldByAppointment(owner, busy)) return
    const blocks = !(busy.transparent && lenient.has(busy.calendarId))
    occurrences.set(occurrenceId(busy), { ...busy, appointmentId: owner.appointmentId, blocks })
  }
  for (const busy of kept) add(busy, busy)
  for (const busy of far) add(busy, owners.get(busy.objectId) ?? nobody)
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
  const owners = ownersIn(tx, span, ignoring)
  const lenient = lenientOnes(calendars)
  const isBlocked = (busy: Timed, owner: Owner = nobody): boolean => {
    if (busy.transparent && lenient.has(busy.calendarId)) return false
    if (ignoring && owner.appointmentId === ignoring) return false
    return !isToldByAppointment(owner, busy)
  }
  return [
    ...tx.busy.times(ids, span.start, span.end),
    ...beyondWindow(busyBeyond, calendars, span),
  ].filter((busy) => isBlocked(busy, owners.get(busy.objectId)))
}

/** By object, as far as it matters for what they block in `span`. */
const ownersIn = (tx: Tables, { start, end }: Interval, asked?: string): Map<number, Owner> =>
  new Map(tx.busy.owners(start, end, asked).map((own) => [own.objectId, own]))

/** Calendars in which events marked free do not block. */
const lenientOnes = (calendars: readonly CalendarRow[]): Set<string> =>
  new Set(calendars.filter((row) => row.freeDoesNotBlock).map(({ id }) => id))

const beyondWindow = (
  busyBeyond: Desk['busyBeyond'],
  calendars: readonly CalendarRow[],
  span: Interval,
): BusyBeyond[] =>
  calendars.flatMap((calendar, index) =>
    outsideWindow(calendar, span).flatMap(
      (part) => busyBeyond(calendar.id, part) ?? [unread(calendar, part, index)],
    ),
  )

/** Stands for what a calendar may have there, which was not read yet. */
const unread = ({ id }: CalendarRow, part: Interval, index: number): BusyBeyond => ({
  ...part,
  objectId: -1 - index,
  calendarId: id,
  title: untitled.unread,
  private: false,
  transparent: false,
  allDay: false,
})

/** The same for an occurrence at the window's edge, whichever way it was found. */
export const occurrenceId = ({ objectId, start, end }: BusyBeyond): string =>
  `${objectId}:${start}:${end}`

/** A calendar that was never expanded has nothing that could be. */
const outsideWindow = ({ busyFrom, busyTo }: CalendarRow, span: Interval): Interval[] =>
  busyFrom === null || busyTo === null ? [] : subtract(span, [{ start: busyFrom, end: busyTo }])

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

/** No object has a number below zero. */
export const sourceOf = ({ objectId }: Pick<BusyBeyond, 'objectId'>): 'event' | 'unread' =>
  objectId < 0 ? 'unread' : 'event'

/** The title as anyone may read it. */
export const publicTitle = ({ title, ...busy }: Pick<BusyBeyond, 'title' | 'private'>): string =>
  busy.private || title === '' ? untitled.busy : title
