import type { ArtistSync } from '../../domain/views.ts'
import type { LocalDate } from '../../domain/zone.ts'
import { say } from '../format/said.ts'
import { formatSince, type Place } from '../format/time.ts'
import { words } from '../i18n/words.ts'
import type { GridColumn } from './grid-column.ts'
import { text } from './text.ts'

/** What the header says in place of the hours, and what a pointer or a screen reader learns more. */
export interface Warning {
  readonly long: string
  readonly short: string
  /** In a column too narrow for words, beside the sign. */
  readonly tiny?: string
  readonly why?: string | undefined
}

/** Why what a column shows may not be all there is; null while all is well. */
export const warningOf = (
  { sync, connected }: Pick<GridColumn, 'sync' | 'connected'>,
  today: LocalDate,
  place: Place,
): Warning | null => staleSince(sync, connected, today, place) ?? unreadableIn(sync)

/** Of a calendar whose copy may be old. */
const staleSince = (
  sync: ArtistSync | undefined,
  connected: boolean,
  today: LocalDate,
  place: Place,
): Warning | null => {
  if (!connected) return { long: text.noCalendar, short: text.noCalendar }
  if (!sync?.failure) return null
  const why = say(sync.failure, place)
  if (sync.lastSuccessAt === null) return { long: text.neverSeen, short: text.neverSeen, why }
  const since = formatSince(sync.lastSuccessAt, today, place)
  return { long: text.lastSeen(since), short: since, why }
}

/** Of a calendar with events that may take time nobody sees. */
const unreadableIn = (sync: ArtistSync | undefined): Warning | null => {
  if (!sync || sync.unreadable === 0) return null
  const said = words.common.unreadable
  const short = said.short(sync.unreadable)
  return {
    long: short,
    short,
    tiny: String(sync.unreadable),
    why: `${said.message(sync.unreadable)} ${said.remedy}`,
  }
}
