import type { CalendarRow } from '../store/calendars.ts'
import type { PlacementRow } from '../store/placements.ts'
import type { Tables } from '../store/tables.ts'
import type { Desk } from './desk.ts'

/** What a change means for the artist's calendar. */
export type Calendar =
  /** nothing */
  | 'same'
  /** the event stays as the server has it, whatever waited to be sent */
  | 'as-it-is'
  /** the event shows it */
  | 'present'
  /** the event shows it, and what an earlier place still has of it is deleted */
  | 'only'
  /** the event is deleted */
  | 'gone'
  /** a deleted event is there again: the one there was where its deletion has not begun, else a new one */
  | 'back'
  /** a new event in the artist's booking calendar; the one there was is deleted */
  | 'anew'

/** Fixes UID and href of a new placement and asks for its event; answers its number. */
export const place = (
  tx: Tables,
  desk: Desk,
  appointmentId: string,
  calendar: CalendarRow,
): number => {
  const last = tx.placements.ofAppointment(appointmentId).at(-1)
  const number = (last?.number ?? 0) + 1
  const id = desk.newId()
  // Not the appointment's id: a UID that was deleted must never be used again.
  const uuid = desk.newId()
  tx.placements.insert({
    id,
    appointmentId,
    number,
    calendarId: calendar.id,
    caldavUid: `${uuid}@linework`,
    href: `${new URL(calendar.url).pathname}${uuid}.ics`,
    createdAt: desk.now(),
  })
  tx.outbox.want(id, 'present', desk.now())
  return number
}

/** Asks for the event to be deleted; one that was never sent, or is out of reach, is let go. */
const retire = (tx: Tables, desk: Desk, { id, ...base }: PlacementRow): void => {
  const row = tx.outbox.get(id)
  const sent = row?.phase === 'verify' || (row?.sendingHash ?? null) !== null
  const known = base.caldavEtag !== null || base.baseHash !== null || base.baseText !== null
  if (base.calendarId !== null && (sent || known)) tx.outbox.want(id, 'gone', desk.now())
  else tx.outbox.remove(id)
}

/** It was in the calendar and was deleted there: its UID is used up. */
const isDeletedThere = ({ agreed, baseHash }: PlacementRow): boolean =>
  agreed !== null && baseHash === null

/** What is over stays so without an event: the artist has tidied up. */
const isOver = (tx: Tables, appointmentId: string): boolean => {
  const status = tx.appointments.get(appointmentId)?.status
  return status === 'COMPLETED' || status === 'NO_SHOW'
}

/**
 * Writes down in the outbox what the artist's calendar should show from now on; answers the number
 * of the placement that counts.
 */
export const deliver = (
  tx: Tables,
  desk: Desk,
  { id, artistId }: { readonly id: string; readonly artistId: string },
  calendar: Calendar,
): number | null => {
  const current = tx.placements.current(id)
  const number = current?.number ?? null
  if (calendar === 'same') return number
  if (calendar === 'as-it-is') {
    if (current) tx.outbox.remove(current.id)
    return number
  }
  if (calendar === 'only') {
    const left = tx.placements.ofAppointment(id).filter((other) => other.id !== current?.id)
    for (const placement of left) if (placement.baseHash !== null) retire(tx, desk, placement)
    return deliver(tx, desk, { id, artistId }, 'present')
  }
  if (calendar === 'back') {
    const row = current && tx.outbox.get(current.id)
    // A deletion without an answer may arrive much later, and must not find the event in use again.
    const begun = row?.intent !== 'gone' || row.phase !== 'ready' || row.attempts > 0
    return deliver(tx, desk, { id, artistId }, begun ? 'anew' : 'present')
  }
  if (calendar === 'present' && current?.calendarId) {
    if (isDeletedThere(current))
      return isOver(tx, id) ? number : deliver(tx, desk, { id, artistId }, 'anew')
    tx.outbox.want(current.id, 'present', desk.now())
    return number
  }
  if (current && calendar !== 'present') retire(tx, desk, current)
  if (calendar === 'gone') return number

  // The calendar it was in is no longer set up, or is another artist's.
  const booking = tx.calendars.bookingOf(artistId)
  return booking ? place(tx, desk, id, booking) : number
}
