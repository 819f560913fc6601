import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupKind, BackupPlan, BackupState, BackupView } from '../../domain/backup.ts'
import { fail, failed, ok, type Failure, type Result } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import { sentence, type Sentence } from '../../domain/sentence.ts'
import type { Store } from '../store/store.ts'
import { backupName, parseBackupName } from '../../domain/backup-name.ts'
import { backupFailure, backupsIn, missing, placesOf, tidy, type Place } from './place.ts'
import { keepPlaces } from './places-file.ts'
import { keepPlan, planOf, remember, remembered, type BackupCheck } from './plan.ts'
import type { Work } from './thread.ts'

export interface BackupDesk {
  readonly store: Store
  /** The database in use. */
  readonly file: string
  readonly dataFolder: string
  readonly now: () => Instant
  readonly work: Work
  /** Asks a person for a folder; null when they changed their mind. */
  readonly chooseFolder: () => Promise<string | null>
  /** Said when there is something new to see in `state`. */
  readonly changed: () => void
}

export interface Backups {
  readonly state: () => BackupState
  /**
   * Makes one now, in every place. Fails with `disk-full`, `folder-gone`, `folder-read-only`,
   * `backup-broken`; then nothing that was there before has changed.
   */
  readonly now: (kind: BackupKind) => Promise<Result<BackupView>>
  readonly exportNow: () => Promise<Result<number>>
  readonly choose: (
    which: 'folder' | 'secondFolder' | 'calendarFolder',
  ) => Promise<Result<BackupState>>
  readonly change: (plan: Partial<BackupPlan>) => BackupState
  /** It was looked through just now. */
  readonly noteCheck: (view: BackupView, whole: boolean) => void
  /** Where a listed backup is. */
  readonly find: (file: string) => Result<{ path: string; view: BackupView }>
}

const told = (failure: Failure): Sentence =>
  failure.remedy === undefined
    ? failure
    : sentence`${{ problem: failure }} ${{ remedy: { message: failure.remedy } }}`

const keyOf = ({ file, second }: BackupView): string => (second ? `second ${file}` : file)

const asChecked = (view: BackupView, check: BackupCheck | undefined): BackupView =>
  check ? { ...view, checkedAt: check.at, broken: !check.whole } : view

/** The backups of one desk. Several that are asked for at once are made one after the other. */
export const createBackups = (desk: BackupDesk): Backups => {
  const { store, file, dataFolder, now, work } = desk
  const own = join(dataFolder, 'backups')
  const { read } = store
  let last: Promise<unknown> = Promise.resolve()
  const queued = <T>(task: () => Promise<T>): Promise<T> => {
    const next = last.then(task)
    last = next.catch(() => undefined)
    return next
  }
  const places = (): [Place, ...Place[]] => placesOf(planOf(read), own)

  const state = (): BackupState => {
    const [first] = places()
    const { checks, lastExportAt, failure } = remembered(read)
    return {
      plan: planOf(read),
      folder: first.folder,
      backups: places()
        .flatMap(backupsIn)
        .map((view) => asChecked(view, checks[keyOf(view)]))
        .toSorted((a, b) => b.at - a.at || Number(a.second) - Number(b.second)),
      lastExportAt,
      failure,
    }
  }

  const noteCheck = (view: BackupView, whole: boolean): void => {
    const there = new Set(places().flatMap(backupsIn).map(keyOf))
    const kept = Object.entries(remembered(read).checks).filter(([key]) => there.has(key))
    const checks = { ...Object.fromEntries(kept), [keyOf(view)]: { at: now(), whole } }
    store.transaction((tx) => remember(tx, { checks }))
    desk.changed()
  }

  /** Staff hear of a failure once, not after each try; a backup that works ends it. */
  const settle = (failure: Failure | null): void => {
    const before = remembered(read).failure
    if (failure === null && before === null) return
    store.transaction((tx) => {
      remember(tx, { failure })
      if (failure && before?.kind !== failure.kind)
        tx.notices.insert({
          at: now(),
          kind: 'backup',
          artistId: '',
          appointmentId: null,
          ...told(failure),
        })
    })
  }

  const copyTo = async (place: Place, name: string): Promise<Result<unknown>> => {
    const problem = missing(place, own)
    if (problem) return failed(problem)
    const copied = await work('copy', { source: file, folder: place.folder, name })
    if (!copied.ok) return copied
    try {
      tidy(place, read.settings.get().zone)
      return copied
    } catch (error) {
      return failed(backupFailure(error))
    }
  }

  const make = async (kind: BackupKind): Promise<Result<BackupView>> => {
    const name = backupName(now(), kind)
    const results: Result<unknown>[] = []
    for (const place of places()) results.push(await copyTo(place, name))
    const problem = results.find((one) => !one.ok)
    settle(problem ? problem.error : null)
    desk.changed()
    const made = state().backups.find((one) => one.file === name)
    if (made && results.some((one) => one.ok)) return problem ? failed(problem.error) : ok(made)
    return problem
      ? failed(problem.error)
      : fail('backup-broken', 'The backup was not made.', { remedy: 'Try again.' })
  }

  const exportNow = async (): Promise<Result<number>> => {
    const { calendarFolder } = planOf(read)
    if (calendarFolder === null || !existsSync(calendarFolder)) {
      const gone = fail('folder-gone', 'The folder for calendar files cannot be reached.', {
        remedy: 'Connect the drive it is on, or choose another folder in Settings › Backups.',
      })
      settle(gone.error)
      return gone
    }
    const written = await work('calendars', { source: file, folder: calendarFolder })
    settle(written.ok ? null : written.error)
    if (written.ok) store.transaction((tx) => remember(tx, { lastExportAt: now() }))
    desk.changed()
    return written
  }

  const change = (plan: Partial<BackupPlan>): BackupState => {
    const next = { ...planOf(read), ...plan }
    store.transaction((tx) => keepPlan(tx, next))
    keepPlaces(dataFolder, next)
    desk.changed()
    return state()
  }

  return {
    state,
    now: (kind) => queued(() => make(kind)),
    exportNow: () => queued(exportNow),
    choose: async (which) => {
      const chosen = await desk.chooseFolder()
      return ok(chosen === null ? state() : change({ [which]: chosen }))
    },
    change,
    noteCheck,
    find: (name) => {
      const view = parseBackupName(name) && state().backups.find((one) => one.file === name)
      const place = view && places().find(({ second }) => second === view.second)
      return view && place
        ? ok({ path: join(place.folder, name), view })
        : fail('not-found', 'This backup is no longer there.', { remedy: 'Choose another one.' })
    },
  }
}
