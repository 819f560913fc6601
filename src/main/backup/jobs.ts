import { join } from 'node:path'
import { UNFINISHED } from '../../domain/backup-name.ts'
import type { RestorePreview } from '../../domain/backup.ts'
import { failed, ok, type Result } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Sentence } from '../../domain/sentence.ts'
import { eraseAgain } from '../clients/erasures.ts'
import { compareDatabases } from '../store/compare.ts'
import { checkDatabase, copyDatabase } from '../store/copy.ts'
import { prepareRestored } from '../store/restored.ts'
import { newestKnown } from '../store/version.ts'
import { exportCalendars } from './calendar-files.ts'
import { backupFailure, type Written } from './place.ts'

/** What is done beside the main thread, as it takes as long as the database is large. */
export interface Jobs {
  readonly copy: { readonly source: string; readonly folder: string; readonly name: string }
  readonly check: { readonly file: string }
  readonly prepare: {
    readonly backup: string
    readonly target: string
    readonly now: Instant
    /** What staff read in the restored studio. */
    readonly message: Sentence
    /** Clients who are not to come back. */
    readonly erased: readonly string[]
  }
  readonly compare: { readonly current: string; readonly restored: string }
  readonly calendars: { readonly source: string; readonly folder: string }
}

export interface JobAnswers {
  readonly copy: void
  readonly check: void
  readonly prepare: void
  readonly compare: Omit<RestorePreview, 'backup'>
  /** How many files were written. */
  readonly calendars: number
}

export type JobName = keyof Jobs

export interface JobOptions {
  readonly migrations: string
  readonly nativeBinding: string | undefined
}

type Does = {
  readonly [Name in JobName]: (
    given: Jobs[Name],
    options: JobOptions & { readonly newest: number },
  ) => JobAnswers[Name] | Promise<JobAnswers[Name]>
}

const does: Does = {
  copy: ({ source, folder, name }, options) => {
    const target = join(folder, name)
    return copyDatabase(source, target, target + UNFINISHED, options)
  },
  check: ({ file }, options) => checkDatabase(file, options),
  prepare: ({ backup, target, message, erased, now }, options) =>
    prepareRestored(backup, target, message, (tx) => eraseAgain(tx, erased, now), {
      ...options,
      now: () => now,
    }),
  compare: ({ current, restored }, { nativeBinding }) =>
    compareDatabases(current, restored, nativeBinding),
  calendars: ({ source, folder }, { nativeBinding }) =>
    exportCalendars(source, folder, nativeBinding),
}

const written: Record<JobName, Written> = {
  copy: 'backups',
  check: 'backups',
  prepare: 'data',
  compare: 'data',
  calendars: 'calendars',
}

/** Fails with what is wrong with the backup or its folder: `disk-full`, `folder-read-only`, `backup-broken`. */
export const runJob = async <Name extends JobName>(
  name: Name,
  given: Jobs[Name],
  options: JobOptions,
): Promise<Result<JobAnswers[Name]>> => {
  try {
    return ok(await does[name](given, { ...options, newest: newestKnown(options.migrations) }))
  } catch (error) {
    return failed(backupFailure(error, written[name]))
  }
}
