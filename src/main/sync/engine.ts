import { fail, ok, type Result } from '../../domain/failure.ts'
import { MINUTE, type Instant, type Interval } from '../../domain/interval.ts'
import type { SyncStatus, SyncTrigger } from '../../domain/views.ts'
import { isHint, syncAccount, type EngineParts, type Job } from './account.ts'
import type { OpenRemote } from './remote.ts'
import { createRemotes } from './remotes.ts'
import { rollBusyWindows } from './rolling.ts'
import { readStatus } from './status.ts'

export interface Timers {
  set(work: () => void, delay: number): unknown
  clear(timer: unknown): void
}

export interface SyncRequest {
  readonly trigger: SyncTrigger
  readonly artistId?: string | undefined
  /** Only these calendars, in place of all of an artist's or everyone's. */
  readonly calendarIds?: readonly string[] | undefined
  readonly range?: Interval | undefined
  readonly full?: boolean | undefined
}

export interface SyncEngine {
  /** Synchronises and resolves when that is done, well or not: `status` and the log tell. */
  run(request: SyncRequest): Promise<void>
  /** Pulls one artist's calendars now; ok only if every one of them was read from its server. */
  pullArtist(artistId: string, signal?: AbortSignal): Promise<Result<void>>
  /** Lets a pull that asked first cancel what it wants to cancel. */
  releaseBrake(calendarId: string): Promise<void>
  status(): SyncStatus
  onStatus(listener: (status: SyncStatus) => void): () => void
  /** Starts the timer and synchronises at once. */
  start(): void
  /** While the window has the focus, the server is asked every 15 s whether anything is new. */
  setFocused(focused: boolean): void
  /** Ends everything under way; what was being sent is verified at the next start. */
  stop(): Promise<void>
}

const FOCUS_LOOK = 15_000

interface Lane {
  tail: Promise<void>
  waiting: { job: Job; promise: Promise<void> } | null
}

/**
 * Decides when what is synchronised. Per account one job at a time; a request that comes meanwhile
 * follows, and all that come while one waits become that one.
 */
