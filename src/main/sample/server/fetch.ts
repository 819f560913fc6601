import { connectionError } from './faults.ts'
import type { DavAnswer, DavRequest } from './http.ts'
import { ORIGIN } from './origin.ts'

/** The part of `globalThis.fetch` that Linework uses, and the sample server offers. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

const MAX_REDIRECTS = 5
const bodyless = new Set([204, 205, 304])

/**
 * A `fetch` that reaches only the server behind `exchange`. As the real one it rejects with a
 * TypeError when the connection fails, with the signal's reason when that is aborted, and follows
 * redirects unless told not to.
 */
export const createFetch =
  (exchange: (request: DavRequest) => Promise<DavAnswer>): Fetch =>
  async (input, init) => {
    const request = new Request(input, init)
    const body = new Uint8Array(await request.arrayBuffer())
    const { headers, method, signal } = request
    let url = new URL(request.url)
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      signal.throwIfAborted()
      if (url.origin !== ORIGIN) throw connectionError('ENOTFOUND', 'getaddrinfo ENOTFOUND')
      const pending = exchange({ method, path: url.pathname, headers, body })
      const received = await untilAborted(pending, signal)
      const location = new Headers(received.headers).get('location')
      const redirected = received.status >= 300 && received.status < 400 && location !== null
      if (!redirected || request.redirect === 'manual') return toResponse(received, url)
      if (request.redirect === 'error') break
      url = new URL(location, url)
    }
    throw connectionError('UND_ERR_REDIRECT', 'redirect refused or too many of them')
  }

const untilAborted = async <T>(pending: Promise<T>, signal: AbortSignal): Promise<T> => {
  const listening = new AbortController()
  const aborted = new Promise<never>((_resolve, reject) => {
    const stop = (): void => reject(signal.reason)
    signal.addEventListener('abort', stop, { signal: listening.signal })
  })
  try {
    return await Promise.race([pending, aborted])
  } finally {
    listening.abort()
  }
}

const toResponse = (received: DavAnswer, url: URL): Response => {
  const { status, headers, cutAfter } = received
  const body = cutAfter === undefined ? received.body : brokenBody(received.body, cutAfter)
  const response = new Response(bodyless.has(status) ? null : body, { status, headers })
  return Object.defineProperty(response, 'url', { value: url.href })
}

const brokenBody = (text: string, cutAfter: number): ReadableStream<Uint8Array> => {
  const start = new TextEncoder().encode(text).subarray(0, cutAfter)
  let sent = false
  return new ReadableStream({
    pull: (controller) => {
      if (sent) controller.error(new TypeError('terminated'))
      else controller.enqueue(start)
      sent = true
    },
  })
}
