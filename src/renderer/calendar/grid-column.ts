import type { Artist, TimeOff } from '../../domain/artist.ts'
import type { AppointmentView, ArtistSync, BusyView } from '../../domain/views.ts'
import { instantOn, weekdayOf, type LocalDate } from '../../domain/zone.ts'
import { minuteOn } from './scale.ts'

/** One column: an artist on a date. A day is one date and many artists, a week the other way round. */
export interface GridColumn {
  readonly artist: Artist
  readonly date: LocalDate
  readonly appointments: readonly AppointmentView[]
  readonly events: readonly BusyView[]
  /** When the artist, or the whole studio, is away. */
  readonly timeOff: readonly TimeOff[]
  readonly sync: ArtistSync | undefined
  readonly connected: boolean
  /** What the header says in place of the artist's name. */
  readonly heading?: string
  /** In a week the header is about the day alone. */
  readonly week?: 'day' | 'today'
}

export const keyOf = ({ artist, date }: { artist: Artist; date: LocalDate }): string =>
  `${artist.id} ${date}`

/** One occurrence of somebody else's event. */
export const eventKey = ({ id, start }: Pick<BusyView, 'id' | 'start'>): string => `${id} ${start}`

const USUAL_OPENING = 9 * 60

/** The minute at which the first artist begins, or the first booking where that is earlier. */
export const openingOf = (columns: readonly GridColumn[], zone: string): number => {
  const starts = columns.flatMap(({ artist, date, appointments }) => {
    const midnight = instantOn(date, 0, zone)
    return [
      ...(artist.hours[weekdayOf(date)] ?? []).slice(0, 1).map(({ from }) => from),
      ...appointments
        .filter(({ start }) => start >= midnight)
        .map(({ start }) => minuteOn(start, date, zone)),
    ]
  })
  return starts.length > 0 ? Math.min(...starts) : USUAL_OPENING
}
