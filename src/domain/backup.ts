import type { Failure } from './failure.ts'
import type { Instant } from './interval.ts'

/** What set a backup off. */
export const backupKinds = ['daily', 'manual', 'migration', 'import', 'restore'] as const

export type BackupKind = (typeof backupKinds)[number]

export interface BackupView {
  /** The file's name without its folder; how a backup is asked for. */
  readonly file: string
  readonly at: Instant
  readonly kind: BackupKind
  /** Bytes. */
  readonly size: number
  /** True for one in the second place. */
  readonly second: boolean
  /** When it was last opened and looked through: when it was made, or later. */
  readonly checkedAt: Instant
  /** It was not whole any more then. */
  readonly broken: boolean
}

export const exportIntervals = ['off', 'daily', 'weekly'] as const

export type ExportInterval = (typeof exportIntervals)[number]

/** Where this desk's copies go; null is none, and for `folder` the data folder's `backups`. */
export interface BackupPlan {
  readonly folder: string | null
  readonly secondFolder: string | null
  readonly calendarFolder: string | null
  readonly calendars: ExportInterval
}

export const defaultPlan: BackupPlan = {
  folder: null,
  secondFolder: null,
  calendarFolder: null,
  calendars: 'off',
}

export interface BackupState {
  readonly plan: BackupPlan
  /** The folder backups are in now. */
  readonly folder: string
  /** Newest first. */
  readonly backups: readonly BackupView[]
  readonly lastExportAt: Instant | null
  /** Why the last backup or export could not be made; null once one was. */
  readonly failure: Failure | null
}

/** One thing that a restore would change, as a person reads it. */
export interface RestoreChange {
  readonly id: string
  /** `back`: only in the backup; `lost`: only here; `changed`: in both, and not the same. */
  readonly change: 'back' | 'lost' | 'changed'
  readonly name: string
  /** When the appointment is; null for people. */
  readonly start: Instant | null
}

export interface RestoreDifference {
  readonly back: number
  readonly lost: number
  readonly changed: number
  /** The first of them, at most 50, appointments by time, people by name. */
  readonly examples: readonly RestoreChange[]
}

export interface RestorePreview {
  readonly backup: BackupView
  readonly appointments: RestoreDifference
  readonly clients: RestoreDifference
  readonly artists: RestoreDifference
  /** Clients whose data was erased since the backup and would be back. */
  readonly erasedSince: number
}

/** What the window offers when the database cannot be opened. */
export interface RecoveryOffer {
  /** The newest backup that was opened and found whole just now. */
  readonly newest: BackupView | null
  /** Whether an empty studio may be begun: not while the data is only out of reach. */
  readonly mayStartEmpty: boolean
}
