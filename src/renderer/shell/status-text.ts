import type { Instant } from '../../domain/interval.ts'
import type { SyncStatus } from '../../domain/views.ts'
import { formatAgo, type Place } from '../format/time.ts'
import { words } from '../i18n/words.ts'

export interface StatusLine {
  readonly tone: 'ok' | 'warn' | 'danger' | 'info' | 'plain'
  readonly words: string
}

/** The sync status in a few words; what needs a person comes first. */
export const statusLine = (status: SyncStatus, now: Instant, place: Place): StatusLine => {
  const text = words.shell.status
  const waiting = status.waiting > 0 ? text.waiting(status.waiting) : ''
  const failures = status.artists.flatMap(({ failure }) => failure ?? [])
  const conflicts = status.artists.reduce((sum, artist) => sum + artist.conflicts, 0)

  if (status.state === 'syncing') {
    const { progress } = status
    const said = progress ? text.progress(progress.done, progress.total) : text.syncing
    return { tone: 'info', words: said }
  }
  if (status.state === 'offline') return { tone: 'warn', words: text.offline + waiting }
  if (failures.length > 0) {
    const onlySignIn = failures.every(({ kind }) => kind === 'sign-in' || kind === 'sign-in-needed')
    const said = onlySignIn ? text.signInNeeded : text.failed(failures.length)
    return { tone: 'warn', words: said + waiting }
  }
  if (conflicts > 0) return { tone: 'danger', words: text.conflicts(conflicts) }
  if (status.lastSuccessAt === null) return { tone: 'plain', words: text.never + waiting }
  return {
    tone: 'ok',
    words: text.synced(formatAgo(status.lastSuccessAt, now, place)) + waiting,
  }
}

/** How many artists need a look: the number on the rail. */
export const syncTroubles = (status: SyncStatus | undefined): number =>
  status?.artists.filter(({ failure, conflicts }) => failure !== null || conflicts > 0).length ?? 0
