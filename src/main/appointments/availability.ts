import type { ParsedOf } from '../../contract/questions.ts'
import { concerns } from '../../domain/artist.ts'
import {
  checkAvailability,
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
import { busyTime, occurrenceId, publicTitle, sourceOf } from './busy-time.ts'
import type { Desk } from './desk.ts'
import { slotsQuery } from './slots.ts'

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
  for (const busy of busyTime(tx, desk.busyBeyond, calendars, span, ignoring)) {
    if (!busy.blocks || (ignoring && busy.appointmentId === ignoring)) continue
    const { start, end } = busy
    const [title, source] = [publicTitle(busy), sourceOf(busy)]
    blockers.get(artistOf.get(busy.calendarId) ?? '')?.push({ start, end, title, source })
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
  return ok({
    artistId,
    start,
    end,
    ...verdict,
    unreadable: tx.objects.problemCount(tx.calendars.ofArtist(artistId).map(({ id }) => id)),
    checked: 'local',
    asOf: asOf(tx, artistId),
  })
}

const endField = { field: 'end' }

/** The questions about artists' time, answered from the local copy. */
export const availabilityQueries = (desk: Desk) => ({
  check: (input: ParsedOf<'availability.check'>): Result<Availability> =>
    checkTime(desk.store.read, desk, input),

  slots: slotsQuery(desk),

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
