import {
  createSampleServer,
  type SampleServer,
  type SampleServerOptions,
} from '../../src/main/sample/server/server.ts'
import { request, type PlainAnswer } from '../support/servers/request.ts'
import { syncBody } from '../support/servers/wire.ts'

type Options = Parameters<typeof request>[3]

export interface Zoe {
  readonly server: SampleServer
  /** Her calendar's URL and path. */
  readonly calendar: string
  readonly path: string
  readonly ask: (method: string, url: string, body?: string, depth?: string) => Promise<PlainAnswer>
  readonly put: (file: string, body: string) => Promise<PlainAnswer>
  readonly sync: (token: string, limit?: number) => Promise<PlainAnswer>
  /** A request as it is, by any of the users. */
  readonly as: (user: User, method: string, url: string, options?: Options) => Promise<PlainAnswer>
}

type User = SampleServerOptions['users'][number]

export const zoe: User = { name: 'zoë', password: 'пароль: ö', displayName: 'Zoë <& Co>' }
export const bob: User = { name: 'bob', password: 'hunter2', displayName: 'Bob' }
export const zoesHome = '/remote.php/dav/calendars/zo%C3%AB/'

/** A sample server with two users and one empty calendar, with everything in it that needs escaping. */
export const startZoe = (options: Partial<SampleServerOptions> = {}): Zoe => {
  const server = createSampleServer({
    now: () => Date.UTC(2026, 6, 1),
    users: [zoe, bob],
    ...options,
  })
  const calendar = options.state
    ? `${server.origin}${zoesHome}work/`
    : server.mkcalendar({ user: zoe.name, name: 'work', displayName: 'Work & <play>' })
  const path = new URL(calendar).pathname
  const as: Zoe['as'] = async ({ name, password }, method, url, more) =>
    request(
      { baseUrl: server.origin, user: name, password, fetch: server.fetch },
      method,
      url,
      more,
    )
  const ask: Zoe['ask'] = async (method, url, body, depth = '1') =>
    as(zoe, method, url, { headers: { Depth: depth }, ...(body === undefined ? {} : { body }) })
  return {
    server,
    calendar,
    path,
    as,
    ask,
    put: async (file, body) => ask('PUT', calendar + file, body),
    sync: async (token, limit) => ask('REPORT', path, syncBody(token, limit)),
  }
}
