import type { FailureKind } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import type { RemoteFailure } from '../sync/remote.ts'
import { TransportError } from './transport-error.ts'
import { XmlProblem } from './xml.ts'
import { sentence, type Sentence } from '../../domain/sentence.ts'

/** A failure as this room passes it around: with the conditions the server named. */
export interface WireFailure extends RemoteFailure {
  readonly conditions?: readonly string[]
}

interface Words {
  readonly message: (host: string) => Sentence
  readonly remedy?: string
}

/** What a receptionist reads, and the one thing to do about it. */
const sentences = {
  unreachable: {
    message: (host) => sentence`${{ host }} cannot be reached.`,
    remedy:
      'Check the internet connection and the server’s address. Linework tries again by itself.',
  },
  timeout: {
    message: (host) => sentence`${{ host }} did not answer in time.`,
    remedy: 'Linework tries again by itself. If it stays this way, ask who runs the server.',
  },
  certificate: {
    message: (host) => sentence`The certificate of ${{ host }} could not be verified.`,
    remedy: 'Ask who runs the server. An admin can trust this one certificate in Settings.',
  },
  'not-caldav': {
    message: (host) => sentence`${{ host }} answered with something that is not a calendar.`,
    remedy:
      'Open a web page: a hotel or guest Wi-Fi may ask you to sign in first. Otherwise check the server’s address.',
  },
  redirect: {
    message: (host) => sentence`${{ host }} sends Linework on to another address.`,
    remedy: 'If that is the right one, enter it as the account’s address.',
  },
  'sign-in': {
    message: (host) => sentence`${{ host }} did not accept the user name or the app password.`,
    remedy:
      'Enter a new app password in Settings › Accounts. In Nextcloud it is made under Settings › Security.',
  },
  forbidden: {
    message: (host) => sentence`This account may not open this on ${{ host }}.`,
    remedy: 'Ask the calendar’s owner to share it with this account.',
  },
  'read-only': {
    message: () => ({ message: 'This calendar is read only for this account.' }),
    remedy: 'Ask the calendar’s owner to share it with permission to edit.',
  },
  'calendar-gone': {
    message: (host) => sentence`This calendar is no longer on ${{ host }}.`,
    remedy:
      'Check on the server whether it was deleted or renamed, then choose it again in Settings.',
  },
  'object-gone': { message: () => ({ message: 'This event is no longer in the calendar.' }) },
  precondition: {
    message: () => ({ message: 'The event was changed in the calendar in the meantime.' }),
  },
  'uid-conflict': {
    message: () => ({ message: 'An event with the same identity is already in the calendar.' }),
  },
  'object-refused': {
    message: (host) => sentence`${{ host }} did not accept this event.`,
    remedy: 'Open the booking, simplify its text and save it again.',
  },
  locked: {
    message: () => ({ message: 'The calendar is locked by another program at the moment.' }),
    remedy: 'Linework tries again by itself.',
  },
  'busy-server': {
    message: (host) => sentence`${{ host }} is too busy at the moment.`,
    remedy: 'Linework tries again by itself when the server allows it.',
  },
  'server-error': {
    message: (host) => sentence`${{ host }} reports an error of its own.`,
    remedy: 'Linework tries again by itself. If it stays this way, ask who runs the server.',
  },
  maintenance: {
    message: () => ({ message: 'Nextcloud is in maintenance.' }),
    remedy: 'Linework goes on by itself when the maintenance is over.',
  },
  'storage-full': {
    message: (host) => sentence`The storage on ${{ host }} is full.`,
    remedy: 'Make room on the server or ask for more.',
  },
  'sync-token': { message: () => ({ message: 'The server asks to compare the whole calendar.' }) },
  truncated: {
    message: (host) => sentence`The answer of ${{ host }} was cut off.`,
    remedy: 'Linework tries again by itself.',
  },
  'too-large': {
    message: (host) => sentence`The answer of ${{ host }} is too large.`,
    remedy: 'Move old or very large events to another calendar.',
  },
  cancelled: { message: () => ({ message: 'The request was stopped.' }) },
} as const satisfies Partial<Record<FailureKind, Words>>

export type WireKind = keyof typeof sentences

const hostOf = (url: string): string => new URL(url).host

/** A failure with its sentence and remedy; `url` tells the host it speaks of. */
export const wireFailure = (
  kind: WireKind,
  url: string,
  extra: Partial<WireFailure> = {},
): WireFailure => {
  const { message, remedy }: Words = sentences[kind]
  return { kind, ...message(hostOf(url)), ...(remedy && { remedy }), ...extra }
}

/** Seconds or an HTTP date (RFC 9110 §10.2.3), as an instant; undefined for neither. */
export const retryAt = (header: string | null, now: Instant): Instant | undefined => {
  const value = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(value)) return now + Number(value) * 1000
  const date = /[a-z]/i.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(date) ? undefined : date
}

const kinds: Readonly<Record<number, WireKind>> = {
  401: 'sign-in',
  403: 'forbidden',
  404: 'calendar-gone',
  405: 'not-caldav',
  408: 'timeout',
  410: 'calendar-gone',
  412: 'precondition',
  423: 'locked',
  429: 'busy-server',
  501: 'not-caldav',
  503: 'busy-server',
  504: 'timeout',
  507: 'storage-full',
  511: 'not-caldav',
}

export interface Refusal {
  readonly url: string
  readonly status: number
  readonly conditions?: readonly string[]
  readonly maintenance?: boolean
  readonly retryAt?: Instant | undefined
}

/** What a status means where nothing more is known about the request (design: Errors). */
export const refusedFailure = (refusal: Refusal): WireFailure => {
  const { url, status, conditions = [] } = refusal
  const kind = refusal.maintenance ? 'maintenance' : (kinds[status] ?? 'server-error')
  return wireFailure(kind, url, {
    status,
    ...(conditions.length > 0 && { conditions }),
    ...(refusal.retryAt !== undefined && { retryAt: refusal.retryAt }),
  })
}

/**
 * What was thrown while asking (`otherwise` is `unreachable`) or while reading the answer
 * (`truncated`). An injected fetch may throw what it likes: that is a connection that failed.
 */
export const thrownFailure = (
  error: unknown,
  url: string,
  otherwise: 'unreachable' | 'truncated',
  signal?: AbortSignal,
): WireFailure => {
  if (signal?.aborted) return wireFailure('cancelled', url)
  if (error instanceof XmlProblem) return wireFailure(error.kind, url)
  if (!(error instanceof TransportError)) return wireFailure(otherwise, url)
  if (error.kind === 'unreachable') return wireFailure(otherwise, url)
  if (error.kind !== 'certificate') return wireFailure(error.kind, url)
  if (error.fingerprint === null)
    return wireFailure('certificate', url, {
      ...sentence`No encrypted connection to ${{ host: hostOf(url) }} is possible.`,
      remedy: 'Check the address. A server without encryption needs http:// in front of it.',
    })
  const { fingerprint } = error
  return wireFailure('certificate', url, {
    ...sentence`The certificate of ${{ host: hostOf(url) }} could not be verified. Its fingerprint is ${{ fingerprint }}.`,
    certificate: { host: new URL(url).hostname, fingerprint },
  })
}
