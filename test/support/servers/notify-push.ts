import { EventEmitter, once } from 'node:events'
import http, { type RequestListener } from 'node:http'
import https from 'node:https'
import { WebSocketServer, type WebSocket } from 'ws'
import { portOf } from './process.ts'

export interface NotifyPushOptions {
  readonly certificate?: { readonly key: string; readonly cert: string }
  /** Answers what is not about capabilities. */
  readonly otherwise?: RequestListener
}

/** What happens at a server, as a test waits for it. */
interface Happenings {
  asked: []
  'signed-in': []
  refused: []
  left: []
}

/**
 * A server that offers push as Nextcloud does: capabilities that name a web socket, which expects
 * user name and password and then tells when something changed.
 */
export const serveNotifyPush = async ({ certificate, otherwise }: NotifyPushOptions = {}) => {
  const events = new EventEmitter<Happenings>()
  /** What may be changed while it runs. */
  const behaviour = {
    password: 'secret',
    /** Whether the web socket finds the password right. */
    accepts: true,
    /** The body of the capabilities; null names the web socket. */
    capabilities: null as string | null,
    status: 200,
  }
  const signIns: string[] = []
  const asked: { path: string; ocs: string | undefined }[] = []
  const listening = new Set<WebSocket>()
  const authorization = (): string =>
    `Basic ${Buffer.from(`desk:${behaviour.password}`).toString('base64')}`

  const answer: RequestListener = (request, response) => {
    const { url = '', headers } = request
    if (otherwise && !url.startsWith('/ocs/')) return otherwise(request, response)
    asked.push({ path: url, ocs: String(headers['ocs-apirequest']) })
    events.emit('asked')
    const status = headers.authorization === authorization() ? behaviour.status : 401
    const websocket = `${certificate ? 'wss' : 'ws'}://${headers.host}/push/ws`
    const named = { ocs: { data: { capabilities: { notify_push: { endpoints: { websocket } } } } } }
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(behaviour.capabilities ?? JSON.stringify(named))
  }
  const server = certificate ? https.createServer(certificate, answer) : http.createServer(answer)
  const sockets = new WebSocketServer({ server, path: '/push/ws' })
  sockets.on('connection', (socket) => {
    const words: string[] = []
    socket.on('close', () => {
      listening.delete(socket)
      events.emit('left')
    })
    socket.on('message', (message) => {
      words.push(Buffer.isBuffer(message) ? message.toString('utf8') : '')
      if (words.length !== 2) return
      signIns.push(words.join(' '))
      if (behaviour.accepts && words.join(' ') === `desk ${behaviour.password}`) {
        listening.add(socket)
        socket.send('authenticated')
        events.emit('signed-in')
      } else {
        socket.send('err: Invalid credentials')
        events.emit('refused')
        socket.close()
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${portOf(server)}`

  return {
    baseUrl: `${certificate ? 'https' : 'http'}://${host}`,
    endpoint: `${certificate ? 'wss' : 'ws'}://${host}/push/ws`,
    behaviour,
    /** `user password` of every sign-in at the web socket. */
    signIns,
    /** Requests for the capabilities. */
    asked,
    events,
    listeners: () => listening.size,
    /** Sends `messages` to all who listen; resolves when they have been read. */
    say: async (...messages: string[]): Promise<void> => {
      await Promise.all(
        [...listening].map(async (socket) => {
          for (const message of messages) socket.send(message)
          const pong = once(socket, 'pong')
          socket.ping()
          await pong
        }),
      )
    },
    /** Breaks every line without a word. */
    drop: (): void => {
      for (const socket of sockets.clients) socket.terminate()
    },
    stop: async (): Promise<void> => {
      for (const socket of sockets.clients) socket.terminate()
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
