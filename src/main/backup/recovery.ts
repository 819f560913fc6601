import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupView, RecoveryOffer } from '../../domain/backup.ts'
import { fail, failed, ok, type Failure, type Result } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import { sentence } from '../../domain/sentence.ts'
import { dateAt, timeAt } from '../../domain/zone.ts'
import { erasuresIn } from '../clients/erasures.ts'
import { databaseFiles } from '../store/copy.ts'
import { problems, storeFailureOf } from '../store/errors.ts'
import { backupsIn, placesOf } from './place.ts'
import { keptPlaces } from './places-file.ts'
import type { Work } from './thread.ts'

export interface RecoveryParts {
  /** The folder of the database, and its name there. */
  readonly dataFolder: string
  readonly file: string
  readonly now: () => Instant
  /** IANA zone of this computer. */
  readonly zone: string
  readonly work: Work
  /** Makes an empty database; throws StoreError. */
  readonly makeEmpty: () => void
}

/** What can be done about a database while nobody has it open. */
export interface Recovery {
  /** Where a backup lies that was made ready. */
  readonly target: string
  /** Damage that can be told without opening it: a file without a byte, or none beside backups. */
  readonly damage: () => Failure | null
  readonly offer: (problem: Failure) => Promise<RecoveryOffer>
  /** Makes the backup ready to take the database's place; nothing has changed until it does. */
  readonly prepare: (backup: string, at: Instant) => Promise<Result<unknown>>
  /** Like `prepare`, for a backup by its name. */
  readonly prepareNamed: (file: string) => Promise<Result<unknown>>
  /** Gives the database and what belongs to it another name, so that it is kept. */
  readonly setAside: () => Result<string | null>
  /** Makes an empty database where there is none any more. */
  readonly beginAnew: () => Result<null>
  /** Puts what was prepared in the place of the database, at once or not at all. */
  readonly putInPlace: () => Result<null>
}

/** How many backups are tried for one that is whole. */
const TRIED = 12

const attempt = <T>(change: () => T): Result<T> => {
  try {
    return ok(change())
  } catch (error) {
    const failure = storeFailureOf(error)
    if (failure) return failed(failure)
    throw error
  }
}

export const createRecovery = (parts: RecoveryParts): Recovery => {
  const { dataFolder, file, now, zone, work } = parts
  const own = join(dataFolder, 'backups')
  const target = `${file}.restoring`
  const all = (): { view: BackupView; path: string }[] =>
    placesOf(keptPlaces(dataFolder), own)
      .flatMap((place) =>
        backupsIn(place).map((view) => ({ view, path: join(place.folder, view.file) })),
      )
      .toSorted((a, b) => b.view.at - a.view.at)

  const prepare: Recovery['prepare'] = (backup, at) => {
    const made = `${dateAt(at, zone)} ${timeAt(at, zone)}`
    const message = sentence`Linework was set back to the backup of ${{ made }}. Bookings follow the calendars as they are now.`
    const erased = erasuresIn(dataFolder)
    return work('prepare', { backup, target, now: now(), message, erased })
  }

  return {
    target,
    damage: () => {
      const stat = statSync(file, { throwIfNoEntry: false })
      if ((stat && stat.size > 0) || all().length === 0) return null
      return stat ? problems.corrupt : problems.missing
    },
    offer: async ({ kind }) => {
      const isDamaged = kind === 'database-corrupt'
      if (isDamaged)
        for (const { view, path } of all().slice(0, TRIED))
          if ((await work('check', { file: path })).ok) return { newest: view, mayStartEmpty: true }
      return { newest: null, mayStartEmpty: isDamaged }
    },
    prepare,
    prepareNamed: async (name) => {
      const found = all().find(({ view }) => view.file === name)
      return found
        ? prepare(found.path, found.view.at)
        : fail('not-found', 'This backup is no longer there.', { remedy: 'Choose another one.' })
    },
    setAside: () =>
      attempt(() => {
        const stamp = new Date(now()).toISOString().slice(0, 19).replaceAll(':', '-')
        const aside = `${file.replace(/\.db$/, '')}-damaged-${stamp}Z.db`
        const files = databaseFiles(file)
        for (const one of files) renameSync(one, aside + one.slice(file.length))
        return files.length > 0 ? aside : null
      }),
    beginAnew: () =>
      attempt(() => {
        parts.makeEmpty()
        return null
      }),
    putInPlace: () =>
      attempt(() => {
        if (!existsSync(target)) throw new Error('Nothing was prepared to be put in place.')
        // A write-ahead log belongs to the file it was written for.
        for (const one of databaseFiles(file)) if (one !== file) rmSync(one, { force: true })
        renameSync(target, file)
        return null
      }),
  }
}
