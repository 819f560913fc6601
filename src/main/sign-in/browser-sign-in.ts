import { fail, failed, type Failure, type Result } from '../../domain/failure.ts'
import { MINUTE, type Instant } from '../../domain/interval.ts'
import type { AccountView, SignInView } from '../../domain/views.ts'
import type { Timers } from '../sync/engine.ts'
import { beginLogin, pollLogin, type Grant, type LoginFlow, type Wire } from './login-flow.ts'
import { revokeAppPassword } from './revoke.ts'
import { sentence } from '../../domain/sentence.ts'

/** How long a person has; Nextcloud forgets the sign-in after the same time. */
export const SIGN_IN_TIME = 20 * MINUTE

const BETWEEN_POLLS = 2_000
const LONGEST_PAUSE = 30_000

export interface SignInParts extends Wire {
  readonly timers: Timers
  /** Shows a page in the person's own browser; rejects where that cannot be done. */
  readonly openOutside: (url: string) => Promise<void>
  /** Keeps what the server gave: as a new account, or as the login of `accountId`. */
  readonly adopt: (grant: Grant, accountId?: string) => Result<AccountView>
  /** Something about `state` is another than before. */
  readonly tell: () => void
}

export interface BrowserSignIn {
  /**
   * Opens the server's page in the browser and waits until the person has agreed there. Fails with
   * `cancelled`, `timeout` after twenty minutes, or as the server did. One that is under way ends.
   */
  start(input: {
    readonly baseUrl: string
    readonly accountId?: string | undefined
  }): Promise<Result<AccountView>>
  state(): SignInView
  /** Shows the page again. */
  showPage(): Promise<Result<null>>
  cancel(): void
}

interface Attempt {
  readonly flow: LoginFlow
  readonly accountId: string | undefined
  readonly until: Instant
  readonly settle: (result: Result<AccountView>) => void
  /** Ended by a person; what the server still gives is taken back. */
  given: 'awaited' | 'unwanted'
  failures: number
  trouble: Failure | null
  timer: unknown
}

const cancelled = (): Result<never> => fail('cancelled', 'The sign-in was stopped.')

/** Signs in with the browser, one person at a time. The app password goes from the server to `adopt`. */
export const createBrowserSignIn = (parts: SignInParts): BrowserSignIn => {
  const { timers, now, openOutside, adopt, tell } = parts
  let current: Attempt | null = null
  /** The newest start; an older one that is still asking the server gives way. */
  let turn = 0

  const end = (attempt: Attempt, result: Result<AccountView>): void => {
    timers.clear(attempt.timer)
    if (current === attempt) current = null
    attempt.settle(result)
    tell()
  }

  const finish = async (attempt: Attempt, grant: Grant): Promise<void> => {
    if (attempt.given === 'unwanted') return void (await revokeAppPassword(grant, parts))
    const adopted = adopt(grant, attempt.accountId)
    end(attempt, adopted)
    if (!adopted.ok) await revokeAppPassword(grant, parts)
  }

  const noteTrouble = (attempt: Attempt, failure: Failure | null): void => {
    const changed = failure?.message !== attempt.trouble?.message
    attempt.trouble = failure
    if (changed) tell()
  }

  const poll = async (attempt: Attempt): Promise<void> => {
    const answer = await pollLogin(attempt.flow, parts)
    if (answer.kind === 'granted') return finish(attempt, answer.grant)
    if (answer.kind === 'refused' && answer.grant) await revokeAppPassword(answer.grant, parts)
    if (attempt.given === 'unwanted') return undefined
    if (answer.kind === 'refused') return end(attempt, failed(answer.failure))
    const isLater = answer.kind === 'later'
    attempt.failures = isLater ? attempt.failures + 1 : 0
    noteTrouble(attempt, isLater ? answer.failure : null)
    const pause = Math.min(BETWEEN_POLLS * 2 ** attempt.failures, LONGEST_PAUSE)
    const asked = isLater ? (answer.failure.retryAt ?? 0) : 0
    const next = Math.max(now() + pause, asked)
    if (next >= attempt.until) {
      const { host } = new URL(attempt.flow.loginUrl)
      return end(
        attempt,
        fail('timeout', sentence`Nobody signed in at ${{ host }} for twenty minutes.`, {
          remedy: 'Start again when somebody is at the computer.',
        }),
      )
    }
    attempt.timer = timers.set(() => void poll(attempt), next - now())
    return undefined
  }

  const giveUp = (attempt: Attempt): void => {
    attempt.given = 'unwanted'
    end(attempt, cancelled())
    // The person may have agreed a moment ago: such a password must not stay behind.
    void poll(attempt)
  }

  const cancel = (): void => {
    turn += 1
    if (current) giveUp(current)
  }

  /** Whether the page opened; where it did not, the window shows its address. */
  const open = async ({ loginUrl }: LoginFlow): Promise<boolean> => {
    try {
      await openOutside(loginUrl)
      return true
    } catch {
      return false
    }
  }

  return {
    async start({ baseUrl, accountId }) {
      cancel()
      const mine = turn
      const begun = await beginLogin(baseUrl, parts)
      if (turn !== mine) return cancelled()
      if (!begun.ok) return begun
      return new Promise<Result<AccountView>>((settle) => {
        const attempt: Attempt = {
          flow: begun.value,
          accountId,
          until: now() + SIGN_IN_TIME,
          settle,
          given: 'awaited',
          failures: 0,
          trouble: null,
          timer: null,
        }
        current = attempt
        attempt.timer = timers.set(() => void poll(attempt), BETWEEN_POLLS)
        tell()
        void open(attempt.flow)
      })
    },
    state: () =>
      current && {
        host: new URL(current.flow.loginUrl).host,
        loginUrl: current.flow.loginUrl,
        until: current.until,
        trouble: current.trouble,
      },
    async showPage() {
      if (!current) return fail('not-found', 'This sign-in is over.', { remedy: 'Start again.' })
      return (await open(current.flow))
        ? { ok: true, value: null }
        : fail('not-allowed', 'The browser could not be opened.', {
            remedy: 'Copy the link and open it in a browser yourself.',
          })
    },
    cancel,
  }
}
