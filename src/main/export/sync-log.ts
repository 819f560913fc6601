import type { LogFilter } from '../store/sync-logs.ts'
import type { Tables } from '../store/tables.ts'
import { writeCsv } from './csv.ts'

/** More than ninety days of a large studio. */
const MOST = 1_000_000

const columns = [
  'Started (UTC)',
  'Artist',
  'Calendar',
  'Direction',
  'Trigger',
  'Result',
  'Duration (ms)',
  'Requests',
  'Created',
  'Updated',
  'Deleted',
  'Sent',
  'Conflicts',
  'Error',
  'Message',
]

/** The entries of the sync log that the filter lets through, newest first. */
export const syncLogAsCsv = (tables: Tables, filter: LogFilter): string => {
  const artists = new Map(tables.artists.all().map(({ id, name }) => [id, name]))
  const calendars = new Map(tables.calendars.all().map(({ id, name }) => [id, name]))
  const rows = tables.syncLogs
    .list({ ...filter, limit: MOST })
    .map((entry) => [
      new Date(entry.startedAt).toISOString(),
      artists.get(entry.artistId) ?? '',
      calendars.get(entry.calendarId) ?? '',
      entry.direction,
      entry.trigger,
      entry.outcome,
      String(entry.durationMs),
      String(entry.requests),
      String(entry.created),
      String(entry.updated),
      String(entry.deleted),
      String(entry.pushed),
      String(entry.conflicts),
      entry.errorKind ?? '',
      entry.message,
    ])
  return writeCsv([columns, ...rows])
}
