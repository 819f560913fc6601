import type { Client } from '../../domain/client.ts'
import { fail, ok, type Result } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import type { ClientRow } from '../store/clients.ts'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'

/** What the use-cases about clients are made with. */
export interface ClientDesk {
  readonly store: Store
  readonly now: () => Instant
  readonly newId: () => string
  /** Notes beside the database who was erased; throws StoreError where that cannot be written. */
  readonly keepErasure: (clientId: string) => void
}

/** A client who was erased is not there any more. */
export const rowOf = (tx: Tables, id: string): Result<ClientRow> => {
  const row = tx.clients.get(id)
  return row?.erasedAt === null ? ok(row) : fail('not-found', 'This client no longer exists.')
}

export const toClient = ({ id, name, email, phone, notes, allergies }: ClientRow): Client => ({
  id,
  name,
  email,
  phone,
  notes,
  allergies,
})

export const clientOf = (tx: Tables, id: string): Result<Client> => {
  const row = rowOf(tx, id)
  return row.ok ? ok(toClient(row.value)) : row
}

/** Has the events of the client's coming appointments say who it is now. */
export const rewriteEvents = (tx: Tables, clientId: string, now: Instant): void => {
  const coming = tx.appointments.views({
    clientId,
    from: now,
    statuses: ['PENDING', 'CONFIRMED', 'ARRIVED'],
  })
  for (const { id } of coming) {
    const placement = tx.placements.current(id)
    if (placement?.calendarId) tx.outbox.want(placement.id, 'present', now)
  }
}
