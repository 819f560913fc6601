import { and, desc, eq, gt, gte, inArray, lt, ne, or, sql, type SQL } from 'drizzle-orm'
import type { Failure } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import type { SyncTrigger } from '../../domain/views.ts'
import type { Connection, Touch } from './connection.ts'
import { calendarSyncLogs } from './schema.ts'

/** Which entries are wanted; what is left out does not matter. */
export interface LogFilter {
  readonly artistId?: string | undefined
  readonly from?: Instant | undefined
  /** `changes`: something was created, updated, deleted or sent; `failed`: it failed or found a conflict. */
  readonly result?: 'all' | 'changes' | 'failed' | undefined
}

const changes = sql`${calendarSyncLogs.created} + ${calendarSyncLogs.updated} + ${calendarSyncLogs.deleted} + ${calendarSyncLogs.pushed}`

const results = {
  all: undefined,
  changes: gt(changes, 0),
  failed: or(ne(calendarSyncLogs.outcome, 'ok'), gt(calendarSyncLogs.conflicts, 0)),
}

const wanted = ({ artistId, from, result = 'all' }: LogFilter): (SQL | undefined)[] => [
  artistId === undefined ? undefined : eq(calendarSyncLogs.artistId, artistId),
  from === undefined ? undefined : gte(calendarSyncLogs.startedAt, from),
  results[result],
]

type SyncLogInsert = Omit<typeof calendarSyncLogs.$inferInsert, 'id'>

export const syncLogsTable = (db: Connection, touch: Touch) => {
  const unchanged = db.$client.prepare<[SyncTrigger, Instant, string]>(
    `insert into calendar_sync_logs (artist_id, calendar_id, direction, trigger, started_at,
        duration_ms, requests, outcome, message)
      select artist_id, id, 'pull', ?, ?, 0, 0, 'ok', 'Nothing changed' from artist_calendars
        where id in (select value from json_each(?))`,
  )
  const failed = db.$client.prepare<[SyncTrigger, Instant, string, string, string | null, string]>(
    `insert into calendar_sync_logs (artist_id, calendar_id, direction, trigger, started_at,
        duration_ms, requests, outcome, error_kind, message, said)
      select artist_id, id, 'pull', ?, ?, 0, 0, 'failed', ?, ?, ? from artist_calendars
        where id in (select value from json_each(?))`,
  )
  // The log from outside: the other way round it is read once for every failing calendar.
  const failuresInARow = db.$client.prepare<[], { calendarId: string; number: number }>(
    `select log.calendar_id as calendarId, count(*) as number
      from calendar_sync_logs log cross join artist_calendars calendar
        on calendar.id = log.calendar_id
      where log.started_at >= (select min(coalesce(last_success_at, created_at))
          from artist_calendars where failure is not null)
        and log.outcome = 'failed' and log.trigger not in ('focus', 'hint', 'availability')
        and calendar.failure is not null
        and log.started_at >= coalesce(calendar.last_success_at, calendar.created_at)
      group by log.calendar_id`,
  )
  return {
    insert(rows: SyncLogInsert | readonly SyncLogInsert[]): void {
      touch('logs')
      db.insert(calendarSyncLogs).values([rows].flat()).run()
    },

    /** A row for each of these calendars: a look shows that nothing has changed there. */
    insertUnchanged(
      calendarIds: readonly string[],
      trigger: SyncTrigger,
      startedAt: Instant,
    ): void {
      touch('logs')
      unchanged.run(trigger, startedAt, JSON.stringify(calendarIds))
    },

    /** A row for each of these calendars: all of them could not be synchronised for the same reason. */
    insertFailed(
      calendarIds: readonly string[],
      trigger: SyncTrigger,
      startedAt: Instant,
      { kind, message, said }: Pick<Failure, 'kind' | 'message' | 'said'>,
    ): void {
      touch('logs')
      const words = said === undefined ? null : JSON.stringify(said)
      failed.run(trigger, startedAt, kind, message, words, JSON.stringify(calendarIds))
    },

    /**
     * How many logged cycles have failed since the last success, by the id of each calendar that fails
     * now; looks nobody waits for do not count.
     */
    failuresInARow: (): Map<string, number> =>
      new Map(failuresInARow.all().map(({ calendarId, number }) => [calendarId, number])),

    /** Newest first; `before` is the id of the last entry already seen. */
    list: (filter: LogFilter & { readonly before?: number | undefined; readonly limit: number }) =>
      db
        .select()
        .from(calendarSyncLogs)
        .where(
          and(
            ...wanted(filter),
            filter.before === undefined ? undefined : lt(calendarSyncLogs.id, filter.before),
          ),
        )
        .orderBy(desc(calendarSyncLogs.id))
        .limit(filter.limit)
        .all(),

    /**
     * Removes at most `limit` entries from before an instant, and earlier ones that went well and found
     * nothing; answers how many.
     */
    removeOld(
      {
        before,
        uneventfulBefore,
      }: { readonly before: Instant; readonly uneventfulBefore: Instant },
      limit: number,
    ): number {
      touch()
      const { startedAt, direction, outcome, conflicts } = calendarSyncLogs
      const uneventful = and(
        lt(startedAt, uneventfulBefore),
        eq(outcome, 'ok'),
        ne(direction, 'test'),
        eq(changes, 0),
        eq(conflicts, 0),
      )
      const old = db
        .select({ id: calendarSyncLogs.id })
        .from(calendarSyncLogs)
        .where(or(lt(startedAt, before), uneventful))
        .limit(limit)
      return db.delete(calendarSyncLogs).where(inArray(calendarSyncLogs.id, old)).run().changes
    },
  }
}
