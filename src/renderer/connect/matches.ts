import type { CalendarRole, DiscoveredCalendar } from '../../domain/views.ts'

/** Whose a discovered calendar will be: an artist's, a new artist's with this name, or nobody's. */
export type Owner =
  { readonly artistId: string } | { readonly newArtist: string } | { readonly nobody: true }

export interface Match {
  readonly calendar: DiscoveredCalendar
  readonly owner: Owner
  readonly role: CalendarRole
}

/** The name a new artist gets from a calendar: `Mara bookings` is Mara's. */
export const artistNameOf = ({ name, calendarId }: DiscoveredCalendar): string =>
  (name || calendarId)
    .replaceAll(/[([].*?[)\]]/g, ' ')
    .replaceAll(/\b(bookings?|calendar|tattoos?|studio|termine|kalender)\b/gi, ' ')
    .replaceAll(/[\s–-]+$/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim() ||
  name ||
  calendarId

const privateWords = /\b(privat|private|personal|persönlich)\b/i

/** What artists call the calendar that is nobody's business. */
const isPrivate = ({ name, calendarId }: DiscoveredCalendar): boolean =>
  privateWords.test(name || calendarId)

const nobody: Owner = { nobody: true }

export const keyOf = (owner: Owner): string =>
  'artistId' in owner
    ? `artist ${owner.artistId}`
    : 'newArtist' in owner
      ? `new ${owner.newArtist.toLowerCase()}`
      : 'nobody'

/** The new artist a private calendar names: `Mara private` is Mara's. */
const namedIn = (
  { name, calendarId }: DiscoveredCalendar,
  newNames: readonly string[],
): string | undefined => {
  const rest = (name || calendarId).replace(privateWords, ' ').trim().toLowerCase()
  return newNames.find((candidate) => rest.split(/[\s–-]+/).includes(candidate.toLowerCase()))
}

const ownerOf = (calendar: DiscoveredCalendar, newNames: readonly string[]): Owner => {
  if (calendar.suggestedArtistId !== null) return { artistId: calendar.suggestedArtistId }
  if (!calendar.readOnly && !isPrivate(calendar)) return { newArtist: artistNameOf(calendar) }
  const newArtist = namedIn(calendar, newNames)
  return newArtist === undefined ? nobody : { newArtist }
}

/**
 * A first guess: calendars that can be written to make artists, the first one of an artist is booked
 * in and the rest block; one that is read-only or private blocks, and is left out unless it names an
 * artist. `alreadyBooked` are artists who have a booking calendar.
 */
export const suggestMatches = (
  calendars: readonly DiscoveredCalendar[],
  alreadyBooked: ReadonlySet<string> = new Set(),
): Match[] => {
  const newNames = calendars
    .filter((one) => one.suggestedArtistId === null && !one.readOnly && !isPrivate(one))
    .map(artistNameOf)
  const booked = new Set([...alreadyBooked].map((artistId) => keyOf({ artistId })))
  return calendars.map((calendar) => {
    const owner = ownerOf(calendar, newNames)
    const onlyBlocks = calendar.readOnly || isPrivate(calendar)
    const role = onlyBlocks || booked.has(keyOf(owner)) ? 'blocking' : 'booking'
    if (role === 'booking') booked.add(keyOf(owner))
    return { calendar, owner, role }
  })
}

/** Every new artist that the calendars could make, each once, in the calendars' order. */
export const newNamesIn = (matches: readonly Match[]): string[] => [
  ...new Map(
    matches.map(({ calendar }) => {
      const name = artistNameOf(calendar)
      return [name.toLowerCase(), name] as const
    }),
  ).values(),
]

/** Whose bookings would go into two calendars; an artist has one. */
export const bookedTwice = (matches: readonly Match[]): ReadonlySet<string> => {
  const keys = matches
    .filter(({ owner, role }) => role === 'booking' && !('nobody' in owner))
    .map(({ owner }) => keyOf(owner))
  return new Set(keys.filter((key, at) => keys.indexOf(key) !== at))
}
