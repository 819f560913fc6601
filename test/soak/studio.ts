import type { TestServer } from '../support/servers/test-server.ts'
import type { Life } from './life.ts'

/** The studio that is killed: two artists with a calendar each, on one account. */
export interface Studio {
  readonly accountId: string
  readonly artistIds: readonly string[]
  readonly calendarUrls: readonly string[]
}

/** Sets it up as a person does in the first run. */
export const setUpStudio = async (life: Life, server: TestServer): Promise<Studio> => {
  await life.get('settings.update', { zone: 'Europe/Berlin', ready: true })
  const account = await life.get('accounts.create', {
    baseUrl: server.baseUrl,
    username: server.user,
    password: server.password,
    calendarBasePath: server.homePath,
  })
  const artistIds: string[] = []
  const calendarUrls: string[] = []
  for (const name of ['Mara', 'Jonas']) {
    const artist = await life.get('artists.create', { name })
    const url = await server.createCalendar(name.toLowerCase())
    await life.get('calendars.create', {
      artistId: artist.id,
      accountId: account.id,
      url,
      role: 'booking',
    })
    artistIds.push(artist.id)
    calendarUrls.push(url)
  }
  return { accountId: account.id, artistIds, calendarUrls }
}

/** Without a keyring the password lives as long as the program: it is entered again after each start. */
export const signIn = async (life: Life, studio: Studio, server: TestServer): Promise<void> => {
  const changes = { password: server.password }
  await life.get('accounts.update', { id: studio.accountId, changes })
}
