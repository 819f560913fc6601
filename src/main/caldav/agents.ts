import http from 'node:http'
import https from 'node:https'
import net from 'node:net'
import type { Duplex } from 'node:stream'
import tls from 'node:tls'
import type { Instant } from '../../domain/interval.ts'
import { TransportError } from './transport-error.ts'

const settings = { keepAlive: true, maxSockets: 4, maxFreeSockets: 4 }

type Connected = (error: Error | null, socket: Duplex) => void

/** Hands `socket` over once it is ready; nothing is written before, so nothing can leak. */
const whenReady = (
  socket: net.Socket,
  readyEvent: 'connect' | 'secureConnect',
  connectMs: number,
  check: () => TransportError | null,
  connected: Connected | undefined,
): void => {
  const timer = setTimeout(
    () => socket.destroy(new TransportError('timeout', 'no connection in time')),
    connectMs,
  )
  const onError = (error: Error): void => {
    clearTimeout(timer)
    connected?.(error, socket)
  }
  socket.once('error', onError)
  socket.once(readyEvent, () => {
    clearTimeout(timer)
    socket.off('error', onError)
    const refusal = check()
    if (refusal) socket.destroy()
    connected?.(refusal, socket)
  })
}

/** A certificate as it was shown when a connection was made. */
export interface SeenCertificate {
  /** Who vouches for it; empty where it does not say. */
  readonly issuer: string
  readonly until: Instant
  /** False for one that is trusted by its fingerprint alone. */
  readonly verified: boolean
}

const seenIn = (socket: tls.TLSSocket): SeenCertificate => {
  const { issuer, valid_to: until } = socket.getPeerCertificate()
  return {
    issuer: [issuer?.CN ?? issuer?.O ?? ''].flat()[0] ?? '',
    until: Date.parse(until),
    verified: socket.authorized,
  }
}

interface Address {
  readonly host: string
  readonly port: number
}

const addressOf = ({ host, port }: http.ClientRequestArgs, defaultPort: number): Address => ({
  host: host ?? 'localhost',
  port: Number(port ?? defaultPort),
})

/** The agents for both protocols. Nothing is connected before the first request. */
export const connectionAgents = ({
  trusted,
  connectMs,
  onCertificate = () => undefined,
}: {
  readonly trusted: (host: string) => readonly string[]
  readonly connectMs: number
  /** Hears of the certificate of each connection that is used. */
  readonly onCertificate?: (host: string, certificate: SeenCertificate) => void
}): { readonly http: http.Agent; readonly https: https.Agent; readonly close: () => void } => {
  // The agents know of a connection only once it stands.
  const connecting = new Set<net.Socket>()
  const follow = (socket: net.Socket, readyEvent: 'connect' | 'secureConnect'): void => {
    connecting.add(socket)
    for (const event of [readyEvent, 'close']) socket.once(event, () => connecting.delete(socket))
  }
  const plain = new http.Agent(settings)
  plain.createConnection = (options, connected) => {
    const socket = net.connect(addressOf(options, 80))
    whenReady(socket, 'connect', connectMs, () => null, connected)
    follow(socket, 'connect')
    return undefined
  }

  const secure = new https.Agent(settings)
  secure.createConnection = (options, connected) => {
    const address = addressOf(options, 443)
    // The check is ours, below, as a certificate that is refused must be shown by its fingerprint.
    const socket = tls.connect({
      ...address,
      servername: net.isIP(address.host) ? '' : address.host,
      rejectUnauthorized: false,
    })
    const check = (): TransportError | null => {
      const { fingerprint256 } = socket.getPeerCertificate()
      if (!socket.authorized && !trusted(address.host).includes(fingerprint256))
        return new TransportError('certificate', 'not verified', fingerprint256)
      onCertificate(address.host, seenIn(socket))
      return null
    }
    whenReady(socket, 'secureConnect', connectMs, check, connected)
    follow(socket, 'secureConnect')
    return undefined
  }

  return {
    http: plain,
    https: secure,
    close: () => {
      for (const socket of connecting) socket.destroy(new TransportError('cancelled', 'closed'))
      plain.destroy()
      secure.destroy()
    },
  }
}
