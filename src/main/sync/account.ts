import { fail, ok, type Failure } from '../../domain/failure.ts'
import type { Instant, Interval } from '../../domain/interval.ts'
import type { SyncTrigger } from '../../domain/views.ts'
import { count } from '../../domain/wording.ts'
import type { AccountRow } from '../store/accounts.ts'
import type { CalendarRow } from '../store/calendars.ts'
import type { Store } from '../store/store.ts'
import { emptyTally, type CycleContext, type Decode, type Tally } from './context.ts'
import { runCycle } from './cycle.ts'
import { withoutQuiet } from './quiet.ts'
import type { Remotes } from './remotes.ts'
import type { CalendarState, Remote, RemoteFailure, RemoteResult } from './remote.ts'
import { sentence, type Sentence } from '../../domain/sentence.ts'
import { graver, scopeOf, shown } from './retry.ts'
import { settleAccount } from './settle-account.ts'

/** What the engine needs from outside: everything that is not a decision. */
export interface EngineParts {
  readonly store: Store
  readonly remotes: Remotes
  /** The account's password, or null where it has to be entered first. */
  readonly passwordOf: (accountId: string) => string | null
  readonly decode: Decode
  readonly now: () => Instant
  /** Calendars whose last cycle since the start ended well: all that follows from it is done. */
  readonly settled: Set<string>
  /** [0, 1) */
  readonly random: () => number
}

export interface Job {
  readonly trigger: SyncTrigger
  /** Null: all calendars of the account. */
  readonly calendarIds: ReadonlySet<string> | null
  readonly full: boolean
  /** Goes ahead of our own backoff; never of the server's wish to be left alone. */
  readonly urgent: boolean
  readonly released: boolean
  readonly range: Interval | null
}

const PARALLEL = 3

/** Synchronises these calendars of one account; never throws for what a server does. */
export const syncAccount = async (
  parts: EngineParts,
  accountId: string,
  calendars: readonly CalendarRow[],
  job: Job,
  signal: AbortSignal,
  progress: (done: number) => void,
): Promise<void> => {
  const { store } = parts
  const account = store.read.accounts.get(accountId)
  if (!account || calendars.length === 0) return

  const password = parts.passwordOf(accountId)
  const hindrance = hindranceOf(parts, account, password, job)
  if (hindrance !== null || password === null) {
    if (hindrance && hindrance !== 'paused') noteFailure(parts, calendars, job, hindrance)
    progress(calendars.length)
    return
  }
  const remote = parts.remotes.of(accountId, { ...account, password })
  const looked = await remote.look(signal)
  if (!looked.ok && scopeOf(looked.error.kind) === 'account') {
    settleAccount(parts, account, looked.error)
    noteFailure(parts, calendars, job, looked.error)
    progress(calendars.length)
    return
  }
  const states = new Map(looked.ok ? looked.value.map((state) => [state.url, state]) : [])
  const busy = withoutQuiet(parts, calendars, states, job)
  if (busy.length < calendars.length) progress(calendars.length - busy.length)
  let failure: RemoteFailure | null = null
  const next = busy[Symbol.iterator]()
  const worker = async (): Promise<void> => {
    for (const calendar of next) {
      if (signal.aborted) return
      if (failure) noteFailure(parts, [calendar], job, failure)
      else {
        const result = await syncCalendar(
          parts,
          remote,
          calendar,
          states.get(calendar.url) ?? null,
          job,
          signal,
        )
        if (!result.ok && scopeOf(result.error.kind) === 'account')
          failure = graver(failure, result.error)
      }
      progress(1)
    }
  }
  await Promise.all(Array.from({ length: Math.min(PARALLEL, busy.length) }, worker))
  if (!signal.aborted) settleAccount(parts, account, failure)
}

/** Why nothing may be sent now: a failure to show, or a pause that was shown already. */
const hindranceOf = (
  { now }: EngineParts,
  account: AccountRow,
  password: string | null,
  job: Job,
): Failure | 'paused' | null => {
  if (account.frozenAt !== null)
    return fail('sign-in', 'The server refused the sign-in.', {
      remedy: 'Enter a new app password in Settings › Accounts.',
    }).error
  if (password === null)
    return fail(
      'sign-in-needed',
      sentence`The password for ${{ user: account.username }} is not known yet.`,
      {
        remedy: 'Enter it in Settings › Accounts.',
      },
    ).error
  const blocked = account.blockedUntil !== null && account.blockedUntil > now()
  return blocked && !(job.urgent && account.blockedBy === 'backoff') ? 'paused' : null
}

