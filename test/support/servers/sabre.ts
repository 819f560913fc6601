import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { startProgram } from './process.ts'
import { makeCalendar } from './request.ts'
import { everything, type TestServer } from './test-server.ts'

const user = 'alice'
const password = 'secret: pässword'
const script = (name: string): string => fileURLToPath(new URL(`sabre/${name}`, import.meta.url))

/** sabre/dav 1.8: Nextcloud's engine in an old version, without sync-collection. */
export const startSabre = async (): Promise<TestServer> => {
  const { port, ...running } = await startProgram({
    command: 'php',
    packages: 'php-cli, php-sqlite3, php-xml, php-mbstring, php-sabre-dav',
    environment: { PHP_CLI_SERVER_WORKERS: '4', SABRE_USER: user, SABRE_PASSWORD: password },
    prepare: async (wanted, folder) => {
      const database = join(folder, 'calendars.sqlite')
      await promisify(execFile)('php', [script('create.php'), database, user])
      const options = ['-d', `sabre.database=${database}`]
      return [...options, '-S', `127.0.0.1:${wanted}`, script('router.php')]
    },
  })
  const server = {
    name: 'sabre/dav 1.8',
    baseUrl: `http://127.0.0.1:${port}`,
    user,
    password,
    homePath: `/calendars/${user}/`,
    principalPath: `/principals/${user}/`,
    fetch: globalThis.fetch,
    supports: {
      ...everything,
      syncCollection: false,
      missingInMultiget: 'whole-report' as const,
      uidConflict: false,
      wellKnown: false,
    },
    ...running,
  }
  return { ...server, createCalendar: async (name) => makeCalendar(server, name) }
}
