import { openRemote } from '../../src/main/caldav/client.ts'
import { createSampleServer } from '../../src/main/sample/server/server.ts'
import type { Login } from '../../src/main/sync/remote.ts'

export const NOW = Date.UTC(2026, 6, 1, 8)
export const now = (): number => NOW

/** A server in the process with one calendar, and the client's way to it. Names and passwords are not ASCII. */
export const studio = () => {
  const user = { name: 'jürgen', password: 'pässwörd: ж', displayName: 'Jürgen' }
  const server = createSampleServer({ now, users: [user, { ...user, name: 'bob' }] })
  const calendar = server.mkcalendar({ user: user.name, name: 'bookings' })
  const login: Login = {
    baseUrl: server.origin,
    username: user.name,
    password: user.password,
    calendarBasePath: '/remote.php/dav/calendars',
  }
  const remote = openRemote(login, { fetch: server.fetch, now })
  const hrefOf = (name: string): string => new URL(calendar).pathname + name
  return { server, calendar, login, remote, hrefOf }
}
