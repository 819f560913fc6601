import type { ParsedOf } from '../../contract/questions.ts'
import type { Client } from '../../domain/client.ts'
import type { Result } from '../../domain/failure.ts'
import { clientOf, rewriteEvents, toClient, type ClientDesk } from './desk.ts'
import { eraseClient } from './erase.ts'
import { mergeClients } from './merge.ts'
import { exportClient, figuresOf } from './record.ts'

/** The people who get tattooed. */
export const clientUseCases = (desk: ClientDesk) => ({
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

  record: (input: ParsedOf<'clients.record'>) => figuresOf(desk, input.id),
  merge: (input: ParsedOf<'clients.merge'>) => mergeClients(desk, input),
  export: (input: ParsedOf<'clients.export'>) => exportClient(desk, input.id),
  erase: (input: ParsedOf<'clients.erase'>) => eraseClient(desk, input.id),
})
