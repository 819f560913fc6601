import type { FailureKind } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import type { ArtistSync, SyncState, SyncStatus } from '../../domain/views.ts'
import type { Tables } from '../store/tables.ts'

/** What the engine alone knows of the moment. */
export interface Activity {
  readonly progress: SyncStatus['progress']
  /** Calendars with a cycle under way. */
  readonly running: ReadonlySet<string>
  readonly nextRunAt: Instant | null
}

const outOfReach = new Set<FailureKind>(['unreachable', 'timeout'])

/** How synchronisation stands, per artist and as a whole, from the store and the moment. */
export const readStatus = (
  tables: Tables,
  { progress, running, nextRunAt }: Activity,
): SyncStatus => {
  const calendars = tables.calendars.standings()
  const waiting = tables.outbox.all()
  const troubled = tables.appointments.troubledArtists()
  const unreadable = new Map(
    tables.objects.problemCounts().map(({ calendarId, number }) => [calendarId, number]),
  )
  const ofArtist = new Map<string, typeof calendars>()
  for (const calendar of calendars)
    ofArtist.set(calendar.artistId, [...(ofArtist.get(calendar.artistId) ?? []), calendar])
  const artists = tables.artists.activeIds().map((id): ArtistSync => {
    const own = ofArtist.get(id) ?? []
    const ids = new Set(own.map((calendar) => calendar.id))
    const failure = own.find((calendar) => calendar.failure !== null)?.failure ?? null
    const read = own.flatMap((calendar) => calendar.lastSuccessAt ?? [])
    const lastSuccessAt = read.length === own.length && read.length > 0 ? Math.min(...read) : null
    const conflicts = troubled.filter((artistId) => artistId === id).length
    const state: SyncState = own.some((calendar) => running.has(calendar.id))
      ? 'syncing'
      : failure !== null
        ? 'failed'
        : conflicts > 0
          ? 'attention'
          : own.length === 0 || lastSuccessAt === null
            ? 'never'
            : 'ok'
    return {
      artistId: id,
      state,
      lastSuccessAt,
      waiting: waiting.filter(({ calendarId }) => calendarId !== null && ids.has(calendarId))
        .length,
      conflicts,
      failure,
      unreadable: own.reduce((sum, calendar) => sum + (unreadable.get(calendar.id) ?? 0), 0),
    }
  })
  const failing = calendars.filter(({ failure }) => failure !== null)
  // A change tried on one calendar tells about its whole server.
  const accounts = new Set(calendars.map(({ accountId }) => accountId))
  const offline =
    failing.length > 0 &&
    failing.every(({ failure }) => failure !== null && outOfReach.has(failure.kind)) &&
    new Set(failing.map(({ accountId }) => accountId)).size === accounts.size
  const known = calendars.flatMap(({ lastSuccessAt }) => lastSuccessAt ?? [])
  return {
    state: progress
      ? 'syncing'
      : offline
        ? 'offline'
        : failing.length > 0 || troubled.length > 0
          ? 'attention'
          : 'idle',
    progress,
    lastSuccessAt: known.length > 0 ? Math.min(...known) : null,
    nextRunAt,
    waiting: waiting.length,
    artists,
  }
}
