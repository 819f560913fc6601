import { fail, ok, type Result } from '../domain/failure.ts'
import { createAccount } from './calendars/accounts.ts'
import type { CalendarDesk } from './calendars/desk.ts'
import { accountFromEnvironment } from './calendars/environment.ts'

/** Names the account that was made from the environment, so that it is made once. */
const KEY = 'environment-account'

/**
 * Makes the account that environment variables describe, at the first start that has them. At later
 * ones they only give its password again, where no keyring kept it. Fails with `invalid-input`.
 */
export const adoptEnvironmentAccount = (
  environment: Readonly<Record<string, string | undefined>>,
  desk: CalendarDesk,
): Result<null> => {
  const described = accountFromEnvironment(environment)
  if (!described.ok) return described
  const account = described.value
  if (!account) return ok(null)
  const { store, vault } = desk
  const known = store.read.settings.getValue(KEY)
  if (known === undefined) {
    const created = createAccount(desk, account)
    if (!created.ok) return created
    store.transaction((tx) => tx.settings.setValue(KEY, created.value.id))
    return ok(null)
  }
  const row = store.read.accounts.all().find(({ id }) => id === known)
  if (!row || vault.state(row.id) !== 'missing') return ok(null)
  if (row.username !== account.username)
    return fail('invalid-input', 'NEXTCLOUD_USERNAME is not the account’s any more.')
  vault.keep(row.id, account.password)
  return ok(null)
}
