import type { Said, Sentence } from './sentence.ts'

/**
 * Expected failures, as values. Each has a `kind` a program can branch on, a sentence a receptionist
 * understands and, where there is one, a single thing to do about it. A bug throws instead.
 */
export const failureKinds = [
  // what a person entered
  'invalid-input',
  'not-found',
  'stale',
  'not-allowed',
  // the settings are shut, design.md §7
  'pin-needed',
  'pin-wrong',
  'pin-wait',
  // a time that cannot be booked
  'slot-taken',
  'outside-hours',
  'no-calendar',
  // the network and the server, design.md §5 "Errors"
  'unreachable',
  'timeout',
  'certificate',
  'not-caldav',
  'redirect',
  'sign-in',
  'sign-in-needed',
  'forbidden',
  'read-only',
  'calendar-gone',
  'object-gone',
  'precondition',
  'uid-conflict',
  'object-refused',
  'locked',
  'busy-server',
  'server-error',
  'maintenance',
  'storage-full',
  'sync-token',
  'truncated',
  'too-large',
  'cancelled',
  // a calendar object
  'broken-event',
  // this computer
  'disk-full',
  'database-corrupt',
  'database-read-only',
  'database-newer',
  'database-not-upgraded',
  'folder-gone',
  'folder-read-only',
  'backup-broken',
  // a newer version that is not what it should be
  'update-refused',
  'internal',
] as const

export type FailureKind = (typeof failureKinds)[number]

export interface Failure {
  readonly kind: FailureKind
  /** One sentence for a person, without secrets, stacks or file contents. */
  readonly message: string
  /** What the message was made from, for a window in another language; a remedy has nothing filled in. */
  readonly said?: Said
  /** One sentence: what to do about it. */
  readonly remedy?: string
  /** The input field at fault, dotted for nested ones, where there is one. */
  readonly field?: string
  /** The certificate that could not be verified, where it was seen. */
  readonly certificate?: Certificate
}

export interface Certificate {
  /** Without the port. */
  readonly host: string
  /** SHA-256, upper case with colons. */
  readonly fingerprint: string
}

export type Result<T, F = Failure> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: F }

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

export const failed = <F>(error: F): { readonly ok: false; readonly error: F } => ({
  ok: false,
  error,
})

/** Builds a failed result in one line: `fail('not-found', 'This booking no longer exists.')`. */
export const fail = (
  kind: FailureKind,
  message: string | Sentence,
  extra: { remedy?: string; field?: string } = {},
): { readonly ok: false; readonly error: Failure } =>
  failed({ kind, ...(typeof message === 'string' ? { message } : message), ...extra })
