import { emailKey, phoneTail, type Client } from '../../domain/client.ts'
import { useClients } from './reads.ts'

/** Digits enough to be somebody's number. */
const LONG_ENOUGH = 6

/** What tells that two entries are one person: email and phone, each as it is compared. */
export const identitiesOf = ({ email, phone }: Pick<Client, 'email' | 'phone'>): string[] => {
  const tail = phoneTail(phone)
  return [
    ...(email.includes('@') ? [emailKey(email)] : []),
    ...(tail.length >= LONG_ENOUGH ? [tail] : []),
  ]
}

/** Somebody else with the same email address or phone number. */
export const useDuplicate = (
  entry: Pick<Client, 'email' | 'phone'>,
  ownId: string | null,
): Client | undefined => {
  const { email, phone } = entry
  const asksEmail = email.includes('@')
  const tail = phoneTail(phone)
  const asksPhone = tail.length >= LONG_ENOUGH
  const byEmail = useClients({ search: email.trim(), limit: 5 }, asksEmail).value ?? []
  const byPhone = useClients({ search: tail, limit: 5 }, asksPhone).value ?? []
  const found = [...(asksEmail ? byEmail : []), ...(asksPhone ? byPhone : [])]
  const identities = identitiesOf(entry)
  return found.find(
    (one) => one.id !== ownId && identitiesOf(one).some((key) => identities.includes(key)),
  )
}
