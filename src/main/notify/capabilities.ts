import { failed, ok } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import { installation } from '../caldav/calendar-url.ts'
import { wireFailure } from '../caldav/failure.ts'
import { openSession, type Fetch } from '../caldav/session.ts'
import type { Login, RemoteResult } from '../sync/remote.ts'
import { pushEndpoint } from './endpoint.ts'

/**
 * Asks the account's server where its web socket is; null where it has none for us. Fails like any
 * request to it, so a wrong password is known before the web socket sees it.
 */
export const lookUpEndpoint = async (
  login: Login,
  tools: { readonly fetch: Fetch; readonly now: () => Instant },
  signal: AbortSignal,
): Promise<RemoteResult<string | null>> => {
  const answer = await openSession(login, tools).read({
    method: 'GET',
    url: `${installation(login.baseUrl)}/ocs/v2.php/cloud/capabilities?format=json`,
    headers: { 'ocs-apirequest': 'true', accept: 'application/json' },
    signal,
  })
  if (!answer.ok) return answer
  const { text, url } = answer.value
  try {
    return ok(pushEndpoint(JSON.parse(text), url))
  } catch {
    return failed(wireFailure('not-caldav', url))
  }
}
