import type { ParsedOf } from '../../contract/questions.ts'
import { bothTexts, nameKey } from '../../domain/client.ts'
import { fail, ok, type Result } from '../../domain/failure.ts'
import type { AppointmentView } from '../../domain/views.ts'
import type { ClientRow } from '../store/clients.ts'
import type { Tables } from '../store/tables.ts'
import { audit, requireFree, viewOf } from './change.ts'
import type { Desk } from './desk.ts'
import { place } from './placing.ts'

type Input = ParsedOf<'appointments.create'>

type NewClient = Exclude<Input['client'], { id: string }>

/**
 * Books an appointment; the same id again answers the booking there is. Fails with `not-found`,
 * `invalid-input`, `slot-taken`, `outside-hours`, `no-calendar`.
 */
export const createAppointment = (desk: Desk, input: Input): Result<AppointmentView> =>
  desk.store.transaction((tx) => {
    const { id, client, alternates, overrule, ...fields } = input
    const existing = tx.appointments.view(id)
    if (existing) return ok(existing)
    if ('id' in client && tx.clients.get(client.id)?.erasedAt !== null)
      return fail('not-found', 'This client no longer exists.', { field: 'client' })
    const free = requireFree(tx, desk, fields, overrule)
    if (!free.ok) return free
    const calendar = tx.calendars.bookingOf(fields.artistId)
    if (!calendar) return fail('no-calendar', 'This artist has no booking calendar yet.')

    const now = desk.now()
    const clientId = 'id' in client ? client.id : enterClient(tx, desk, client)
    tx.appointments.insert({ ...fields, id, clientId, createdAt: now, updatedAt: now })
    tx.appointments.setAlternates(id, alternates)
    tx.appointments.update(id, { placement: place(tx, desk, id, calendar) })
    const after = { ...fields, clientId, alternates }
    audit(tx, desk, id, 'booked', { before: null, after }, free.value)
    return viewOf(tx, id)
  })

/**
 * The id of the client with this name and email or phone, made when there is none. Two people may
 * share an address, so the name has to be the same as well.
 */
const enterClient = (tx: Tables, desk: Desk, client: NewClient): string => {
  const known = tx.clients
    .findDuplicate(client.email, client.phone)
    .find(({ name }) => nameKey(name) === nameKey(client.name))
  if (known) {
    tx.clients.update(known.id, completed(known, client))
    return known.id
  }
  const id = desk.newId()
  tx.clients.insert({ ...client, id, createdAt: desk.now() })
  return id
}

/** Nothing that was entered is lost: the newer address, and both notes. */
const completed = (known: ClientRow, entered: NewClient) => ({
  email: entered.email || known.email,
  phone: entered.phone || known.phone,
  notes: bothTexts(known.notes, entered.notes),
  allergies: bothTexts(known.allergies, entered.allergies),
})
