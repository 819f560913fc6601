import type { ParsedOf } from '../../contract/questions.ts'
import { concerns, nextWorkingTime } from '../../domain/artist.ts'
import { freeStarts, type Diary, type Taken } from '../../domain/availability.ts'
import { fail, ok, type Result } from '../../domain/failure.ts'
import { DAY, HOUR, MINUTE, type Interval } from '../../domain/interval.ts'
import type { ArtistRow } from '../store/artists.ts'
import type { Tables } from '../store/tables.ts'
import { blockedTime } from './busy-time.ts'
import type { Desk } from './desk.ts'

/** How far ahead free starts are looked for. */
const SEARCH = 90 * DAY

/** How far at first: somebody among many is free sooner than one of them. */
const firstStretch = (artists: number): number => Math.max(HOUR, (4 * HOUR) / artists)

export interface Slot extends Interval {
  readonly artistId: string
}

/** The next free starts of one artist, or of all active ones together, earliest first. */
export const slotsQuery =
  (desk: Desk) =>
  ({
    artistId,
    minutes,
    from,
    count,
    ignoring,
  }: ParsedOf<'availability.slots'>): Result<Slot[]> => {
    const { read } = desk.store
    const artists = read.artists
      .all()
      .filter(({ id, active }) => (artistId === undefined ? active : id === artistId))
    if (artistId !== undefined && artists.length === 0)
      return fail('not-found', 'This artist no longer exists.', { field: 'artistId' })

    const start = Math.max(from, desk.now())
    const last = start + SEARCH
    const { slotMinutes: grid, zone } = read.settings.get()
    const hours = artists.map((artist) => artist.hours)
    const length = minutes * MINUTE
    const buffer = Math.max(0, ...artists.flatMap((a) => [a.bufferBefore, a.bufferAfter])) * MINUTE
    const diariesIn = openDiaries(read, desk, artists, ignoring)
    const found: Slot[] = []
    // Most often the next working hours are enough; a stretch without is followed by a longer one.
    let at = nextWorkingTime(hours, start, zone, length)
    for (
      let stretch = firstStretch(artists.length);
      at !== null && at <= last && found.length < count;
      stretch *= 2
    ) {
      const since = at
      const until = Math.min(since + stretch, last)
      const span = { start: since - buffer, end: until + length + buffer }
      const free = diariesIn(span).flatMap((diary) =>
        freeStarts(diary, { minutes, from: since, until, count, grid }).map((slot) => ({
          artistId: diary.artist.id,
          start: slot,
          end: slot + length,
        })),
      )
      found.push(...free.toSorted((a, b) => a.start - b.start))
      at = nextWorkingTime(hours, until + 1, zone, length)
    }
    return ok(found.slice(0, count))
  }

/** Answers each artist's time in a span; what is the same for every span is read once. */
const openDiaries = (
  tx: Tables,
  { now, busyBeyond }: Desk,
  artists: readonly ArtistRow[],
  ignoring?: string,
): ((span: Interval) => Diary[]) => {
  const ids = artists.map(({ id }) => id)
  const calendars = tx.calendars.ofArtists(ids)
  const artistOf = new Map(calendars.map(({ id, artistId }) => [id, artistId]))
  const connected = new Set(
    calendars.filter(({ role }) => role === 'booking').map(({ artistId }) => artistId),
  )
  const common = { zone: tx.settings.get().zone, now: now() }
  return (span) => {
    const taken = new Map(ids.map((id) => [id, [] as Taken[]]))
    for (const busy of blockedTime(tx, busyBeyond, calendars, span, ignoring))
      taken.get(artistOf.get(busy.calendarId) ?? '')?.push({ ...busy, source: 'event' })
    for (const { id, artistId, start, end } of tx.appointments.times(ids, span.start, span.end))
      if (id !== ignoring) taken.get(artistId)?.push({ start, end, source: 'appointment' })
    const timeOff = tx.timeOff.overlapping(span.start, span.end)
    return artists.map((artist) => ({
      ...common,
      artist,
      connected: connected.has(artist.id),
      blockers: taken.get(artist.id) ?? [],
      timeOff: timeOff.filter((off) => concerns(off, artist.id)),
    }))
  }
}
