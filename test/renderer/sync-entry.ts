import type { SyncLogEntry } from '../../src/domain/views.ts'

/** An entry of the sync log that pulled and found nothing new. */
export const entryOf = (changes: Partial<SyncLogEntry> & { id: number }): SyncLogEntry => ({
  artistId: 'mara',
  calendarId: 'mara-bookings',
  direction: 'pull',
  trigger: 'timer',
  startedAt: changes.id * 60_000,
  durationMs: 400,
  requests: 2,
  created: 0,
  updated: 0,
  deleted: 0,
  pushed: 0,
  conflicts: 0,
  outcome: 'ok',
  errorKind: null,
  message: 'Nothing changed',
  said: null,
  ...changes,
})
