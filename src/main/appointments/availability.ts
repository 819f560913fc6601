import type { ParsedOf } from '../../contract/questions.ts'
import {
  checkAvailability,
  freeStarts,
  type Agenda,
  type Availability,
  type Blocker,
} from '../../domain/availability.ts'
import { fail, ok, type Result } from '../../domain/failure.ts'
import { DAY, MINUTE, type Instant, type Interval } from '../../domain/interval.ts'
import { formatTitle } from '../../domain/title.ts'
import type { BusyView } from '../../domain/views.ts'
import type { ArtistRow } from '../store/artists.ts'
import type { Tables } from '../store/tables.ts'
import { busyTime, occurrenceId, publicTitle } from './busy-time.ts'
import type { Desk } from './desk.ts'

/** How far ahead free starts are looked for. */
const SEARCH = 90 * DAY

export interface WantedTime extends Interval {
  readonly artistId: string
  /** An appointment whose own time does not count: the one being moved. */
  readonly ignoring?: string | undefined
}

type Agendas = Pick<Desk, 'now' | 'busyBeyond'>

/** Everything that takes up the artist's time in `span`, and what else the decision needs. */
const gatherAgenda = (
  tx: Tables,
  desk: Agendas,
  artist: ArtistRow,
  span: Interval,
  ignoring?: string,
): Agenda => {
  const calendars = tx.calendars.ofArtist(artist.id)
  const events = busyTime(tx, desk.busyBeyond, calendars, span)
    .filter((busy) => busy.blocks && (!ignoring || busy.appointmentId !== ignoring))
    .map((busy): Blocker => ({
      start: busy.start,
      end: busy.end,
      title: publicTitle(busy),
      source: 'event',
    }))
  const booked = tx.appointments
    .overlapping(artist.id, span.start, span.end, ignoring)
    .map(({ start, end, status, clientName, description }): Blocker => ({
      start,
      end,
      title: formatTitle(status, clientName, description),
      source: 'appointment',
    }))
  return {
    artist,
    zone: tx.settings.get().zone,
    now: desk.now(),
    connected: calendars.some(({ role }) => role === 'booking'),
    blockers: [...events, ...booked],
  }
}

/** Since when everything that was read of the artist's calendars is known; null if one never was. */
const asOf = (tx: Tables, artistId: string): Instant | null => {
  const times = tx.calendars.ofArtist(artistId).map(({ lastSuccessAt }) => lastSuccessAt)
  return times.length === 0 || times.includes(null) ? null : Math.min(...times.map(Number))
}

/**
 * Whether the artist's time is free by the local copy. Instants in ms; `invalid-input` when the end
 * is not after the start, `not-found` without the artist.
 */
export const checkTime = (tx: Tables, desk: Agendas, wanted: WantedTime): Result<Availability> => {
  const { artistId, start, end, ignoring } = wanted
  if (end <= start) return fail('invalid-input', 'The end must be after the start.', endField)
  if (end - start > 31 * DAY)
    return fail('invalid-input', 'The end must be within a month of the start.', endField)
  const artist = tx.artists.get(artistId)
  if (!artist) return fail('not-found', 'This artist no longer exists.', { field: 'artistId' })

  const buffer = Math.max(artist.bufferBefore, artist.bufferAfter) * MINUTE
  const span = { start: start - buffer, end: end + buffer }
  const verdict = checkAvailability(wanted, gatherAgenda(tx, desk, artist, span, ignoring))
  return ok({ artistId, start, end, ...verdict, checked: 'local', asOf: asOf(tx, artistId) })
}

const endField = { field: 'end' }

/** The questions about artists' time, answered from the local copy. */
export const availabilityQueries = (desk: Desk) => ({
  check: (input: ParsedOf<'availability.check'>): Result<Availability> =>
    checkTime(desk.store.read, desk, input),

  /** The next free starts of one artist, or of all active ones together, earliest first. */
  slots: ({ artistId, minutes, from, count, ignoring }: ParsedOf<'availability.slots'>) => {
    const { read } = desk.store
    const artists = read.artists
      .all()
      .filter(({ id, active }) => (artistId === undefined ? active : id === artistId))
    if (artistId !== undefined && artists.length === 0)
      return fail('not-found', 'This artist no longer exists.', { field: 'artistId' })

    const start = Math.max(from, desk.now())
    const until = start + SEARCH
    const grid = read.settings.get().slotMinutes
    const length = minutes * MINUTE
    const slots = artists.flatMap((artist) => {
      const buffer = Math.max(artist.bufferBefore, artist.bufferAfter) * MINUTE
      const span = { start: start - buffer, end: until + length + buffer }
      const agenda = gatherAgenda(read, desk, artist, span, ignoring)
      return freeStarts(agenda, { minutes, from: start, until, count, grid }).map((free) => ({
        artistId: artist.id,
        start: free,
        end: free + length,
      }))
    })
    return ok(slots.toSorted((a, b) => a.start - b.start).slice(0, count))
  },

  /** Other people's events in the artists' calendars. */
  busyViews: ({ from, to, artistId }: ParsedOf<'busy.list'>): BusyView[] => {
    const { read } = desk.store
    const calendars =
      artistId === undefined ? read.calendars.all() : read.calendars.ofArtist(artistId)
    const artistOf = new Map(calendars.map((calendar) => [calendar.id, calendar.artistId]))
    return busyTime(read, desk.busyBeyond, calendars, { start: from, end: to }).map((busy) => ({
      id: occurrenceId(busy),
      artistId: artistOf.get(busy.calendarId) ?? '',
      calendarId: busy.calendarId,
      start: busy.start,
      end: busy.end,
      title: publicTitle(busy),
      private: busy.private,
      allDay: busy.allDay,
      blocks: busy.blocks,
    }))
  },
})
