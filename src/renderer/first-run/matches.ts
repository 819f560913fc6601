import type { CalendarRole, DiscoveredCalendar } from '../../domain/views.ts'

/** Whose a discovered calendar will be: an artist's, a new artist's, or nobody's. */
export interface Match {
  readonly calendar: DiscoveredCalendar
  readonly artistId: string | null
  readonly newArtist: boolean
  readonly role: CalendarRole
}

/** The name a new artist gets from a calendar: `Mara bookings` is Mara's. */
export const artistNameOf = ({ name, calendarId }: DiscoveredCalendar): string =>
  (name || calendarId)
    .replaceAll(/[([].*?[)\]]/g, ' ')
    .replaceAll(/\b(bookings?|calendar|tattoos?|studio)\b/gi, ' ')
    .replaceAll(/[\s–-]+$/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim() ||
  name ||
  calendarId

/** What artists call the calendar that is nobody's business. */
const isPrivate = ({ name, calendarId }: DiscoveredCalendar): boolean =>
  /\b(privat|private|personal|persönlich)\b/i.test(name || calendarId)

/**
 * A first guess: calendars that can be written to make artists, the first one of an artist is booked
 * in and the rest block; a calendar that is read-only or private is left out unless it is like an
 * artist's name.
 */
export const suggestMatches = (calendars: readonly DiscoveredCalendar[]): Match[] => {
  const booked = new Set<string>()
  return calendars.map((calendar) => {
    const artistId = calendar.suggestedArtistId
    const key = artistId ?? `new ${calendar.url}`
    const onlyBlocks = calendar.readOnly || isPrivate(calendar)
    const role = onlyBlocks || booked.has(key) ? 'blocking' : 'booking'
    if (role === 'booking') booked.add(key)
    return { calendar, artistId, newArtist: artistId === null && !onlyBlocks, role }
  })
}
