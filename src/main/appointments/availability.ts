import type { ParsedOf } from '../../contract/questions.ts'
import { concerns } from '../../domain/artist.ts'
import {
  checkAvailability,
  freeStarts,
  type Agenda,
  type Availability,
  type Blocker,
} from '../../domain/availability.ts'
import { nextWorkingTime } from '../../domain/artist.ts'
import { fail, ok, type Result } from '../../domain/failure.ts'
import { DAY, HOUR, MINUTE, type Instant, type Interval } from '../../domain/interval.ts'
import { formatTitle } from '../../domain/title.ts'
import type { BusyView } from '../../domain/views.ts'
import type { ArtistRow } from '../store/artists.ts'
import type { Tables } from '../store/tables.ts'
import { busyTime, occurrenceId, publicTitle } from './busy-time.ts'
import type { Desk } from './desk.ts'

/** How far ahead free starts are looked for, and how far at first. */
const SEARCH = 90 * DAY
const FIRST_STRETCH = 4 * HOUR

interface Slot extends Interval {
  readonly artistId: string
}

export interface WantedTime extends Interval {
  readonly artistId: string
  /** An appointment whose own time does not count: the one being moved. */
  readonly ignoring?: string | undefined
}

type Agendas = Pick<Desk, 'now' | 'busyBeyond'>

/** Everything that takes up each artist's time in `span`, and what else a decision needs. */
const gatherAgendas = (
  tx: Tables,
  desk: Agendas,
  artists: readonly ArtistRow[],
  span: Interval,
  ignoring?: string,
): Agenda[] => {
  const ids = artists.map(({ id }) => id)
  const calendars = tx.calendars.ofArtists(ids)
  const artistOf = new Map(calendars.map(({ id, artistId }) => [id, artistId]))
  const blockers = new Map(ids.map((id) => [id, [] as Blocker[]]))
  for (const busy of busyTime(tx, desk.busyBeyond, calendars, span)) {
    if (!busy.blocks || (ignoring && busy.appointmentId === ignoring)) continue
    const { start, end } = busy
    const title = publicTitle(busy)
    blockers.get(artistOf.get(busy.calendarId) ?? '')?.push({ start, end, title, source: 'event' })
  }
  for (const booked of tx.appointments.overlapping(ids, span.start, span.end)) {
    if (booked.id === ignoring) continue
    const { start, end } = booked
    const title = formatTitle(booked.status, booked.clientName, booked.description)
    blockers.get(booked.artistId)?.push({ start, end, title, source: 'appointment' })
  }
  const timeOff = tx.timeOff.overlapping(span.start, span.end)
  const { zone } = tx.settings.get()
  const now = desk.now()
  const connected = new Set(
    calendars.filter(({ role }) => role === 'booking').map(({ artistId }) => artistId),
  )
  return artists.map((artist) => ({
    artist,
    zone,
    now,
    connected: connected.has(artist.id),
    blockers: blockers.get(artist.id) ?? [],
    timeOff: timeOff.filter((off) => concerns(off, artist.id)),
  }))
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
  const [agenda] = gatherAgendas(tx, desk, [artist], span, ignoring)
  if (!agenda) throw new Error('An artist has no agenda.')
  const verdict = checkAvailability(wanted, agenda)
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
    const last = start + SEARCH
    const { slotMinutes: grid, zone } = read.settings.get()
    const hours = artists.map((artist) => artist.hours)
    const length = minutes * MINUTE
    const buffer = Math.max(0, ...artists.flatMap((a) => [a.bufferBefore, a.bufferAfter])) * MINUTE
    const found: Slot[] = []
    // Most often the next working hours are enough; a stretch without is followed by a longer one.
    let at = nextWorkingTime(hours, start, zone)
    for (
      let stretch = FIRST_STRETCH;
      at !== null && at <= last && found.length < count;
      stretch *= 2
    ) {
      const since = at
      const until = Math.min(since + stretch, last)
      const span = { start: since - buffer, end: until + length + buffer }
      const free = gatherAgendas(read, desk, artists, span, ignoring).flatMap((agenda) =>
        freeStarts(agenda, { minutes, from: since, until, count, grid }).map((slot) => ({
          artistId: agenda.artist.id,
          start: slot,
          end: slot + length,
        })),
      )
      found.push(...free.toSorted((a, b) => a.start - b.start))
      at = nextWorkingTime(hours, until + 1, zone)
    }
    return ok(found.slice(0, count))
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
