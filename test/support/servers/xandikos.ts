import { startProgram } from './process.ts'
import { makeCalendar } from './request.ts'
import { everything, type TestServer } from './test-server.ts'

/** It knows no passwords: whatever is sent is let in. */
export const startXandikos = async (): Promise<TestServer> => {
  const { port, ...running } = await startProgram({
    command: 'xandikos',
    packages: 'xandikos',
    prepare: async (wanted, folder) => {
      const address = ['-l', '127.0.0.1', '-p', String(wanted)]
      return ['-d', folder, ...address, '--current-user-principal', '/alice/', '--defaults']
    },
  })
  const server = {
    name: 'Xandikos',
    baseUrl: `http://127.0.0.1:${port}`,
    user: 'alice',
    password: 'anything',
    homePath: '/alice/calendars/',
    principalPath: '/alice/',
    fetch: globalThis.fetch,
    supports: {
      ...everything,
      auth: false,
      invalidToken: 500,
      keepsBytes: false,
      timeRangeRecurs: false,
    },
    ...running,
  }
  return { ...server, createCalendar: async (name) => makeCalendar(server, name) }
}
