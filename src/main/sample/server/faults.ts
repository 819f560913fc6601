import { EventEmitter, once } from 'node:events'
import { answer, type DavAnswer, type DavRequest } from './http.ts'
import { multistatus } from './multistatus.ts'

/**
 * What goes wrong with a request: it gets the request and the means to carry it out, and gives the
 * answer or throws what `fetch` throws when a connection fails.
 */
export type Fault = (
  request: DavRequest,
  carryOut: () => Promise<DavAnswer>,
) => DavAnswer | Promise<DavAnswer>

/** Which requests a fault is for; what is not said matches all. */
export interface FaultMatch {
  readonly method?: string
  /** The percent-encoded path: a part of it, or a pattern. */
  readonly path?: string | RegExp
}

export interface Faults {
  /** The next `times` (1 unless said) matching requests get the fault, after earlier ones are used up. */
  readonly next: (match: FaultMatch & { readonly times?: number }, fault: Fault) => void
  /** Every matching request gets the fault, around those of `next`, until the returned function is called. */
  readonly always: (match: FaultMatch, fault: Fault) => () => void
  /** Forgets all faults. */
  readonly clear: () => void
  /** Faults of `next` that no request has met yet. */
  readonly waiting: () => number
}

interface Entry {
  readonly match: FaultMatch
  readonly fault: Fault
  left: number
}

/** `apply` carries out one request with the faults that are due. */
export const createFaults = (): Faults & { readonly apply: Fault } => {
  let queue: Entry[] = []
  let standing: Entry[] = []
  const add = (match: FaultMatch, fault: Fault, left: number): Entry => ({ match, fault, left })
  return {
    next: (match, fault) => queue.push(add(match, fault, match.times ?? 1)),
    always: (match, fault) => {
      const entry = add(match, fault, Infinity)
      standing.push(entry)
      return () => {
        standing = standing.filter((one) => one !== entry)
      }
    },
    clear: () => {
      queue = []
      standing = []
    },
    waiting: () => queue.reduce((sum, { left }) => sum + left, 0),
    apply: async (request, carryOut) => {
      const due = queue.find(({ match }) => isFor(match, request))
      if (due) due.left -= 1
      queue = queue.filter(({ left }) => left > 0)
      const around = standing.filter(({ match }) => isFor(match, request))
      return [...(due ? [due] : []), ...around].reduce(
        (inner, { fault }) =>
          async () =>
            fault(request, inner),
        carryOut,
      )()
    },
  }
}

const isFor = ({ method, path }: FaultMatch, request: DavRequest): boolean =>
  (method === undefined || method === request.method) &&
  (path === undefined ||
    (typeof path === 'string' ? request.path.includes(path) : path.test(request.path)))

/** What `fetch` rejects with when the connection fails; `code` as Node has it. */
export const connectionError = (code: string, message: string): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) })

/** Answers without carrying the request out. */
export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}, body = ''): Fault =>
  () =>
    answer(code, headers, body)

export interface Hold {
  readonly fault: Fault
  /** Resolves when the request has arrived. */
  readonly reached: Promise<unknown>
  /** Lets the request be carried out. */
  readonly release: () => void
}

/** Keeps a request waiting until the test releases it: no timers. */
export const hold = (): Hold => {
  const events = new EventEmitter()
  const released = once(events, 'released')
  return {
    reached: once(events, 'reached'),
    release: () => events.emit('released'),
    fault: async (_request, carryOut) => {
      events.emit('reached')
      await released
      return carryOut()
    },
  }
}

/** Never reaches the server. */
export const refused = (): Fault => () => {
  throw connectionError('ECONNREFUSED', 'connect ECONNREFUSED')
}

/** Carried out, but the answer never arrives. */
export const lostAnswer = (): Fault => async (_request, carryOut) => {
  await carryOut()
  throw connectionError('ECONNRESET', 'read ECONNRESET')
}

/** Carried out; the connection breaks midway through the answer's body, or after `bytes` of it. */
export const cut =
  (bytes?: number): Fault =>
  async (_request, carryOut) => {
    const whole = await carryOut()
    return { ...whole, cutAfter: bytes ?? Math.floor(Buffer.byteLength(whole.body) / 2) }
  }

/** The body ends midway although the connection closes in good order, as behind some proxies. */
export const truncated = (): Fault => async (_request, carryOut) => {
  const whole = await carryOut()
  return { ...whole, body: whole.body.slice(0, Math.floor(whole.body.length / 2)) }
}

/** A captive portal, or Nextcloud behind a single sign-on. */
export const loginPage = (): Fault =>
  status(
    200,
    { 'Content-Type': 'text/html; charset=utf-8' },
    '<!DOCTYPE html><html><head><title>Sign in</title></head><body><form method="post"></form></body></html>',
  )

/** As Nextcloud answers while it is updated. */
export const maintenance = (retryAfter = 120): Fault =>
  status(503, {
    'X-Nextcloud-Maintenance-Mode': '1',
    'Retry-After': String(retryAfter),
    'Content-Type': 'text/html; charset=utf-8',
  })

/** A refusal inside a 207, as Xandikos has it. */
export const insideMultistatus =
  (code: number): Fault =>
  (request) =>
    multistatus([{ href: request.path, status: code }])

/** Apache's mod_deflate marks the ETags of compressed answers, in the header only. */
export const gzipEtags = (): Fault => async (_request, carryOut) =>
  withEtag(await carryOut(), (etag) => etag.replace(/"$/, '-gzip"'))

/** No ETag in the header. */
export const withoutEtag = (): Fault => async (_request, carryOut) =>
  withEtag(await carryOut(), () => null)

/** A weak ETag in the header, as behind a proxy that changes bodies. */
export const weakEtags = (): Fault => async (_request, carryOut) =>
  withEtag(await carryOut(), (etag) => `W/${etag}`)

/** Nothing has these properties, as on servers that do not know them. */
export const withoutProperties =
  (...names: readonly string[]): Fault =>
  async (_request, carryOut) => {
    const whole = await carryOut()
    const told = new RegExp(`<(\\w+:)?(${names.join('|')})>[^<]*</[^>]*>`, 'g')
    return { ...whole, body: whole.body.replaceAll(told, '') }
  }

const withEtag = (whole: DavAnswer, change: (etag: string) => string | null): DavAnswer => {
  const { ETag: etag, 'OC-ETag': _, ...headers } = whole.headers
  const changed = etag === undefined ? null : change(etag)
  return { ...whole, headers: changed === null ? headers : { ...headers, ETag: changed } }
}
