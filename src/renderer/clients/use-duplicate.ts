import { emailKey, phoneKey, type Client } from '../../domain/client.ts'
import { useClients } from '../stores/reads.ts'
import { LONG_ENOUGH } from './duplicates.ts'

/** Somebody else with the same email address or phone number. */
export const useDuplicate = (
  { email, phone }: Pick<Client, 'email' | 'phone'>,
  ownId: string | null,
): Client | undefined => {
  const asksEmail = email.includes('@')
  const asksPhone = phoneKey(phone).length >= LONG_ENOUGH
  const byEmail = useClients({ search: email.trim(), limit: 5 }, asksEmail).value ?? []
  const byPhone = useClients({ search: phone.trim(), limit: 5 }, asksPhone).value ?? []
  const same = [
    ...(asksEmail ? byEmail.filter((one) => emailKey(one.email) === emailKey(email)) : []),
    ...(asksPhone ? byPhone.filter((one) => phoneKey(one.phone) === phoneKey(phone)) : []),
  ]
  return same.find(({ id }) => id !== ownId)
}
