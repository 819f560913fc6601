import type { ArtistSync, CalendarView } from '../../domain/views.ts'
import { words } from '../i18n/words.ts'
import type { Tone } from '../ui/tag.tsx'
import { text } from './text.ts'

export interface ArtistState {
  readonly sign: 'ok' | 'look' | 'turning' | 'none'
  readonly tone: Tone
  readonly words: string
  /** Nothing is sent or read until a person has signed in again. */
  readonly signIn: boolean
}

/** How an artist's sync stands in a word; what needs a person comes first. */
export const artistState = (
  sync: ArtistSync | undefined,
  calendars: readonly CalendarView[],
): ArtistState => {
  const kind = sync?.failure?.kind
  const signIn = kind === 'sign-in' || kind === 'sign-in-needed'
  const look = (word: string, tone: Tone = 'warn'): ArtistState => ({
    sign: 'look',
    tone,
    words: word,
    signIn,
  })
  if (calendars.length === 0) return { sign: 'none', tone: 'plain', words: text.noCalendar, signIn }
  if (sync?.state === 'syncing')
    return { sign: 'turning', tone: 'info', words: text.syncing, signIn: false }
  if (calendars.some(({ brake }) => brake !== null)) return look(text.braked)
  if (signIn) return look(text.signIn)
  if (kind) return look(text.failed)
  if (sync && sync.conflicts > 0) return look(text.conflicts(sync.conflicts), 'danger')
  if (sync && sync.unreadable > 0) return look(words.common.unreadable.short(sync.unreadable))
  if (sync?.state === 'ok') return { sign: 'ok', tone: 'ok', words: text.inSync, signIn }
  return { sign: 'none', tone: 'plain', words: text.never, signIn }
}
