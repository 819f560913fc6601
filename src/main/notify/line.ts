import type http from 'node:http'
import type https from 'node:https'
import { WebSocket } from 'ws'
import type { Timers } from '../sync/engine.ts'
import type { Login } from '../sync/remote.ts'

export interface LineParts {
  /** Make the connections, and refuse certificates nobody vouches for. */
  readonly agents: { readonly http: http.Agent; readonly https: https.Agent }
  readonly timers: Timers
}

export interface Hearing {
  readonly onSignedIn: () => void
  readonly onHint: () => void
}

/** `refused`: the sign-in was; asking again would not help. `lost`: anything else. */
export type LineEnd = 'refused' | 'lost'

/** The server pings after 30 s without a message: a line that is silent for longer is dead. */
const SILENCE = 90_000

const messageKind = (text: string): 'signed-in' | 'refused' | 'hint' | 'other' => {
  if (text === 'authenticated') return 'signed-in'
  if (text.startsWith('err: ')) return 'refused'
  return text.startsWith('notify_') ? 'hint' : 'other'
}

/**
 * Signs in at a web socket of `notify_push` and listens until the line ends or `signal` ends it.
 * User name and password are sent once the line stands, one message each.
 */
export const holdLine = (
  endpoint: string,
  { username, password }: Pick<Login, 'username' | 'password'>,
  { onSignedIn, onHint }: Hearing,
  { agents, timers }: LineParts,
  signal: AbortSignal,
): Promise<LineEnd> =>
  new Promise((resolve) => {
    const socket = new WebSocket(endpoint, {
      agent: endpoint.startsWith('wss:') ? agents.https : agents.http,
      perMessageDeflate: false,
      maxPayload: 64 * 1024,
      headers: { 'user-agent': 'Linework' },
    })
    let end: LineEnd = 'lost'
    let silence: unknown
    const hangUp = (): void => socket.terminate()
    const heard = (): void => {
      timers.clear(silence)
      silence = timers.set(hangUp, SILENCE)
    }
    const refuse = (): void => {
      end = 'refused'
      hangUp()
    }

    socket.on('open', () => {
      heard()
      socket.send(username)
      socket.send(password)
    })
    socket.on('ping', heard)
    socket.on('message', (message) => {
      heard()
      const kind = messageKind(Buffer.isBuffer(message) ? message.toString('utf8') : '')
      if (kind === 'signed-in') onSignedIn()
      else if (kind === 'refused') refuse()
      else if (kind === 'hint') onHint()
    })
    socket.on('unexpected-response', (_request, { statusCode }) =>
      statusCode === 401 || statusCode === 403 ? refuse() : hangUp(),
    )
    // Whatever it was, `close` follows.
    socket.on('error', () => undefined)
    socket.on('close', () => {
      timers.clear(silence)
      signal.removeEventListener('abort', hangUp)
      resolve(end)
    })
    signal.addEventListener('abort', hangUp)
    heard()
    if (signal.aborted) hangUp()
  })
