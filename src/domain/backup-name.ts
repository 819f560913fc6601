import { backupKinds, type BackupKind } from './backup.ts'
import type { Instant } from './interval.ts'

/** What a backup's name says about it. */
export interface NamedBackup {
  readonly file: string
  readonly at: Instant
  readonly kind: BackupKind
}

/** While it is written and not yet checked; such a file is never offered. */
export const UNFINISHED = '.unfinished'

/** `linework-2026-03-04T09-00-00Z-daily.db`: a time in UTC that every file system takes, and why. */
export const backupName = (at: Instant, kind: BackupKind): string =>
  `linework-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z-${kind}.db`

const pattern = /^linework-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z-([a-z]+)\.db$/

/** Null for a file that is no backup of ours. */
export const parseBackupName = (file: string): NamedBackup | null => {
  const [, day, hour, minute, second, word] = pattern.exec(file) ?? []
  const kind = backupKinds.find((one) => one === word)
  const at = Date.parse(`${day}T${hour}:${minute}:${second}Z`)
  return kind === undefined || Number.isNaN(at) ? null : { file, at, kind }
}
