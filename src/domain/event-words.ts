import type { Client } from './client.ts'
import type { Privacy } from './settings.ts'

/** What an event says below its title about the client, as far as the privacy setting lets it. */
export const eventDescription = (
  { phone, email }: Pick<Client, 'phone' | 'email'>,
  notes: string,
  privacy: Privacy,
): string =>
  [...(privacy === 'name' ? [] : [phone]), ...(privacy === 'all' ? [email, notes] : [])]
    .filter((line) => line !== '')
    .join('\n')
