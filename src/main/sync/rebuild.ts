import type { AppointmentRow } from '../store/appointments.ts'
import type { CalendarRow } from '../store/calendars.ts'
import type { Tables } from '../store/tables.ts'
import type { WireEvent } from '../ical/wire.ts'
import { wishOfRow, type Seen } from './case.ts'
import { differing } from './facts.ts'
import { settledBy } from './recall.ts'
import { toldBy } from './told.ts'
import { tellOfStray } from './stray.ts'

const OURS = '@linework'

const isUuid = (text: string | undefined): text is string =>
  text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/**
 * Makes a booking again of an event that Linework wrote and that nothing here knows: one made after the
 * backup that was restored, or before this desk began anew. Asked only when an event of a booking calendar
 * is read for the first time; what cannot be rebuilt stays somebody's event, which blocks. Of a second event
 * of a booking that is known staff are told.
 */
export const rebuild = (tx: Tables, calendar: CalendarRow, seen: Seen, now: number): void => {
  const { event } = seen
  if (calendar.role !== 'booking' || !event?.uid.endsWith(OURS)) return
  if (event.recurring || event.allDay || event.status === 'CANCELLED') return
  if (event.start >= event.end || tx.placements.byUid(event.uid)) return
  const { ID: id, CLIENT: clientId } = event.linework
  const placementId = event.uid.slice(0, -OURS.length)
  if (!isUuid(id) || !isUuid(clientId) || !isUuid(placementId)) return

  if (tx.clients.get(clientId)?.erasedAt) return
  const known = tx.appointments.get(id)
  if (known && !isSuperseded(tx, known)) {
    tellOfStray(tx, known, calendar.id, event, now)
    return
  }
  const row = known
    ? moveHere(tx, calendar, known, event, now)
    : enter(tx, calendar, id, event, now)
  const agreed = settledBy(tx, seen, row)
  tx.placements.insert({
    id: placementId,
    appointmentId: id,
    number: row.placement ?? 1,
    calendarId: calendar.id,
    caldavUid: event.uid,
    href: seen.object.href,
    caldavEtag: seen.object.etag,
    baseText: seen.object.text,
    baseHash: seen.object.hash,
    agreed,
    sequence: event.sequence,
    createdAt: now,
  })
  // Approved by its status alone, its title asks still.
  if (differing(wishOfRow(tx, row), agreed).length > 0) tx.outbox.want(placementId, 'present', now)
}

/**
 * The placement that the backup knows was replaced since: by a move to another artist, or by booking
 * again what had been cancelled. Not so once it was compared and is alive: then this is a copy.
 */
const isSuperseded = (tx: Tables, { id }: AppointmentRow): boolean => {
  const current = tx.placements.current(id)
  if (!current || current.recalled) return true
  const row = tx.outbox.get(current.id)
  return current.baseHash === null && (row === undefined || row.phase === 'held')
}

const fieldsOf = (event: WireEvent) => {
  const { rest, notes, start, end, description, status } = toldBy(event)
  const { alternates = [], ...deposit } = rest ?? {}
  const fields = { start, end, description, status, ...deposit, ...(notes !== null && { notes }) }
  return { alternates, fields }
}

const enter = (
  tx: Tables,
  calendar: CalendarRow,
  id: string,
  event: WireEvent,
  now: number,
): AppointmentRow => {
  const { linework } = event
  const clientId = linework['CLIENT'] ?? ''
  if (!tx.clients.get(clientId))
    tx.clients.insert({
      id: clientId,
      name: toldBy(event).clientName,
      phone: linework['PHONE'] ?? '',
      email: linework['EMAIL'] ?? '',
      createdAt: now,
    })
  const { fields, alternates } = fieldsOf(event)
  const { artistId } = calendar
  const row = { ...fields, id, artistId, clientId, placement: 1, createdAt: now, updatedAt: now }
  tx.appointments.insert(row)
  return entered(tx, id, { ...fields, artistId, clientId }, alternates, now)
}

const moveHere = (
  tx: Tables,
  { artistId }: CalendarRow,
  known: AppointmentRow,
  event: WireEvent,
  now: number,
): AppointmentRow => {
  const { id } = known
  const before = tx.placements.current(id)
  // What the backup was about to say about it is overtaken.
  if (before) tx.outbox.remove(before.id)
  const last = tx.placements.ofAppointment(id).at(-1)
  const { fields, alternates } = fieldsOf(event)
  tx.appointments.update(id, {
    ...fields,
    artistId,
    placement: (last?.number ?? 0) + 1,
    trouble: null,
    cancelledBy: null,
    cancelReason: null,
    version: known.version + 1,
    updatedAt: now,
  })
  return entered(tx, id, { ...fields, artistId }, alternates, now)
}

const entered = (
  tx: Tables,
  id: string,
  after: Partial<AppointmentRow>,
  alternates: readonly { start: number; end: number }[],
  now: number,
): AppointmentRow => {
  tx.appointments.setAlternates(id, alternates)
  const { placement: _, trouble: __, acceptedOverlap: ___, ...fields } = after
  tx.audit.insert({
    at: now,
    actor: 'system',
    action: 'restored',
    appointmentId: id,
    before: null,
    after: { ...fields, alternates },
  })
  const row = tx.appointments.get(id)
  if (!row) throw new Error('The appointment just entered is not there.')
  return row
}
