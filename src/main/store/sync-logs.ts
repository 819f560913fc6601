import { and, count, desc, eq, gte, lt, notInArray } from 'drizzle-orm'
import type { Instant } from '../../domain/interval.ts'
import type { SyncLogEntry } from '../../domain/views.ts'
import type { Connection, Touch } from './connection.ts'
import { calendarSyncLogs } from './schema.ts'

type SyncLogInsert = Omit<typeof calendarSyncLogs.$inferInsert, 'id'>

export const syncLogsTable = (db: Connection, touch: Touch) => ({
  insert(rows: SyncLogInsert | readonly SyncLogInsert[]): void {
    touch('logs')
    db.insert(calendarSyncLogs).values([rows].flat()).run()
  },

  /** How many logged cycles of the calendar have failed in a row since `from`; looks nobody waits for do not count. */
  failuresSince: (calendarId: string, from: Instant): number =>
    db
      .select({ number: count() })
      .from(calendarSyncLogs)
      .where(
        and(
          eq(calendarSyncLogs.calendarId, calendarId),
          gte(calendarSyncLogs.startedAt, from),
          eq(calendarSyncLogs.outcome, 'failed'),
          notInArray(calendarSyncLogs.trigger, ['focus', 'hint', 'availability']),
        ),
      )
      .get()?.number ?? 0,

  /** Newest first; `before` is the id of the last entry already seen. */
  list: (filter: {
    readonly artistId?: string | undefined
    readonly before?: number | undefined
    readonly limit: number
  }): SyncLogEntry[] =>
    db
      .select()
      .from(calendarSyncLogs)
      .where(
        and(
          filter.artistId === undefined
            ? undefined
            : eq(calendarSyncLogs.artistId, filter.artistId),
          filter.before === undefined ? undefined : lt(calendarSyncLogs.id, filter.before),
        ),
      )
      .orderBy(desc(calendarSyncLogs.id))
      .limit(filter.limit)
      .all(),
})
