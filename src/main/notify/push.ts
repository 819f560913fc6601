import type { Store } from '../store/store.ts'
import type { Login } from '../sync/remote.ts'
import { followAccount, type FollowParts } from './follow.ts'
import { gatherHints } from './hints.ts'

export interface PushParts extends FollowParts {
  readonly store: Store
  /** The account's password, or null where it has to be entered first. */
  readonly passwordOf: (accountId: string) => string | null
  /** Has a look at an account's calendars. */
  readonly look: (accountId: string) => void
}

const concerning = ['accounts', 'calendars', 'certificates'] as const

/**
 * Listens to the servers of all accounts that tell when something changed: a hint to look now, never
 * a replacement for the timer. Follows what happens to the accounts, their passwords and the trusted
 * certificates. Returns what ends it.
 */
export const listenForHints = (parts: PushParts): (() => void) => {
  const { store, passwordOf, look, timers, now } = parts
  const since = now()
  const hints = gatherHints(look, timers)
  const lines = new Map<string, { readonly login: Login; readonly ending: AbortController }>()
  let closed = false

  const hangUp = (accountId: string): void => {
    lines.get(accountId)?.ending.abort()
    lines.delete(accountId)
  }

  /** Logins that are known to work: the engine signs in first, so that a wrong password is tried once. */
  const usableLogin = (accountId: string): Login | null => {
    const account = store.read.accounts.get(accountId)
    if (!account || account.frozenAt !== null) return null
    const calendars = store.read.calendars.ofAccount(accountId)
    if (!calendars.some(({ lastSuccessAt }) => (lastSuccessAt ?? 0) >= since)) return null
    const { baseUrl, username, calendarBasePath } = account
    const password = passwordOf(accountId)
    return password === null ? null : { baseUrl, username, password, calendarBasePath }
  }

  const refresh = (): void => {
    if (closed) return
    const accountIds = store.read.accounts.all().map(({ id }) => id)
    for (const accountId of new Set([...lines.keys(), ...accountIds])) {
      const login = usableLogin(accountId)
      const current = lines.get(accountId)
      if (login && current && isSame(login, current.login)) continue
      hangUp(accountId)
      if (!login) continue
      const ending = new AbortController()
      lines.set(accountId, { login, ending })
      void followAccount(login, () => hints.hint(accountId), parts, ending.signal)
    }
  }

  // A password is at hand only after the change to its account was announced.
  const endSubscription = store.onChange((topics) => {
    if (topics.has('certificates')) for (const accountId of lines.keys()) hangUp(accountId)
    if (concerning.some((topic) => topics.has(topic))) queueMicrotask(refresh)
  })
  refresh()

  return () => {
    closed = true
    endSubscription()
    hints.close()
    for (const accountId of lines.keys()) hangUp(accountId)
  }
}

const isSame = (a: Login, b: Login): boolean =>
  a.baseUrl === b.baseUrl && a.username === b.username && a.password === b.password
