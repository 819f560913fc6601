import type { Instant } from '../../domain/interval.ts'
import type { AccountRow } from '../store/accounts.ts'
import type { Tables } from '../store/tables.ts'
import type { EngineParts } from './account.ts'
import type { RemoteFailure } from './remote.ts'
import { passes, retryAt } from './retry.ts'

/**
 * Freezes the account at the first refused sign-in, backs off from what may pass, or clears both. A
 * server that asks to be left alone is left alone by every account it has; other servers are not
 * held up.
 */
export const settleAccount = (
  { store, now, random }: EngineParts,
  account: AccountRow,
  failure: RemoteFailure | null,
): void => {
  if (failure === null && account.blockedUntil === null && account.failures === 0) return
  store.transaction((tx) => {
    if (failure === null)
      tx.accounts.update(account.id, { blockedUntil: null, blockedBy: null, failures: 0 })
    else if (failure.kind === 'sign-in') tx.accounts.update(account.id, { frozenAt: now() })
    else if (passes(failure.kind)) {
      const failures = account.failures + 1
      const backoff = {
        blockedUntil: retryAt(now(), failures, random),
        blockedBy: 'backoff' as const,
      }
      tx.accounts.update(account.id, { failures, ...backoff })
      if (failure.retryAt !== undefined) leaveAlone(tx, account, failure.retryAt)
    }
  })
}

const leaveAlone = (tx: Tables, account: AccountRow, until: Instant): void => {
  const host = hostOf(account)
  for (const other of tx.accounts.all())
    if (hostOf(other) === host)
      tx.accounts.update(other.id, { blockedUntil: until, blockedBy: 'server' })
}

const hostOf = ({ baseUrl }: AccountRow): string =>
  URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl
