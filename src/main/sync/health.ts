import { DAY, type Instant } from '../../domain/interval.ts'
import {
  artistHealth,
  BARS,
  meanDuration,
  QUARTER,
  quarterEnd,
  worstOf,
  type SyncHealth,
} from '../../domain/sync-health.ts'
import { addDays, dateAt, startOfDate } from '../../domain/zone.ts'
import type { Tables } from '../store/tables.ts'

const WEEK = 7

/** How well synchronisation does, counted from the log as it stands. Days are the studio's. */
export const readHealth = (tables: Tables, now: Instant): SyncHealth => {
  const { zone } = tables.settings.get()
  const { syncHealth } = tables
  const end = quarterEnd(now)
  const start = end - BARS * QUARTER
  const today = dateAt(now, zone)
  const starts = Array.from({ length: WEEK + 1 }, (_, at) =>
    startOfDate(addDays(today, at - WEEK + 1), zone),
  )
  const days = starts
    .slice(0, -1)
    .map((from, at) => syncHealth.objects(from, starts[at + 1] ?? from))
  const artists = artistHealth(syncHealth.calendars(start), syncHealth.quarters(start), end)
  const failures = syncHealth.failures(start)
  return {
    week: syncHealth.runs(now - WEEK * DAY),
    today: days.at(-1) ?? { pulled: 0, pushed: 0 },
    days: days.map(({ pulled, pushed }) => pulled + pushed),
    durationMs: meanDuration(artists),
    failures: failures.reduce((sum, { times }) => sum + times, 0),
    worst: worstOf(failures),
    artists,
  }
}
