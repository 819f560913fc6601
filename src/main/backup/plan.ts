import { defaultPlan, exportIntervals, type BackupPlan } from '../../domain/backup.ts'
import type { Failure } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Tables } from '../store/tables.ts'

const KEY = 'backups'
const STATE = 'backup-state'

/** What this desk remembers about its last backup and export. */
export interface Remembered {
  readonly lastExportAt: Instant | null
  readonly failure: Failure | null
  /** Backups that were looked through after they were made, by name. */
  readonly checks: Readonly<Record<string, BackupCheck>>
}

export interface BackupCheck {
  readonly at: Instant
  readonly whole: boolean
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

export const planOf = (tables: Tables): BackupPlan => {
  const stored = tables.settings.getValue(KEY)
  if (!isObject(stored)) return defaultPlan
  return {
    folder: text(stored['folder']),
    secondFolder: text(stored['secondFolder']),
    calendarFolder: text(stored['calendarFolder']),
    calendars: exportIntervals.find((one) => one === stored['calendars']) ?? defaultPlan.calendars,
  }
}

export const keepPlan = (tx: Tables, plan: BackupPlan): void => tx.settings.setValue(KEY, plan)

export const remembered = (tables: Tables): Remembered => {
  const stored = tables.settings.getValue(STATE)
  if (!isObject(stored)) return { lastExportAt: null, failure: null, checks: {} }
  const { lastExportAt, failure, checks } = stored
  return {
    lastExportAt: typeof lastExportAt === 'number' ? lastExportAt : null,
    failure: isFailure(failure) ? failure : null,
    checks: isObject(checks) ? Object.fromEntries(Object.entries(checks).filter(isCheck)) : {},
  }
}

const isCheck = (entry: [string, unknown]): entry is [string, BackupCheck] => {
  const [, check] = entry
  return isObject(check) && typeof check['at'] === 'number' && typeof check['whole'] === 'boolean'
}

const isFailure = (value: unknown): value is Failure =>
  isObject(value) && typeof value['kind'] === 'string' && typeof value['message'] === 'string'

export const remember = (tx: Tables, change: Partial<Remembered>): void =>
  tx.settings.setValue(STATE, { ...remembered(tx), ...change })