export const createSyncEngine = (
  given: Omit<EngineParts, 'remotes' | 'settled'> & {
    readonly openRemote: OpenRemote
    readonly timers: Timers
  },
): SyncEngine => {
  const { store, now, timers } = given
  const parts: EngineParts = {
    ...given,
    remotes: createRemotes(given.openRemote),
    settled: new Set(),
  }
  const abort = new AbortController()
  const lanes = new Map<string, Lane>()
  const listeners = new Set<(status: SyncStatus) => void>()
  const running = new Map<string, number>()
  let done = 0
  let total = 0
  let nextRunAt: Instant | null = null
  let started = false
  let timer: unknown
  let focusTimer: unknown
  let changeQueued = false
  let telling = false

  const status = (): SyncStatus =>
    readStatus(store.read, {
      progress: total > 0 ? { done, total } : null,
      running: new Set(running.keys()),
      nextRunAt,
    })
  /** Several changes at once are told as one, once what was begun is on its way to the server. */
  const tell = (): void => {
    if (telling) return
    telling = true
    setImmediate(() => {
      telling = false
      if (abort.signal.aborted || listeners.size === 0) return
      const current = status()
      for (const listener of listeners) listener(current)
    })
  }

  const carryOut = async (accountId: string, job: Job): Promise<void> => {
    if (abort.signal.aborted) return
    const calendars = store.read.calendars
      .ofAccount(accountId)
      .filter(({ id }) => job.calendarIds === null || job.calendarIds.has(id))
    for (const { id } of calendars) running.set(id, (running.get(id) ?? 0) + 1)
    total += calendars.length
    if (!isHint(job.trigger)) tell()
    try {
      await syncAccount(parts, accountId, calendars, job, abort.signal, (finished) => {
        done += finished
        if (!isHint(job.trigger)) tell()
      })
    } finally {
      for (const { id } of calendars) {
        const left = (running.get(id) ?? 1) - 1
        if (left > 0) running.set(id, left)
        else running.delete(id)
      }
      if (running.size === 0) done = total = 0
      tell()
    }
  }

  const enqueue = (accountId: string, job: Job): Promise<void> => {
    const lane: Lane = lanes.get(accountId) ?? { tail: Promise.resolve(), waiting: null }
    lanes.set(accountId, lane)
    if (lane.waiting) {
      lane.waiting.job = joined(lane.waiting.job, job)
      return lane.waiting.promise
    }
    const waiting = { job, promise: Promise.resolve() }
    waiting.promise = lane.tail.then(() => {
      lane.waiting = null
      return carryOut(accountId, waiting.job)
    })
    lane.waiting = waiting
    lane.tail = waiting.promise.catch(() => undefined)
    return waiting.promise
  }

  const run = async (request: SyncRequest): Promise<void> => {
    const { trigger, artistId, range = null, full = false } = request
    const wanted = store.read.calendars
      .standings()
      .filter((calendar) =>
        request.calendarIds
          ? request.calendarIds.includes(calendar.id)
          : artistId === undefined || calendar.artistId === artistId,
      )
    const accountIds = new Set(wanted.map(({ accountId }) => accountId))
    const everything = request.calendarIds === undefined && artistId === undefined
    const urgent = ['button', 'network', 'resume', 'settings'].includes(trigger)
    await Promise.all(
      [...accountIds].map((accountId) =>
        enqueue(accountId, {
          trigger,
          calendarIds: everything ? null : new Set(wanted.map(({ id }) => id)),
          full,
          urgent,
          released: false,
          range,
        }),
      ),
    )
    schedule()
  }

  /** The next run: the interval, or earlier where something waits for its time. */
  const schedule = (): void => {
    if (!started || abort.signal.aborted) return
    timers.clear(timer)
    const interval = store.read.settings.get().pullMinutes * MINUTE
    const waiting = store.read.outbox.all().filter(({ phase }) => phase !== 'held')
    const accounts = new Map(store.read.accounts.all().map((account) => [account.id, account]))
    const due = waiting.flatMap(({ calendarId, notBefore }) => {
      const calendar = calendarId === null ? undefined : store.read.calendars.get(calendarId)
      const account = calendar && accounts.get(calendar.accountId)
      if (!account || account.frozenAt !== null || parts.passwordOf(account.id) === null) return []
      return Math.max(notBefore, account.blockedUntil ?? 0)
    })
    const soonest = Math.min(now() + interval, ...due.map((at) => Math.max(at, now() + 1_000)))
    nextRunAt = soonest
    timer = timers.set(() => void rollAndRun('timer'), soonest - now())
  }

  const roll = (): Promise<void> => rollBusyWindows(store, parts.decode, now, abort.signal)
  const rollAndRun = async (trigger: SyncTrigger): Promise<void> => {
    await roll()
    await run({ trigger })
  }

  const sendChanges = (): void => {
    changeQueued = false
    const calendarIds = new Set(
      store.read.outbox
        .all()
        .filter(({ phase, notBefore }) => phase === 'ready' && notBefore <= now())
        .flatMap(({ calendarId }) => calendarId ?? []),
    )
    if (calendarIds.size > 0) void run({ trigger: 'change', calendarIds: [...calendarIds] })
  }
  const endSubscription = store.onChange((topics) => {
    if (!started || abort.signal.aborted) return
    if (topics.has('outbox') && !changeQueued && running.size === 0) {
      changeQueued = true
      queueMicrotask(sendChanges)
    }
    // The studio's zone and the interval count from now on.
    if (topics.has('settings')) void roll().then(schedule)
    if (topics.has('outbox') || topics.has('calendars') || topics.has('settings')) tell()
  })

  const look = (): void => {
    if (running.size === 0) void run({ trigger: 'focus' })
    focusTimer = timers.set(look, FOCUS_LOOK)
  }

  return {
    run,
    status,
    async pullArtist(artistId, signal) {
      const before = now()
      await withSignal(run({ trigger: 'availability', artistId }), signal)
      const calendars = store.read.calendars.ofArtist(artistId)
      const failure = calendars.find((calendar) => calendar.failure !== null)?.failure
      if (failure) return { ok: false, error: failure }
      const fresh = calendars.every(({ lastSuccessAt }) => (lastSuccessAt ?? 0) >= before)
      return fresh && calendars.length > 0
        ? ok(undefined)
        : fail('timeout', 'The calendar has not answered yet.')
    },
    async releaseBrake(calendarId) {
      const calendar = store.read.calendars.get(calendarId)
      if (!calendar) return
      await enqueue(calendar.accountId, {
        trigger: 'button',
        calendarIds: new Set([calendarId]),
        full: true,
        urgent: true,
        released: true,
        range: null,
      })
    },
    onStatus(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start() {
      started = true
      void rollAndRun('start')
    },
    setFocused(focused) {
      timers.clear(focusTimer)
      if (focused && started) focusTimer = timers.set(look, FOCUS_LOOK)
    },
    async stop() {
      started = false
      abort.abort()
      timers.clear(timer)
      timers.clear(focusTimer)
      endSubscription()
      await Promise.all([...lanes.values()].map(({ tail }) => tail))
      parts.remotes.close()
    },
  }
}

const joined = (a: Job, b: Job): Job => ({
  trigger: isHint(b.trigger) ? a.trigger : b.trigger,
  calendarIds:
    a.calendarIds === null || b.calendarIds === null
      ? null
      : new Set([...a.calendarIds, ...b.calendarIds]),
  full: a.full || b.full,
  urgent: a.urgent || b.urgent,
  released: a.released || b.released,
  range:
    a.range && b.range
      ? { start: Math.min(a.range.start, b.range.start), end: Math.max(a.range.end, b.range.end) }
      : (a.range ?? b.range),
})

const withSignal = (work: Promise<void>, signal: AbortSignal | undefined): Promise<void> =>
  signal
    ? Promise.race([
        work,
        new Promise<void>((resolve) => {
          if (signal.aborted) resolve()
          signal.addEventListener('abort', () => resolve(), { once: true })
        }),
      ])
    : work
