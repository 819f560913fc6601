import type { ParsedOf } from '../../contract/questions.ts'
import type { Client } from '../../domain/client.ts'
import { fail, ok, type Result } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import type { ClientRow } from '../store/clients.ts'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'

const toClient = ({ id, name, email, phone, notes, allergies }: ClientRow): Client => ({
  id,
  name,
  email,
  phone,
  notes,
  allergies,
})

const clientOf = (tx: Tables, id: string): Result<Client> => {
  const row = tx.clients.get(id)
  return row ? ok(toClient(row)) : fail('not-found', 'This client no longer exists.')
}

/** The people who get tattooed. */
export const clientUseCases = (desk: {
  readonly store: Store
  readonly now: () => Instant
  readonly newId: () => string
}) => ({
  list: ({ search, limit }: ParsedOf<'clients.list'>): Client[] =>
    desk.store.read.clients.search(search, limit).map(toClient),

  get: ({ id }: ParsedOf<'clients.get'>): Result<Client> => clientOf(desk.store.read, id),

  create: (input: ParsedOf<'clients.create'>): Result<Client> =>
    desk.store.transaction((tx) => {
      const id = desk.newId()
      tx.clients.insert({ ...input, id, createdAt: desk.now() })
      return clientOf(tx, id)
    }),

  /** A new name or number also goes into the events of the client's coming appointments. */
  update: ({ id, changes }: ParsedOf<'clients.update'>): Result<Client> =>
    desk.store.transaction((tx) => {
      const before = clientOf(tx, id)
      if (!before.ok) return before
      tx.clients.update(id, changes)
      const { name = before.value.name, email = before.value.email } = changes
      const { phone = before.value.phone } = changes
      const { value: old } = before
      if (name !== old.name || email !== old.email || phone !== old.phone)
        rewriteEvents(tx, id, desk.now())
      return clientOf(tx, id)
    }),
})

const rewriteEvents = (tx: Tables, clientId: string, now: Instant): void => {
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
