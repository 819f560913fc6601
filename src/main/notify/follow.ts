import type { Instant } from '../../domain/interval.ts'
import type { Fetch } from '../caldav/session.ts'
import type { Timers } from '../sync/engine.ts'
import type { Login } from '../sync/remote.ts'
import { passes, retryAt } from '../sync/retry.ts'
import { lookUpEndpoint } from './capabilities.ts'
import { holdLine, type LineParts } from './line.ts'

export interface FollowParts extends LineParts {
  readonly fetch: Fetch
  readonly now: () => Instant
  /** [0, 1) */
  readonly random: () => number
  /** Takes sentences without secrets. */
  readonly log: (message: string) => void
}

/**
 * Listens to one account's server for as long as that makes sense, and again after each break. Ends
 * with `signal`, where there is nothing to listen to, and at the first refused sign-in, as Nextcloud
 * punishes the whole network for more of them.
 */
export const followAccount = async (
  login: Login,
  onHint: () => void,
  parts: FollowParts,
  signal: AbortSignal,
): Promise<void> => {
  const { timers, now, random } = parts
  const { host } = new URL(login.baseUrl)
  const log = (what: string): void => parts.log(`Push from ${host}: ${what}.`)
  let failures = 0
  const hearing = {
    onHint,
    onSignedIn: () => {
      log('connected')
      // What happened while nobody listened has to be looked for.
      if (failures > 0) onHint()
      failures = 0
    },
  }

  while (!signal.aborted) {
    const endpoint = await lookUpEndpoint(login, parts, signal)
    if (signal.aborted) return
    if (!endpoint.ok && !passes(endpoint.error.kind)) return log(`given up, ${endpoint.error.kind}`)
    if (endpoint.ok) {
      if (endpoint.value === null) return log('not offered')
      const end = await holdLine(endpoint.value, login, hearing, parts, signal)
      if (end === 'refused') return log('given up, the sign-in was refused')
    }
    failures += 1
    const asked = endpoint.ok ? 0 : (endpoint.error.retryAt ?? 0)
    await pause(timers, Math.max(retryAt(now(), failures, random), asked) - now(), signal)
  }
}

const pause = (timers: Timers, delay: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = timers.set(() => end(), delay)
    const end = (): void => {
      timers.clear(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
  })
