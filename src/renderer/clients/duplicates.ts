import { emailKey, phoneKey, type Client } from '../../domain/client.ts'

/** Digits enough to be somebody's number. */
export const LONG_ENOUGH = 6

export type Pair = readonly [Client, Client]

const keysOf = ({ email, phone }: Client): string[] => {
  const digits = phoneKey(phone)
  return [
    ...(email.includes('@') ? [emailKey(email)] : []),
    ...(digits.length >= LONG_ENOUGH ? [digits] : []),
  ]
}

/** Entries that look like one person: each with the first before it that has its email or phone. */
export const duplicatesAmong = (clients: readonly Client[]): Pair[] => {
  const first = new Map<string, Client>()
  return clients.flatMap((client): Pair[] => {
    const keys = keysOf(client)
    const twin = keys.map((key) => first.get(key)).find((one) => one !== undefined)
    for (const key of keys) if (!first.has(key)) first.set(key, client)
    return twin ? [[twin, client]] : []
  })
}
