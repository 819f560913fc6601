import { failed, ok, type Result } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Login } from '../sync/remote.ts'
import { refusedFailure, retryAt, thrownFailure, wireFailure, type WireFailure } from './failure.ts'
import { mayFollow, normalHref } from './href.ts'
import { readMultistatus, type Member, type Multistatus } from './multistatus.ts'
import { readHere, type AnswerReader, type ObjectAnswer } from './object-answer.ts'

/** The part of the global `fetch` this room needs; redirects are never followed by it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** What a session works with. */
export interface Wire {
  readonly fetch: Fetch
  readonly now: () => Instant
  /** Reads long answers off the main path, where there is such a path; else right here. */
  readonly answers?: AnswerReader
}

export interface DavRequest {
  readonly method: string
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal?: AbortSignal | undefined
}

export interface Answer {
  readonly response: Response
  /** The address that answered, after redirects. */
  readonly url: string
}

export type WireResult<T> = Result<T, WireFailure>

export interface Session {
  readonly requests: number
  /** A 2xx answer whose body is still to be read, or a failure. */
  send(request: DavRequest): Promise<WireResult<Answer>>
  /** PROPFIND or REPORT: a 207 read to its end. An error wrapped in a 207 counts as that error. */
  ask(request: DavRequest): Promise<WireResult<Multistatus>>
  /** The same about calendar objects, of which there may be many. */
  askObjects(request: DavRequest): Promise<WireResult<ObjectAnswer>>
  /** The body of a 2xx answer as text. */
  read(request: DavRequest): Promise<WireResult<Answer & { readonly text: string }>>
  /** Stops everything under way. */
  close(): void
}

type Wrapped = Pick<Member, 'href' | 'status' | 'conditions'>

const wholeOf = async (body: ReadableStream<Uint8Array>): Promise<Uint8Array[]> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  return chunks
}

const maxRedirects = 5
const errorBodyLimit = 64 * 1024

const firstText = async (response: Response): Promise<string> => {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > errorBodyLimit) break
  }
  return text
}

/** Conditions named in a `DAV:error` body; Nextcloud says this one only in words. */
const conditionsIn = (text: string): string[] => {
  const known =
    /<(?:[\w-]+:)?(valid-sync-token|no-uid-conflict|valid-calendar-data|supported-calendar-data|supported-calendar-component|valid-calendar-object-resource|max-resource-size|supported-report)\b/g
  const named = [...text.matchAll(known)].map(([, name]) => name ?? '')
  return /\buid already exists\b/i.test(text) ? [...named, 'no-uid-conflict'] : named
}

const refusal = async (
  { response, url }: Answer,
  now: Instant,
  signal: AbortSignal,
): Promise<WireFailure> => {
  try {
    const text = await firstText(response)
    return refusedFailure({
      url,
      status: response.status,
      conditions: conditionsIn(text),
      maintenance:
        response.status === 503 &&
        (response.headers.has('x-nextcloud-maintenance-mode') || /maintenance mode/i.test(text)),
      retryAt: retryAt(response.headers.get('retry-after'), now),
    })
  } catch (error) {
    return signal.aborted
      ? thrownFailure(error, url, 'truncated', signal)
      : refusedFailure({ url, status: response.status })
  }
}

/** A server nobody has signed in to yet. */
type Unknown = Pick<Login, 'baseUrl'> & { readonly username?: never }

export const basicAuthorization = ({ username, password }: Login): string =>
  `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`

const isHtml = (response: Response): boolean =>
  /\bhtml\b/i.test(response.headers.get('content-type') ?? '')

/**
 * One account's way to its server: signs in, counts, follows redirects, sorts errors. Without user
 * name and password it asks as nobody.
 */
export const openSession = (
  login: Login | Unknown,
  { fetch, now, answers = readHere }: Wire,
): Session => {
  const authorization = login.username === undefined ? null : basicAuthorization(login)
  const closing = new AbortController()
  let requests = 0

  const signalOf = ({ signal }: DavRequest): AbortSignal =>
    signal ? AbortSignal.any([signal, closing.signal]) : closing.signal

  const attempt = async (
    request: DavRequest,
    url: string,
    signal: AbortSignal,
    redirects: number,
  ): Promise<WireResult<Answer>> => {
    if (!mayFollow(login.baseUrl, url)) return failed(wireFailure('redirect', url))
    requests += 1
    let response: Response
    try {
      response = await fetch(url, {
        method: request.method,
        headers: {
          'user-agent': 'Linework',
          ...request.headers,
          ...(authorization !== null && { authorization }),
        },
        ...(request.body !== undefined && { body: request.body }),
        redirect: 'manual',
        signal,
      })
    } catch (error) {
      return failed(thrownFailure(error, url, 'unreachable', signal))
    }
    if (response.ok) return ok({ response, url })
    const location = response.status < 400 ? response.headers.get('location') : null
    if (location === null) return failed(await refusal({ response, url }, now(), signal))
    await response.body?.cancel().catch(() => undefined)
    return follow(request, url, location, signal, redirects)
  }

  const follow = async (
    request: DavRequest,
    url: string,
    location: string,
    signal: AbortSignal,
    redirects: number,
  ): Promise<WireResult<Answer>> => {
    const target = URL.canParse(location, url) ? new URL(location, url).href : null
    if (redirects === maxRedirects || target === null || !mayFollow(url, target)) {
      const to = target === null ? '' : ` It is ${new URL(target).origin}.`
      const failure = wireFailure('redirect', url)
      return failed({ ...failure, message: failure.message + to })
    }
    return attempt(request, target, signal, redirects + 1)
  }

  const send = (request: DavRequest): Promise<WireResult<Answer>> =>
    attempt(request, request.url, signalOf(request), 0)

  const askFor = async <Answered extends { readonly members: readonly Wrapped[] }>(
    request: DavRequest,
    readBody: (body: ReadableStream<Uint8Array>, url: string) => Promise<Answered>,
  ): Promise<WireResult<Answered>> => {
    const sent = await send(request)
    if (!sent.ok) return sent
    const { response, url } = sent.value
    if (response.status !== 207 || !response.body || isHtml(response)) {
      await response.body?.cancel().catch(() => undefined)
      return failed(wireFailure('not-caldav', url, { status: response.status }))
    }
    try {
      const answer = await readBody(response.body, url)
      // The one answer to a PROPFIND is about what was asked for, however Xandikos spells its href.
      const alone = request.method === 'PROPFIND' && answer.members.length === 1
      const self = normalHref(url, url)
      const wrapped = answer.members.find(
        ({ href, status }) =>
          (alone || href === self) && status !== null && status >= 400 && status !== 507,
      )
      if (!wrapped) return ok(answer)
      const { status, conditions } = wrapped
      return failed(refusedFailure({ url, status: status ?? 0, conditions }))
    } catch (error) {
      return failed(thrownFailure(error, url, 'truncated', signalOf(request)))
    }
  }

  const read = async (
    request: DavRequest,
  ): Promise<WireResult<Answer & { readonly text: string }>> => {
    const sent = await send(request)
    if (!sent.ok) return sent
    try {
      return ok({ ...sent.value, text: await sent.value.response.text() })
    } catch (error) {
      return failed(thrownFailure(error, sent.value.url, 'truncated', signalOf(request)))
    }
  }

  return {
    get requests() {
      return requests
    },
    send,
    ask: (request) => askFor(request, readMultistatus),
    askObjects: (request) => {
      answers.prepare()
      return askFor(request, async (body, url) => answers.read(await wholeOf(body), url))
    },
    read,
    close: () => closing.abort(),
  }
}
