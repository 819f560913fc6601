import { installation } from '../caldav/calendar-url.ts'
import { openSession } from '../caldav/session.ts'
import type { Grant, Wire } from './login-flow.ts'

/** Milliseconds a server gets: what is being removed must not wait for one that does not answer. */
const PATIENCE = 10_000

/**
 * Withdraws an app password at the Nextcloud that gave it, signed in with that password itself. True
 * when the server has done so; it never fails, as there is nothing left to try.
 */
export const revokeAppPassword = async (
  { baseUrl, username, password }: Grant,
  wire: Wire,
): Promise<boolean> => {
  const login = { baseUrl, username, password, calendarBasePath: '' }
  const answer = await openSession(login, wire).read({
    method: 'DELETE',
    url: `${installation(baseUrl)}/ocs/v2.php/core/apppassword`,
    headers: { 'ocs-apirequest': 'true', accept: 'application/json' },
    signal: AbortSignal.timeout(PATIENCE),
  })
  return answer.ok
}
