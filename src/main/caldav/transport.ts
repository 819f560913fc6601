import http from 'node:http'
import https from 'node:https'
import type { Readable } from 'node:stream'
import { connectionAgents, type SeenCertificate } from './agents.ts'
import { decodedBody } from './response-body.ts'
import { createSlots } from './slots.ts'
import type { Fetch } from './session.ts'
import { asTransportError, TransportError } from './transport-error.ts'

export interface TransportOptions {
  /** SHA-256 fingerprints (`AB:CD:…`) of certificates an admin trusts for a host. */
  readonly trusted?: (host: string) => readonly string[]
  /** Milliseconds until a connection stands, encryption included. */
  readonly connectMs?: number
  /** Milliseconds without a single byte. */
  readonly idleMs?: number
  /** Milliseconds from the question to the end of the answer. */
  readonly totalMs?: number
  /** Bytes of a body, packed or unpacked. */
  readonly bodyLimit?: number
}

/** Like the global `fetch`, which can take the process down with it; `close` ends idle connections. */
export type Transport = Fetch & {
  readonly close: () => void
  /** What a host showed at the last connection made to it; null where there was none. */
  readonly certificateOf: (host: string) => SeenCertificate | null
}

/** The server closed a kept connection at the moment it was used again. */
class StaleConnection extends TransportError {
  constructor() {
    super('unreachable', 'ECONNRESET')
  }
}

const retryable = (request: http.ClientRequest, error: Error): StaleConnection | null =>
  request.reusedSocket && 'code' in error && error.code === 'ECONNRESET'
    ? new StaleConnection()
    : null

const safe = new Set(['GET', 'HEAD', 'OPTIONS', 'PROPFIND', 'REPORT'])
const withoutBody = new Set([204, 205, 304])

const headersOf = ({ rawHeaders }: http.IncomingMessage): Headers => {
  const headers = new Headers()
  for (let at = 0; at + 1 < rawHeaders.length; at += 2)
    headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '')
  return headers
}

/**
 * The body as a stream for the web. Written out as Node's own bridge throws when a body is given up
 * and then breaks.
 */
const webStream = (body: Readable, reasonOf: () => TransportError | null): ReadableStream => {
  const chunks = body.iterator()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const next: IteratorResult<Buffer> = await chunks.next()
          if (next.done) controller.close()
          else controller.enqueue(new Uint8Array(next.value))
        } catch (error) {
          controller.error(reasonOf() ?? asTransportError(error))
        }
      },
      cancel() {
        body.destroy()
      },
    },
    { highWaterMark: 0 },
  )
}

/** Throws where status or headers are none that `Response` takes. */
const toResponse = (
  message: http.IncomingMessage,
  method: string,
  bodyLimit: number,
  reasonOf: () => TransportError | null,
): Response => {
  const status = message.statusCode ?? 0
  const headers = headersOf(message)
  if (method === 'HEAD' || withoutBody.has(status)) {
    message.resume()
    return new Response(null, { status, headers })
  }
  const body = decodedBody(message, bodyLimit)
  return new Response(webStream(body, reasonOf), { status, headers })
}

/**
 * HTTP over Node's own client: at most four kept connections per host, time-outs, packed bodies,
 * certificates trusted one by one. Never follows a redirect. Rejects with TransportError only, and
 * so does reading the body.
 */
export const createTransport = (options: TransportOptions = {}): Transport => {
  const {
    trusted = () => [],
    connectMs = 10_000,
    idleMs = 30_000,
    totalMs = 300_000,
    bodyLimit = 64 * 1024 * 1024,
  } = options
  const certificates = new Map<string, SeenCertificate>()
  const agents = connectionAgents({
    trusted,
    connectMs,
    onCertificate: (host, certificate) => certificates.set(host, certificate),
  })
  const slots = createSlots(4)

  const exchange = (url: URL, init: RequestInit, onEnd: () => void): Promise<Response> =>
    new Promise((resolve, reject) => {
      let reason: TransportError | null = null
      const secure = url.protocol === 'https:'
      const headers = Object.fromEntries(new Headers(init.headers))
      const request = (secure ? https : http).request(url, {
        method: init.method ?? 'GET',
        agent: secure ? agents.https : agents.http,
        headers: { 'accept-encoding': 'gzip, deflate', ...headers },
      })
      const abandon = (kind: TransportError['kind'], message: string): void => {
        reason ??= new TransportError(kind, message)
        request.destroy(reason)
        // Without a connection yet the request would speak up only once it had one.
        settle()
        reject(reason)
      }
      const onAbort = (): void => abandon('cancelled', 'the caller gave up')
      const total = setTimeout(() => abandon('timeout', 'the answer took too long'), totalMs)
      init.signal?.addEventListener('abort', onAbort)
      const settle = (): void => {
        onEnd()
        clearTimeout(total)
        init.signal?.removeEventListener('abort', onAbort)
      }

      request.setTimeout(idleMs, () => abandon('timeout', 'nothing was heard for too long'))
      request.on('error', (error) => {
        settle()
        reject(reason ?? retryable(request, error) ?? asTransportError(error))
      })
      request.on('response', (message) => {
        message.on('close', settle)
        try {
          resolve(toResponse(message, request.method, bodyLimit, () => reason))
        } catch {
          abandon('unreachable', 'an answer that makes no sense')
        }
      })
      if (init.signal?.aborted) onAbort()
      request.end(typeof init.body === 'string' ? init.body : undefined)
    })

  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const target = new URL(url)
    if (target.protocol !== 'https:' && target.protocol !== 'http:')
      throw new TransportError('unreachable', `no way to ask ${target.protocol}`)
    const once = async (): Promise<Response> => {
      const release = await slots.take(target.host, init.signal)
      try {
        return await exchange(target, init, release)
      } catch (error) {
        release()
        throw asTransportError(error)
      }
    }
    try {
      return await once()
    } catch (error) {
      if (error instanceof StaleConnection && safe.has(init.method ?? 'GET')) return once()
      throw error
    }
  }
  return Object.assign(fetch, {
    close: agents.close,
    certificateOf: (host: string) => certificates.get(host) ?? null,
  })
}
