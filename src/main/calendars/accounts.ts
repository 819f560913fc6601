import { questions, type ParsedOf } from '../../contract/questions.ts'
import { fail, ok, type Result } from '../../domain/failure.ts'
import type { AccountRemoval, AccountView } from '../../domain/views.ts'
import type { Vault } from '../admin/vault.ts'
import type { Grant } from '../sign-in/login-flow.ts'
import { revokeAppPassword } from '../sign-in/revoke.ts'
import type { AccountRow } from '../store/accounts.ts'
import type { Tables } from '../store/tables.ts'
import type { CalendarDesk } from './desk.ts'
import { dropWaiting } from './commands.ts'
import { sentence } from '../../domain/sentence.ts'

export const accountView = (row: AccountRow, vault: Vault): AccountView => ({
  id: row.id,
  label: row.label,
  baseUrl: row.baseUrl,
  username: row.username,
  calendarBasePath: row.calendarBasePath,
  password: vault.state(row.id),
  frozen: row.frozenAt !== null,
})

/** The address without what does not belong to it: user, query, last slashes. */
const cleanBaseUrl = (baseUrl: string): Result<string> => {
  if (!URL.canParse(baseUrl))
    return fail('invalid-input', 'This is not a web address.', { field: 'baseUrl' })
  const { origin, pathname } = new URL(baseUrl)
  return ok((origin + pathname).replace(/\/+$/, ''))
}

const isTaken = (tables: Tables, baseUrl: string, username: string, id?: string): boolean =>
  tables.accounts
    .all()
    .some((row) => row.id !== id && row.baseUrl === baseUrl && row.username === username)

const taken = (): Result<never> =>
  fail('invalid-input', 'This account is already there.', { field: 'username' })

const unfrozen = { frozenAt: null, blockedUntil: null, blockedBy: null, failures: 0 }

/** Keeps the password after the row is there: without a keyring it is asked for again at the next start. */
export const createAccount = (
  { store, vault, now, newId }: CalendarDesk,
  input: ParsedOf<'accounts.create'>,
  passwordFrom: AccountRow['passwordFrom'] = 'person',
): Result<AccountView> => {
  const baseUrl = cleanBaseUrl(input.baseUrl)
  if (!baseUrl.ok) return baseUrl
  const { username, password, calendarBasePath } = input
  const label = input.label || new URL(baseUrl.value).host
  const id = newId()
  const created = store.transaction((tx): Result<null> => {
    if (isTaken(tx, baseUrl.value, username)) return taken()
    const row = { id, label, baseUrl: baseUrl.value, username, calendarBasePath }
    tx.accounts.insert({ ...row, passwordFrom, createdAt: now() })
    return ok(null)
  })
  if (!created.ok) return created
  vault.keep(id, password)
  return viewOf({ store, vault }, id)
}

/**
 * New credentials end a freeze. A new address takes the calendars along, to be compared as a whole.
 * An app password of ours that was replaced is withdrawn at the server, without waiting for it.
 */
export const updateAccount = (
  desk: CalendarDesk,
  { id, changes }: ParsedOf<'accounts.update'>,
  passwordFrom: AccountRow['passwordFrom'] = 'person',
): Result<AccountView> => {
  const { store, vault } = desk
  const before = ownGrant(desk, id)
  const baseUrl = changes.baseUrl === undefined ? undefined : cleanBaseUrl(changes.baseUrl)
  if (baseUrl && !baseUrl.ok) return baseUrl
  const updated = store.transaction((tx): Result<null> => {
    const row = tx.accounts.get(id)
    if (!row) return notFound()
    const next = {
      label: changes.label || row.label,
      baseUrl: baseUrl?.value ?? row.baseUrl,
      username: changes.username ?? row.username,
      calendarBasePath: changes.calendarBasePath ?? row.calendarBasePath,
    }
    if (isTaken(tx, next.baseUrl, next.username, id)) return taken()
    const credentials =
      changes.password !== undefined ||
      next.username !== row.username ||
      next.baseUrl !== row.baseUrl
    tx.accounts.update(id, {
      ...next,
      ...(credentials && unfrozen),
      ...(changes.password !== undefined && { passwordFrom }),
    })
    moveCalendars(tx, row, next.baseUrl)
    return ok(null)
  })
  if (!updated.ok) return updated
  if (changes.password !== undefined) {
    vault.keep(id, changes.password)
    if (before && before !== 'lost' && before.password !== changes.password)
      void revokeAppPassword(before, desk)
  }
  return viewOf({ store, vault }, id)
}

