import type { Command } from '../../contract/announcements.ts'
import { usePlace } from '../stores/place.ts'
import { useActiveArtists, useToday } from '../stores/studio.ts'
import { useBookingEntry } from './booking-entries.tsx'
import { findDate } from './dates.ts'
import { inOrder, type Entry } from './entry.ts'
import { fits } from './fits.ts'
import { useFoundEntries } from './found-entries.tsx'
import { artistEntries, commandEntries, dateEntry } from './go-entries.tsx'

/** Everything that fits what was typed: a time to book, a day, people, bookings and commands. */
export const useEntries = (typed: string, run: (command: Command) => void): Entry[] => {
  const { locale } = usePlace()
  const today = useToday()
  const artists = useActiveArtists()
  const said = typed.trim()
  const found = findDate(said, today, locale)
  const rest = found ? found.rest : said
  const artist = rest === '' ? undefined : artists.find(({ name }) => fits(name, rest))
  const date = found?.date ?? today

  const booked = useBookingEntry(
    artist ?? null,
    date,
    artist !== undefined || (found !== null && rest === ''),
  )
  const bookedToday = useBookingEntry(artist ?? null, today, artist !== undefined && date !== today)
  const people = useFoundEntries(said)
  return inOrder([
    ...[booked, bookedToday].flatMap((entry) => entry ?? []),
    ...(found ? [dateEntry(found.date, locale)] : []),
    ...(artist ? artistEntries(artist, found?.date ?? null, { today, locale }) : []),
    ...people,
    ...commandEntries(said, run),
  ])
}
