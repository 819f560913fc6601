import type { Failure, Result } from '../../domain/failure.ts'
import type { Instant, Interval } from '../../domain/interval.ts'

/**
 * The port between the sync engine and a CalDAV server, one account at a time. Every answer is
 * complete or a failure: a short list is never handed over as a whole one.
 *
 * An `href` is an absolute path on the server in one normal percent-encoding; a calendar's URL is
 * absolute and ends with a slash. ETags are opaque strings in one normal form; a weak ETag is null,
 * as it proves nothing about content.
 */
export interface Remote {
  /** Requests sent so far, for the sync log. */
  readonly requests: number
  /** Sync token and ctag of every calendar under the account's home, in one request. */
  look(signal?: AbortSignal): Promise<RemoteResult<readonly CalendarState[]>>
  /**
   * What changed since `token`, one page (RFC 6578 §3.2); from the beginning when it is null.
   * Fails with `sync-token` when the server does not accept the token or has no sync-collection.
   */
  changes(
    calendarUrl: string,
    token: string | null,
    signal?: AbortSignal,
  ): Promise<RemoteResult<ChangesPage>>
  /** Every object with its ETag. Fails with `truncated` unless the answer is known to be complete. */
  listing(calendarUrl: string, signal?: AbortSignal): Promise<RemoteResult<readonly ObjectState[]>>
  /** The texts behind `hrefs`, fetched in batches; those the server no longer has are `missing`. */
  fetch(
    calendarUrl: string,
    hrefs: readonly string[],
    signal?: AbortSignal,
  ): Promise<RemoteResult<Fetched>>
  /** One object, or null when the server has nothing there. */
  get(
    calendarUrl: string,
    href: string,
    signal?: AbortSignal,
  ): Promise<RemoteResult<RemoteObject | null>>
  /**
   * Writes one object under `If-None-Match: *` or `If-Match`. The ETag is null when the server did
   * not give a strong one: read again. Fails with `precondition`, `uid-conflict`, `read-only`, …
   */
  put(
    calendarUrl: string,
    href: string,
    text: string,
    condition: Precondition,
    signal?: AbortSignal,
  ): Promise<RemoteResult<{ readonly etag: string | null }>>
  /** Deletes one object under `If-Match`. `object-gone` when there was nothing (404 or 412 on absence). */
  remove(
    calendarUrl: string,
    href: string,
    etag: string | null,
    signal?: AbortSignal,
  ): Promise<RemoteResult<void>>
  /** The objects with this UID in the calendar (RFC 4791 §7.8.6). */
  findByUid(
    calendarUrl: string,
    uid: string,
    signal?: AbortSignal,
  ): Promise<RemoteResult<readonly RemoteObject[]>>
  /** The objects a server finds in `span` (RFC 4791 §7.8.1): sure to hold single events, not recurring ones. */
  within(
    calendarUrl: string,
    span: Interval,
    signal?: AbortSignal,
  ): Promise<RemoteResult<readonly RemoteObject[]>>
  /** Stops every request under way; connections belong to whoever made the transport. */
  close(): void
}

/** `etag: null` asks only that something is there: all that a server without strong ETags allows. */
export type Precondition = { readonly create: true } | { readonly etag: string | null }

export interface CalendarState {
  readonly url: string
  readonly syncToken: string | null
  readonly ctag: string | null
  readonly readOnly: boolean
  readonly ownedByLogin: boolean
}

export interface ObjectState {
  readonly href: string
  readonly etag: string | null
}

export interface RemoteObject extends ObjectState {
  readonly text: string
}

export interface Fetched {
  readonly found: readonly RemoteObject[]
  readonly missing: readonly string[]
  /** There, but the server failed to hand them out one by one either; nothing is known of them. */
  readonly unreadable: readonly string[]
}

export interface ChangesPage {
  readonly changed: readonly ObjectState[]
  readonly removed: readonly string[]
  readonly token: string
  /** True when the server has another page for the new token. */
  readonly more: boolean
  /** Something out of the ordinary, which calls for a full comparison; null when all is well. */
  readonly odd: string | null
}

export interface RemoteFailure extends Failure {
  /** The server asked to be left alone until then (Retry-After in both its forms). */
  readonly retryAt?: Instant
  /** HTTP status, where there was an answer. */
  readonly status?: number
}

export type RemoteResult<T> = Result<T, RemoteFailure>

export interface Login {
  readonly baseUrl: string
  readonly username: string
  readonly password: string
  /** Path below which the user's calendars live, without the user's own segment. */
  readonly calendarBasePath: string
}

export type OpenRemote = (login: Login) => Remote