/**
 * Keeps what a server gave for a sign-in with the browser: as the login of `accountId`, of the
 * account that is there already, or of a new one. Fails with `invalid-input` for another user.
 */
export const adoptGrant = (
  desk: CalendarDesk,
  { baseUrl, username, password }: Grant,
  accountId?: string,
): Result<AccountView> => {
  const accounts = desk.store.read.accounts.all()
  const named = accounts.find(({ id }) => id === accountId)
  if (accountId !== undefined && !named) return notFound()
  if (named && named.username !== username)
    return fail(
      'invalid-input',
      sentence`The browser is signed in as ${{ user: username }}, not ${{ wanted: named.username }}.`,
      {
        remedy: 'Sign out in the browser, then start again as the right user.',
      },
    )
  const same = named ?? accounts.find((row) => row.baseUrl === baseUrl && row.username === username)
  if (same) return updateAccount(desk, { id: same.id, changes: { password } }, 'browser')
  const { calendarBasePath } = questions['accounts.create'].input.parse({
    baseUrl,
    username,
    password,
  })
  const input = { label: '', baseUrl, username, password, calendarBasePath }
  return createAccount(desk, input, 'browser')
}

/** The app password that is ours to withdraw; `lost` where it is not at hand, null where a person made it. */
const ownGrant = ({ store, vault }: CalendarDesk, id: string): Grant | 'lost' | null => {
  const row = store.read.accounts.get(id)
  if (row?.passwordFrom !== 'browser') return null
  const password = row.frozenAt === null ? vault.read(id) : null
  const { baseUrl, username } = row
  return password === null ? 'lost' : { baseUrl, username, password }
}

const moveCalendars = (tx: Tables, account: AccountRow, baseUrl: string): void => {
  const { origin } = new URL(account.baseUrl)
  const target = new URL(baseUrl).origin
  if (origin === target) return
  for (const { id, url } of tx.calendars.ofAccount(account.id))
    tx.calendars.update(id, {
      url: target + new URL(url).pathname,
      syncToken: null,
      ctag: null,
      lastListingAt: null,
      lastTest: null,
      failure: null,
    })
}

/**
 * Its calendars go with it, here and not on the server; appointments stay. Then an app password that
 * came by the browser is withdrawn at the server, as far as that can be reached.
 */
export const removeAccount = async (
  desk: CalendarDesk,
  { id }: ParsedOf<'accounts.remove'>,
): Promise<Result<AccountRemoval>> => {
  const { store, vault } = desk
  if (!store.read.accounts.get(id)) return notFound()
  const grant = ownGrant(desk, id)
  vault.forget(id)
  store.transaction((tx) => {
    for (const calendar of tx.calendars.ofAccount(id)) dropWaiting(tx, calendar.id)
    tx.accounts.remove(id)
  })
  if (grant === null) return ok({ appPassword: 'theirs' })
  const withdrawn = grant !== 'lost' && (await revokeAppPassword(grant, desk))
  return ok({ appPassword: withdrawn ? 'withdrawn' : 'left' })
}

const notFound = (): Result<never> => fail('not-found', 'This account no longer exists.')

const viewOf = (
  { store, vault }: Pick<CalendarDesk, 'store' | 'vault'>,
  id: string,
): Result<AccountView> => {
  const row = store.read.accounts.get(id)
  return row ? ok(accountView(row, vault)) : notFound()
}
