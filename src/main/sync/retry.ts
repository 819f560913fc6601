import type { Failure, FailureKind } from '../../domain/failure.ts'
import { MINUTE, type Instant } from '../../domain/interval.ts'
import type { RemoteFailure } from './remote.ts'

/** A failure as it is kept and shown: what only the wire knows is left out. */
export const shown = ({ kind, message, said, remedy, certificate }: Failure): Failure => ({
  kind,
  message,
  ...(said && { said }),
  ...(certificate && { certificate }),
  ...(remedy !== undefined && { remedy }),
})

/** What a failure stops: everything on the account, one calendar, or one object. */
export type Scope = 'account' | 'calendar' | 'object'

const scopes: Partial<Record<FailureKind, Scope>> = {
  unreachable: 'account',
  timeout: 'account',
  certificate: 'account',
  'not-caldav': 'account',
  redirect: 'account',
  'sign-in': 'account',
  'busy-server': 'account',
  maintenance: 'account',
  'server-error': 'account',
  locked: 'object',
  'storage-full': 'object',
  precondition: 'object',
  'uid-conflict': 'object',
  'object-gone': 'object',
  'object-refused': 'object',
}

export const scopeOf = (kind: FailureKind): Scope => scopes[kind] ?? 'calendar'

/**
 * Of failures at the same time the one that stops most: neither a refused sign-in nor a server's wish
 * to be left alone is forgotten over another.
 */
export const graver = (known: RemoteFailure | null, other: RemoteFailure): RemoteFailure =>
  known !== null && weight(known) >= weight(other) ? known : other

const weight = ({ kind, retryAt: until = 0 }: RemoteFailure): number => {
  if (kind === 'sign-in') return Infinity
  return scopeOf(kind) === 'account' ? 1 + until : 0
}

/** True where the answer may be another one later without anybody doing anything. */
export const passes = (kind: FailureKind): boolean =>
  !['sign-in', 'object-refused', 'read-only', 'forbidden', 'calendar-gone'].includes(kind)

/** True where a write that failed so may have reached the server all the same. */
export const mayHaveLanded = (kind: FailureKind): boolean =>
  [
    'unreachable',
    'timeout',
    'server-error',
    'busy-server',
    'not-caldav',
    'truncated',
    'cancelled',
    'maintenance',
    'precondition',
    'too-large',
  ].includes(kind)

const shortest = MINUTE / 2
const longest = 15 * MINUTE

/**
 * When to try again after `failures` in a row (1 is the first): exponential with full jitter between
 * 30 seconds and 15 minutes. `random` gives [0, 1).
 */
export const retryAt = (now: Instant, failures: number, random: () => number): Instant => {
  const ceiling = Math.min(longest, shortest * 2 ** Math.min(failures, 10))
  return now + shortest + Math.floor(random() * (ceiling - shortest))
}
