import { UserSearch } from 'lucide-react'
import type { Artist } from '../../domain/artist.ts'
import { MINUTE } from '../../domain/interval.ts'
import { dateAt, startOfDate, type LocalDate } from '../../domain/zone.ts'
import { formatLongDay, formatRange, formatWhen } from '../format/time.ts'
import { useNow } from '../stores/clock.ts'
import { newDraft, timeOf } from '../stores/draft.ts'
import { openBooking } from '../stores/drawer.ts'
import { usePlace } from '../stores/place.ts'
import { useSlots } from '../stores/reads.ts'
import { useArtists, useToday } from '../stores/studio.ts'
import { showDate } from '../stores/view.ts'
import { Monogram } from '../ui/monogram.tsx'
import type { Entry } from './entry.ts'
import { text } from './text.ts'

const FIVE_MINUTES = 5 * MINUTE

/** The next free start of an artist, or of whoever is free first, from the beginning of `date`. */
export const useBookingEntry = (
  artist: Artist | null,
  date: LocalDate,
  when: boolean,
): Entry | null => {
  const place = usePlace()
  const today = useToday()
  const artists = useArtists()
  const now = useNow()
  const from = Math.max(startOfDate(date, place.zone), Math.ceil(now / FIVE_MINUTES) * FIVE_MINUTES)
  const minutes = artist?.sessionMinutes ?? 120
  const slot = useSlots(
    { ...(artist ? { artistId: artist.id } : {}), minutes, from, count: 1 },
    when,
  ).value?.[0]
  if (!when || !slot) return null

  const who = artist ?? artists.find(({ id }) => id === slot.artistId)
  if (!who) return null
  const day = date === today ? text.today : formatLongDay(date, place.locale)
  const sameDay = dateAt(slot.start, place.zone) === date
  const free = sameDay ? formatRange(slot, place) : formatWhen(slot, place)
  return {
    id: `book ${artist?.id ?? 'anybody'} ${date}`,
    group: 'book',
    mark: artist ? (
      <Monogram artist={artist} size={22} />
    ) : (
      <UserSearch size={18} strokeWidth={1.6} aria-hidden="true" />
    ),
    name: `${artist?.name ?? text.firstFree}, ${day}`,
    detail: artist ? text.nextFree(free) : text.freeWith(free, who.name),
    run: () => {
      const time = timeOf(slot.start, place.zone)
      showDate(time.date)
      openBooking(newDraft(crypto.randomUUID(), who.id, time, minutes))
    },
  }
}
