import { z } from 'zod'
import type { ClientFigures } from '../../domain/client-record.ts'
import type { Client } from '../../domain/client.ts'
import type { ClientErasure, ClientExport } from '../../domain/views.ts'
import { id, line, clientFields, client } from '../fields.ts'
import { ask, askAdmin } from '../question.ts'

export const clientsQuestions = {
  'clients.list': ask<Client[]>()(
    z.object({ search: line(200).default(''), limit: z.int().min(1).max(10_000).default(50) }),
  ),
  'clients.get': ask<Client>()(z.object({ id })),
  'clients.create': ask<Client>()(client),
  'clients.update': ask<Client>()(z.object({ id, changes: z.object(clientFields).partial() })),

  'clients.record': ask<ClientFigures>()(z.object({ id })),
  /** One person under two entries: `drop`'s appointments and details go to `keep`. */
  'clients.merge': ask<Client>()(
    z
      .object({ keep: id, drop: id })
      .refine(({ keep, drop }) => keep !== drop, { path: ['drop'], message: 'is the same client' }),
  ),
  /** Everything there is about one person. */
  'clients.export': askAdmin<ClientExport>()(z.object({ id })),
  /** Removes what there is about one person; refused while something is still to come. */
  'clients.erase': askAdmin<ClientErasure>()(z.object({ id })),
} as const