const syncCalendar = async (
  parts: EngineParts,
  remote: Remote,
  calendar: CalendarRow,
  state: CalendarState | null,
  job: Job,
  signal: AbortSignal,
): Promise<RemoteResult<void>> => {
  const { store, now } = parts
  const startedAt = now()
  const before = remote.requests
  const tally = emptyTally()
  const context: CycleContext = { ...parts, remote, calendarId: calendar.id, signal }
  if (
    state &&
    (state.readOnly !== calendar.readOnly || state.ownedByLogin !== calendar.ownedByLogin)
  )
    store.transaction((tx) =>
      tx.calendars.update(calendar.id, {
        readOnly: state.readOnly,
        ownedByLogin: state.ownedByLogin,
      }),
    )
  parts.settled.delete(calendar.id)
  const result = await runCycle(context, { ...job, state }, tally)
  if (result.ok) parts.settled.add(calendar.id)
  if (!store.read.calendars.get(calendar.id) || signal.aborted) return ok(undefined)
  const quiet = result.ok && total(tally) === 0 && isHint(job.trigger)
  const failure = result.ok ? null : shown(result.error)
  store.transaction((tx) => {
    if (failure) tx.calendars.update(calendar.id, { failure })
    if (quiet) return
    tx.syncLogs.insert({
      artistId: calendar.artistId,
      calendarId: calendar.id,
      direction: tally.pushed > 0 ? 'push' : 'pull',
      trigger: job.trigger,
      startedAt,
      durationMs: Math.max(0, now() - startedAt),
      requests: remote.requests - before,
      ...tally,
      outcome: failure ? 'failed' : 'ok',
      errorKind: failure?.kind ?? null,
      ...(failure
        ? { message: failure.message, said: failure.said }
        : outcomeOf(tally, brokenIn(store, calendar.id, tally))),
    })
  })
  return result
}

/** Looks that nobody asked for and that mostly find nothing. */
export const isHint = (trigger: SyncTrigger): boolean => quietTriggers.has(trigger)

const quietTriggers: ReadonlySet<SyncTrigger> = new Set(['focus', 'hint', 'availability'])

const total = (tally: Tally): number => Object.values(tally).reduce((sum, part) => sum + part, 0)

/** Names events whose time cannot be told, whenever a pull has brought something. */
const brokenIn = (
  store: Store,
  calendarId: string,
  { created, updated }: Tally,
): Sentence | null => {
  if (created + updated === 0) return null
  const [first, ...others] = store.read.objects.problems(calendarId)
  if (!first) return null
  const { href } = first
  return others.length > 0
    ? sentence`Cannot be read: ${{ href }} and ${{ others: others.length }} more. Open them in the calendar and save them again, or delete them.`
    : sentence`Cannot be read: ${{ href }}. Open it in the calendar and save it again, or delete it.`
}

/** The counts are in the entry itself: only what is broken has to be said in other languages. */
const outcomeOf = (tally: Tally, broken: Sentence | null): Sentence =>
  broken
    ? { message: `${say(tally)}. ${broken.message}`, ...(broken.said && { said: broken.said }) }
    : { message: say(tally) }

const say = ({ created, updated, deleted, pushed, conflicts }: Tally): string => {
  const parts = [
    pushed && count(pushed, 'change sent', 'changes sent'),
    created && `${created} new`,
    updated && `${updated} updated`,
    deleted && `${deleted} deleted`,
    conflicts && count(conflicts, 'overlap'),
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(', ') : 'Nothing changed'
}

/** Shows on each calendar why it could not be synchronised; repeated waits are not logged again. */
const noteFailure = (
  { store, now }: EngineParts,
  calendars: readonly CalendarRow[],
  job: Job,
  problem: Failure,
): void => {
  const failure = shown(problem)
  const waiting = failure.kind === 'sign-in' || failure.kind === 'sign-in-needed'
  const isLogged = ({ failure: known }: CalendarRow): boolean =>
    waiting && known?.kind === failure.kind && job.trigger !== 'button'
  const news = calendars.filter((calendar) => !isLogged(calendar)).map(({ id }) => id)
  store.transaction((tx) => {
    for (const { id } of calendars) tx.calendars.update(id, { failure })
    tx.syncLogs.insertFailed(news, job.trigger, now(), failure)
  })
}
