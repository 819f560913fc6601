import { EventEmitter, once } from 'node:events'
import http, { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { portOf } from './process.ts'

interface Happenings {
  begun: []
  polled: []
  withdrawn: [password: string]
}

type Reply = readonly [status: number, type: string, body: string]

const json = (body: unknown, status = 200): Reply => [
  status,
  'application/json',
  JSON.stringify(body),
]
/**
 * A server that speaks Nextcloud's Login Flow v2, version 2: begins a sign-in, is asked how it went,
 * and withdraws app passwords. `agree` is the person who presses “Grant access” in the browser.
 * Everything else goes to `otherwise`, as a calendar server that knows `username` and the passwords
 * given out.
 */
export const serveLoginFlow = async (
  options: { readonly username?: string; readonly otherwise?: RequestListener } = {},
) => {
  const events = new EventEmitter<Happenings>()
  /** What a test may change while it runs. */
  const behaviour = {
    username: options.username ?? 'desk',
    /** The next app password that is given out. */
    password: 'app-password-1',
    /** In place of the right answers, where set; `cut` ends the connection without a word. */
    begin: null as Reply | null,
    poll: null as Reply | 'cut' | null,
    withdraw: null as Reply | null,
    /** Changes what the right answers say. */
    address: (right: string): string => right,
  }
  const valid = new Set<string>()
  const asked: {
    method: string
    path: string
    authorization: string
    ocs: string
    body: string
  }[] = []
  let token = ''
  let agreed = false
  let begun = 0

  const begin = (base: string): Reply => {
    begun += 1
    token = `token-${begun}`
    agreed = false
    return json({
      poll: { token, endpoint: behaviour.address(`${base}/index.php/login/v2/poll`) },
      login: behaviour.address(`${base}/index.php/login/v2/flow/${begun}`),
    })
  }
  const poll = (base: string, body: string): Reply => {
    if (!agreed || new URLSearchParams(body).get('token') !== token) return json([], 404)
    token = ''
    valid.add(behaviour.password)
    const { username: loginName, password: appPassword } = behaviour
    return json({ server: behaviour.address(base), loginName, appPassword })
  }
  const withdraw = (authorization: string): Reply => {
    const [, password = ''] = /^[^:]*:(.*)$/.exec(decoded(authorization)) ?? []
    if (!valid.delete(password)) return json({ ocs: {} }, 401)
    queueMicrotask(() => events.emit('withdrawn', password))
    return json({ ocs: { meta: { status: 'ok' } } })
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url = '', headers } = request
    const isOurs = /\/login\/v2|\/core\/apppassword/.test(url)
    if (!isOurs && options.otherwise) return options.otherwise(request, response)
    const body = await text(request)
    const { authorization = '' } = headers
    asked.push({ method, path: url, authorization, ocs: String(headers['ocs-apirequest']), body })
    const base = `http://${headers.host}`
    const reply = url.endsWith('/login/v2')
      ? (behaviour.begin ?? begin(base))
      : url.endsWith('/poll')
        ? (behaviour.poll ?? poll(base, body))
        : url.endsWith('/core/apppassword')
          ? (behaviour.withdraw ?? withdraw(authorization))
          : json([], 404)
    if (reply === 'cut') {
      response.destroy()
    } else {
      const [status, type, words] = reply
      response.writeHead(status, { 'content-type': type })
      response.end(words)
    }
    if (url.endsWith('/login/v2')) events.emit('begun')
    if (url.endsWith('/poll')) events.emit('polled')
  }
  const server = http.createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    baseUrl: `http://127.0.0.1:${portOf(server)}`,
    behaviour,
    events,
    /** The sign-in's own requests, the oldest first. */
    asked,
    /** The person in the browser agrees to the newest sign-in. */
    agree: (): void => {
      agreed = true
    },
    /** Whether this app password opens anything. */
    isValid: (password: string): boolean => valid.has(password),
    stop: async (): Promise<void> => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

const decoded = (authorization: string): string =>
  Buffer.from(authorization.replace(/^Basic /, ''), 'base64').toString('utf8')
