import type { pinQuestions } from '../contract/questions/pin.ts'
import { failed, ok, type Failure, type Result } from '../domain/failure.ts'
import { defaultSettings } from '../domain/settings.ts'
import type { StudioState, SyncTrigger } from '../domain/views.ts'
import type { Announcement } from '../contract/announcements.ts'
import type { AdminLock, LockParts } from './admin/lock.ts'
import { pinAnswers, type PinParts } from './admin/pin.ts'
import type { Answers, Handlers } from './ipc/handlers.ts'
import type { Recovery } from './backup/recovery.ts'
import { createRestoring } from './restoring.ts'
import { StoreError } from './store/errors.ts'

export type StudioQuestion =
  | 'studio.state'
  | 'studio.explore'
  | 'studio.leaveSample'
  | 'backups.restore'
  | 'recovery.offer'
  | 'recovery.restore'
  | 'recovery.startEmpty'
  | 'recovery.retry'
  | 'recovery.quit'
  | keyof typeof pinQuestions

export type StudioKind = 'studio' | 'sample'

/** One open database with everything that works on it. */
export interface Studio {
  readonly handlers: Partial<Handlers>
  /** False until the first run is finished. */
  readonly isSetUp: () => boolean
  /** How long without an admin's question the settings stay open. */
  readonly lockMinutes: () => number
  /** Whether there was a PIN when this studio was last open. */
  readonly hadPin: () => boolean
  readonly rememberPin: (isSet: boolean) => void
  /** Something happened that calls for a look at the calendars; the sample has no use for a network. */
  readonly wake: (trigger: SyncTrigger) => void
  /** While the window has the focus the server is asked more often. */
  readonly setFocused: (focused: boolean) => void
  /** Moves what is in the write-ahead log into the database, before the computer sleeps. */
  readonly checkpoint: () => void
  /**
   * Makes a backup of how things are, and another one ready to take their place once this studio is
   * closed. Nothing has changed until then.
   */
  readonly prepareRestore: (backup: string) => Promise<Result<unknown>>
  /** Ends the sync and closes the database whole. */
  readonly close: () => Promise<void>
}

export interface StudiosOptions {
  /** Opens a studio; the failure is what is wrong with this computer's copy of the data. */
  readonly open: (kind: StudioKind) => Promise<Result<Studio>>
  /** The lock of a studio's settings; it is there even while the studio's data cannot be read. */
  readonly openLock: (kind: StudioKind, parts: Pick<LockParts, 'minutes' | 'onChange'>) => AdminLock
  readonly log: PinParts['log']
  readonly removeSample: () => Promise<void>
  /** What can be done about a database that is closed. */
  readonly recovery: (kind: StudioKind) => Promise<Recovery>
  readonly quit: () => void
  readonly announce: (announcement: Announcement) => void
  readonly about: Pick<StudioState, 'version' | 'standIn' | 'computerZone'>
}

export interface Studios {
  /** Opens the first studio. Questions that come earlier wait for it. */
  readonly start: (kind: StudioKind) => Promise<void>
  /** The answers of the studio that is open; waits while one closes and another opens. */
  readonly answers: () => Promise<Answers>
  readonly wake: (trigger: SyncTrigger) => void
  readonly setFocused: (focused: boolean) => void
  readonly checkpoint: () => void
  /** Whoever sat at the computer has left: the settings are locked. */
  readonly lock: () => void
  readonly close: () => Promise<void>
}

/** The disk or the database gave out: no bug, and there is a sentence for it. */
const failureOf = (error: unknown): Failure | null =>
  error instanceof StoreError ? error.failure : null

/** Holds the one open studio, and changes between the real one and the sample. */
export const createStudios = (options: StudiosOptions): Studios => {
  let kind: StudioKind = 'studio'
  let studio: Result<Studio> | null = null
  let lock: AdminLock | null = null
  let focused = false
  let changing: Promise<void> = Promise.resolve()

  const state = (): StudioState => ({
    ...options.about,
    mode: kind === 'sample' ? 'sample' : studio?.ok && !studio.value.isSetUp() ? 'new' : 'studio',
    problem: studio && !studio.ok ? studio.error : null,
  })

  const closeStudio = async (): Promise<void> => {
    const old = studio
    studio = null
    lock?.close()
    lock = null
    if (old?.ok) await old.value.close()
  }

  const openStudio = async (next: StudioKind): Promise<void> => {
    kind = next
    studio = await options.open(next)
    lock = options.openLock(next, {
      minutes: () => (studio?.ok ? studio.value.lockMinutes() : defaultSettings.lockMinutes),
      onChange: () => options.announce({ type: 'changed', topics: ['pin'] }),
    })
    if (!studio.ok) return
    studio.value.setFocused(focused)
    const { isSet } = lock.state()
    if (studio.value.hadPin() === isSet) return
    if (!isSet) options.log.warn('The PIN was removed from outside of Linework')
    studio.value.rememberPin(isSet)
  }

  /** One change at a time; a failed one does not stop the next. */
  const queue = <T>(change: () => Promise<T>): Promise<T> => {
    const done = changing.then(change)
    changing = done.then(
      () => undefined,
      () => undefined,
    )
    return done
  }

  const change = async (next: StudioKind): Promise<Result<StudioState>> => {
    await queue(async () => {
      if (kind === next && studio?.ok) return
      await closeStudio()
      if (next === 'studio') await options.removeSample()
      await openStudio(next)
      options.announce({ type: 'studio-changed' })
    })
    return studio && !studio.ok ? failed(studio.error) : ok(state())
  }

  const rememberPin = (isSet: boolean): void => {
    if (studio?.ok) studio.value.rememberPin(isSet)
  }

  /** What is answered even while a studio's data cannot be read. */
  const ownAnswers = (): Partial<Handlers> => {
    if (!lock) return own
    return { ...own, ...pinAnswers({ lock, log: options.log, remember: rememberPin }) }
  }

  const restoring = createRestoring({
    recovery: () => options.recovery(kind),
    current: () => studio,
    close: closeStudio,
    reopen: async () => {
      await openStudio(kind)
      options.announce({ type: 'studio-changed' })
      return studio && !studio.ok ? failed(studio.error) : ok(state())
    },
    queue,
    quit: options.quit,
  })
  const own: Partial<Handlers> = {
    ...restoring,
    'studio.state': () => ok(state()),
    'studio.explore': () => change('sample'),
    'studio.leaveSample': () => change('studio'),
  }
  const closed: Failure = { kind: 'cancelled', message: 'Linework is closing.' }

  return {
    start: (first) => queue(() => openStudio(first)),
    answers: async () => {
      await changing
      const admit = lock?.admit ?? (() => closed)
      return studio?.ok
        ? {
            handlers: { ...studio.value.handlers, ...ownAnswers() },
            otherwise: closed,
            admit,
            failureOf,
          }
        : { handlers: ownAnswers(), otherwise: studio?.error ?? closed, admit, failureOf }
    },
    wake: (trigger) => {
      if (studio?.ok) studio.value.wake(trigger)
    },
    setFocused: (now) => {
      focused = now
      if (studio?.ok) studio.value.setFocused(now)
    },
    checkpoint: () => {
      if (studio?.ok) studio.value.checkpoint()
    },
    lock: () => lock?.lock(),
    close: () => queue(closeStudio),
  }
}
