import type { Client } from '../../domain/client.ts'

/** What a person types about a client. */
export type ClientEntry = Omit<Client, 'id'>

export const blank: ClientEntry = { name: '', phone: '', email: '', notes: '', allergies: '' }

const fields = ['name', 'phone', 'email', 'notes', 'allergies'] as const

/** The fields that differ: what somebody else changed meanwhile is not written over. */
export const changesTo = (before: ClientEntry, after: ClientEntry): Partial<ClientEntry> =>
  Object.fromEntries(
    fields.filter((key) => after[key] !== before[key]).map((key) => [key, after[key]]),
  )
