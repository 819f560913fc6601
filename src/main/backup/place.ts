import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupPlan, BackupView } from '../../domain/backup.ts'
import { fail, type Failure } from '../../domain/failure.ts'
import { storeFailureOf } from '../store/errors.ts'
import { parseBackupName, UNFINISHED } from '../../domain/backup-name.ts'
import { expired } from './rotation.ts'

/** A folder that holds backups. */
export interface Place {
  readonly folder: string
  readonly second: boolean
}

/** Where backups go and are found: the data folder's own until another one is chosen. */
export const placesOf = (plan: BackupPlan, own: string): [Place, ...Place[]] => [
  { folder: plan.folder ?? own, second: false },
  ...(plan.secondFolder === null ? [] : [{ folder: plan.secondFolder, second: true }]),
]

/** The finished backups in a folder, newest first; none where it is out of reach. */
export const backupsIn = ({ folder, second }: Place): BackupView[] =>
  namesIn(folder)
    .flatMap((name) => {
      const named = parseBackupName(name)
      const stat = named && statSync(join(folder, name), { throwIfNoEntry: false })
      const checked = named && { checkedAt: named.at, broken: false }
      return checked && stat?.isFile() ? [{ ...named, ...checked, size: stat.size, second }] : []
    })
    .toSorted((a, b) => b.at - a.at)

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Removes what has had its time, and what was never finished. */
export const tidy = (place: Place, zone: string): void => {
  for (const { file } of expired(backupsIn(place), zone)) rmSync(join(place.folder, file))
  for (const name of namesIn(place.folder))
    if (name.endsWith(UNFINISHED)) rmSync(join(place.folder, name), { force: true })
}

/** Null when backups can be put there. Our own folder is made; one that was chosen must be there. */
export const missing = (place: Place, own: string): Failure | null => {
  try {
    if (place.folder === own) mkdirSync(own, { recursive: true })
    return statSync(place.folder).isDirectory() ? null : gone()
  } catch {
    return gone()
  }
}

const gone = (): Failure =>
  fail('folder-gone', 'The folder for backups cannot be reached, so no backup was made.', {
    remedy: 'Connect the drive it is on, or choose another folder in Settings › Backups.',
  }).error

/** Where a job writes: it is another disk and folder that has to have room. */
export type Written = 'backups' | 'data' | 'calendars'

const words = {
  backups: {
    'disk-full': {
      message: 'The disk for backups is full, so no backup was made.',
      remedy: 'Free some space there, or choose another folder in Settings › Backups.',
    },
    'folder-read-only': {
      message: 'Nothing can be written to the folder for backups.',
      remedy: 'Make it writable for this user, or choose another folder in Settings › Backups.',
    },
  },
  data: {
    'disk-full': {
      message: 'The disk with Linework’s data is full, so nothing was restored.',
      remedy: 'Free as much space there as the backup takes, then try again.',
    },
    'folder-read-only': {
      message: 'Nothing can be written to Linework’s data folder, so nothing was restored.',
      remedy: 'Make Linework’s data folder writable for this user, then try again.',
    },
  },
  calendars: {
    'disk-full': {
      message: 'The disk for calendar files is full, so they were not all written.',
      remedy: 'Free some space there, or choose another folder in Settings › Backups.',
    },
    'folder-read-only': {
      message: 'Nothing can be written to the folder for calendar files.',
      remedy: 'Make it writable for this user, or choose another folder in Settings › Backups.',
    },
  },
} as const satisfies Record<
  Written,
  Record<'disk-full' | 'folder-read-only', Omit<Failure, 'kind'>>
>

/** What is wrong with the folder or with the database, in words about what was being done; throws a bug. */
export const backupFailure = (error: unknown, written: Written = 'backups'): Failure => {
  const failure = storeFailureOf(error)
  if (failure?.kind === 'disk-full') return { kind: 'disk-full', ...words[written]['disk-full'] }
  if (failure?.kind === 'database-read-only')
    return { kind: 'folder-read-only', ...words[written]['folder-read-only'] }
  if (failure?.kind === 'database-corrupt')
    return fail('backup-broken', 'The backup was looked at and is not whole, so it is not used.', {
      remedy: 'Restart Linework, which checks its data. Until then keep the older backups.',
    }).error
  if (failure) return failure
  throw error
}
