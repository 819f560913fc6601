import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startProgram } from './process.ts'
import { makeCalendar } from './request.ts'
import { everything, type TestServer } from './test-server.ts'

const user = 'alice'
const password = 'secret: pässword'

export const startRadicale = async (): Promise<TestServer> => {
  const { port, ...running } = await startProgram({
    command: 'radicale',
    packages: 'radicale',
    prepare: async (wanted, folder) => {
      const config = join(folder, 'config')
      const users = join(folder, 'users')
      const storage = join(folder, 'collections')
      await mkdir(storage)
      await writeFile(users, `${user}:${password}\n`)
      await writeFile(
        config,
        [
          '[server]',
          `hosts = 127.0.0.1:${wanted}`,
          '[auth]',
          'type = htpasswd',
          'htpasswd_encryption = plain',
          `htpasswd_filename = ${users}`,
          'delay = 0',
          '[rights]',
          'type = owner_only',
          '[storage]',
          `filesystem_folder = ${storage}`,
          '',
        ].join('\n'),
      )
      return ['--config', config]
    },
  })
  const server = {
    name: 'Radicale',
    baseUrl: `http://127.0.0.1:${port}`,
    user,
    password,
    homePath: `/${user}/`,
    principalPath: `/${user}/`,
    fetch: globalThis.fetch,
    supports: { ...everything, keepsBytes: false },
    ...running,
  }
  return { ...server, createCalendar: async (name) => makeCalendar(server, name) }
}
