import type { Client } from '../../domain/client.ts'
import { identitiesOf } from '../stores/duplicate.ts'

export type Pair = readonly [Client, Client]

/** Entries that look like one person: each with the first before it that has its email or phone. */
export const duplicatesAmong = (clients: readonly Client[]): Pair[] => {
  const first = new Map<string, Client>()
  return clients.flatMap((client): Pair[] => {
    const keys = identitiesOf(client)
    const twin = keys.map((key) => first.get(key)).find((one) => one !== undefined)
    for (const key of keys) if (!first.has(key)) first.set(key, client)
    return twin ? [[twin, client]] : []
  })
}
