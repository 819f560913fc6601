import type { BackupView } from '../../domain/backup.ts'
import type { Failure, Result } from '../../domain/failure.ts'
import type { Settings } from '../../domain/settings.ts'
import { syncLogAsCsv } from '../export/sync-log.ts'
import type { Tables } from '../store/tables.ts'
import { privateTexts } from './private-texts.ts'
import { pseudonymsFor, type PrivateText, type Pseudonyms } from './pseudonyms.ts'

export interface ReportParts {
  readonly read: Tables
  /** Versions of the program and of what it runs on. */
  readonly versions: Readonly<Record<string, string>>
  /** The end of the log, oldest line first. */
  readonly log: string
  readonly check: Result<unknown>
  readonly backups: readonly BackupView[]
  /** Passwords that are known now: they are in none of this, and are looked for all the same. */
  readonly secrets: readonly string[]
}

/** Said as they are: none of them names anybody. */
const settingNames = [
  'zone',
  'hours',
  'slotMinutes',
  'pullMinutes',
  'logDays',
  'lockMinutes',
  'privacy',
  'theme',
  'language',
  'clock',
  'currency',
  'ready',
] as const satisfies readonly (keyof Settings)[]

/** The files for whoever helps, by name, without names, contacts, titles and secrets. */
export const reportFiles = (parts: ReportParts): Readonly<Record<string, string>> => {
  const { read, versions, log, check, backups } = parts
  const secrets = parts.secrets.map((text): PrivateText => ({ kind: 'secret', text }))
  const pseudonyms = pseudonymsFor([...secrets, ...privateTexts(read)])
  const settings = read.settings.get()
  const json = (value: unknown): string => `${pseudonyms.clean(JSON.stringify(value, null, 2))}\n`
  return {
    'versions.json': json({ ...versions, sqlite: read.counts.sqliteVersion() }),
    'settings.json': json(Object.fromEntries(settingNames.map((name) => [name, settings[name]]))),
    'database.json': json({
      check: check.ok ? 'whole' : check.error,
      rows: read.counts.all(),
      backups: backups.map(({ at, kind, size, second }) => ({ at: iso(at), kind, size, second })),
    }),
    'connections.json': json(connections(read, pseudonyms)),
    'waiting.json': json(waiting(read)),
    'sync-log.csv': pseudonyms.clean(syncLogAsCsv(read, {})),
    'linework.log': pseudonyms.clean(log),
  }
}

const iso = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString()

const kindOf = (failure: Failure | null): string | null => failure?.kind ?? null

const connections = (read: Tables, { of }: Pseudonyms): unknown => ({
  accounts: read.accounts.all().map((account) => ({
    name: of(account.username),
    host: of(new URL(account.baseUrl).host),
    hasPassword: account.secret !== null,
    frozenAt: iso(account.frozenAt),
    blockedUntil: iso(account.blockedUntil),
    blockedBy: account.blockedBy,
    failures: account.failures,
  })),
  calendars: read.calendars.all().map((calendar) => ({
    name: of(calendar.name),
    artist: of(read.artists.get(calendar.artistId)?.name ?? ''),
    role: calendar.role,
    readOnly: calendar.readOnly,
    ownedByLogin: calendar.ownedByLogin,
    freeDoesNotBlock: calendar.freeDoesNotBlock,
    hasSyncToken: calendar.syncToken !== null,
    lastListingAt: iso(calendar.lastListingAt),
    lastSuccessAt: iso(calendar.lastSuccessAt),
    failure: kindOf(calendar.failure),
    brake: calendar.brake,
    objects: read.objects.states(calendar.id).length,
    unreadable: read.objects.problems(calendar.id).length,
  })),
})

const waiting = (read: Tables): unknown => ({
  outbox: read.outbox.all().map((row) => ({
    intent: row.intent,
    phase: row.phase,
    attempts: row.attempts,
    createdAt: iso(row.createdAt),
    notBefore: iso(row.notBefore),
    failure: kindOf(row.failure),
  })),
  troubles: read.appointments
    .views({ troubled: true })
    .map(({ status, delivery, trouble }) => ({ status, delivery, trouble: trouble?.kind })),
})
