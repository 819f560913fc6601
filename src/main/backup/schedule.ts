import { DAY, MINUTE, type Instant } from '../../domain/interval.ts'
import { dateAt } from '../../domain/zone.ts'
import type { BackupState } from '../../domain/backup.ts'
import type { Backups } from './backups.ts'

export interface BackupTimers {
  set(work: () => void, delay: number): unknown
  clear(timer: unknown): void
}

export interface ScheduleParts {
  readonly backups: Pick<Backups, 'state' | 'now' | 'exportNow'>
  readonly timers: BackupTimers
  readonly now: () => Instant
  readonly zone: () => string
  /** False while the calendars are being synchronised. */
  readonly isQuiet: () => boolean
  readonly onError: (error: unknown) => void
}

/** After the start, when the first screens are painted and the first sync is under way. */
const FIRST_LOOK = 2 * MINUTE
const LOOK = 15 * MINUTE
const WHILE_BUSY = MINUTE
/** A computer that is never quiet is backed up all the same. */
const PATIENCE = 10

/** What is due: a backup when today has none, the calendar files a day or a week after the last. */
export const dueNow = (
  { backups, plan, lastExportAt }: BackupState,
  now: Instant,
  zone: string,
): { readonly backup: boolean; readonly calendars: boolean } => ({
  backup: !backups.some(({ at, second }) => !second && dateAt(at, zone) === dateAt(now, zone)),
  calendars:
    plan.calendars !== 'off' &&
    (lastExportAt === null ||
      (plan.calendars === 'daily'
        ? dateAt(lastExportAt, zone) !== dateAt(now, zone)
        : now - lastExportAt >= 7 * DAY - 12 * 60 * MINUTE)),
})

/** Backs up and exports at quiet moments, the first of each day; returns what ends that. */
export const keepBackingUp = (parts: ScheduleParts): (() => void) => {
  const { backups, timers, now, zone, isQuiet, onError } = parts
  let ended = false
  let timer: unknown
  let waited = 0

  const look = async (): Promise<void> => {
    const due = dueNow(backups.state(), now(), zone())
    if (!due.backup && !due.calendars) return again(LOOK)
    if (!isQuiet() && waited++ < PATIENCE) return again(WHILE_BUSY)
    waited = 0
    if (due.backup) await backups.now('daily')
    if (due.calendars) await backups.exportNow()
    again(LOOK)
  }
  const again = (delay: number): void => {
    if (ended) return
    timer = timers.set(() => {
      look().catch((error: unknown) => {
        onError(error)
        again(LOOK)
      })
    }, delay)
  }
  again(FIRST_LOOK)
  return () => {
    ended = true
    timers.clear(timer)
  }
}
