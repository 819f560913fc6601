import { and, eq, gte, lt, ne, sql } from 'drizzle-orm'
import type { Instant } from '../../domain/interval.ts'
import {
  QUARTER,
  type CalendarRuns,
  type FailureCount,
  type QuarterRuns,
} from '../../domain/sync-health.ts'
import type { Connection } from './connection.ts'
import { calendarSyncLogs } from './schema.ts'

const { artistId, calendarId, direction, durationMs, errorKind, id, outcome, startedAt } =
  calendarSyncLogs

const number = (condition: ReturnType<typeof sql>) =>
  sql<number>`coalesce(sum(${condition}), 0)`.mapWith(Number)

const failed = number(sql`${outcome} = 'failed'`)
const tried = number(sql`${outcome} <> 'skipped'`)
const pulled = number(
  sql`${calendarSyncLogs.created} + ${calendarSyncLogs.updated} + ${calendarSyncLogs.deleted}`,
)
const pushed = number(sql`${calendarSyncLogs.pushed}`)

const isRun = ne(direction, 'test')

/** The sync log counted, as the dashboard shows it; instants are the start of an entry. */
export const syncHealthTable = (db: Connection) => ({
  runs: (from: Instant): { runs: number; failures: number } =>
    db
      .select({ runs: tried, failures: failed })
      .from(calendarSyncLogs)
      .where(and(isRun, gte(startedAt, from)))
      .get() ?? { runs: 0, failures: 0 },

  objects: (from: Instant, to: Instant): { pulled: number; pushed: number } =>
    db
      .select({ pulled, pushed })
      .from(calendarSyncLogs)
      .where(and(isRun, gte(startedAt, from), lt(startedAt, to)))
      .get() ?? { pulled: 0, pushed: 0 },

  calendars: (from: Instant): CalendarRuns[] =>
    db
      .select({
        artistId,
        calendarId,
        runs: tried,
        failures: failed,
        objects: sql<number>`${pulled} + ${pushed}`,
        durationMs: sql<number | null>`avg(case ${outcome} when 'ok' then ${durationMs} end)`,
      })
      .from(calendarSyncLogs)
      .where(and(isRun, gte(startedAt, from)))
      .groupBy(artistId, calendarId)
      .all(),

  quarters: (from: Instant): QuarterRuns[] =>
    db
      .select({
        artistId,
        quarter: sql<number>`cast((${startedAt} - ${from}) / ${sql.raw(String(QUARTER))} as integer)`,
        failures: failed,
        tried,
        durationMs: sql<number>`max(${durationMs})`,
        // The kind that stands behind the highest id.
        lastErrorKind: sql<string | null>`nullif(substr(max(
          printf('%020d', ${id}) || coalesce(${errorKind}, '')), 21), '')`,
      })
      .from(calendarSyncLogs)
      .where(and(isRun, gte(startedAt, from)))
      .groupBy(artistId, sql`2`)
      .all(),

  failures: (from: Instant): FailureCount[] =>
    db
      .select({
        artistId,
        kind: sql<string>`coalesce(${errorKind}, 'internal')`,
        times: sql<number>`count(*)`,
      })
      .from(calendarSyncLogs)
      .where(and(isRun, gte(startedAt, from), eq(outcome, 'failed')))
      .groupBy(artistId, sql`2`)
      .all(),
})
