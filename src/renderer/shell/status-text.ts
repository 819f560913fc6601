import type { Instant } from '../../domain/interval.ts'
import type { SyncStatus } from '../../domain/views.ts'
import { formatAgo, type Place } from '../format/time.ts'
import { count } from '../format/words.ts'

export interface StatusLine {
  readonly tone: 'ok' | 'warn' | 'danger' | 'info' | 'plain'
  readonly words: string
}

/** The sync status in a few words; what needs a person comes first. */
export const statusLine = (status: SyncStatus, now: Instant, place: Place): StatusLine => {
  const waiting = status.waiting > 0 ? `, ${count(status.waiting, 'change')} waiting` : ''
  const failed = status.artists.filter(({ failure }) => failure !== null).length
  const conflicts = status.artists.reduce((sum, artist) => sum + artist.conflicts, 0)

  if (status.state === 'syncing') {
    const { progress } = status
    const words = progress ? `Syncing ${progress.done} of ${progress.total}` : 'Syncing…'
    return { tone: 'info', words }
  }
  if (status.state === 'offline') return { tone: 'warn', words: `Offline${waiting}` }
  if (failed > 0) return { tone: 'warn', words: `${count(failed, 'artist')} failed` }
  if (conflicts > 0) return { tone: 'danger', words: count(conflicts, 'conflict') }
  if (status.lastSuccessAt === null) return { tone: 'plain', words: `Not synced yet${waiting}` }
  return { tone: 'ok', words: `Synced ${formatAgo(status.lastSuccessAt, now, place)}${waiting}` }
}

/** How many artists need a look: the number on the rail. */
export const syncTroubles = (status: SyncStatus | undefined): number =>
  status?.artists.filter(({ failure, conflicts }) => failure !== null || conflicts > 0).length ?? 0
