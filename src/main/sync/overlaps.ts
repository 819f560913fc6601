import type { Interval } from '../../domain/interval.ts'
import { sentence, type Sentence } from '../../domain/sentence.ts'
import { when } from '../../domain/wording.ts'
import type { AppointmentRow } from '../store/appointments.ts'
import type { BusyHit } from '../store/busy.ts'
import type { Tables } from '../store/tables.ts'

/**
 * What in the artist's calendars overlaps an appointment and is not its own: other people's events,
 * and other bookings as the server has them. A booking with a change under way is not where the
 * server still shows it.
 */
export const clashes = (tx: Tables, appointment: AppointmentRow): BusyHit[] => {
  const calendars = tx.calendars.ofArtist(appointment.artistId)
  const lenient = new Set(calendars.filter((c) => c.freeDoesNotBlock).map((c) => c.id))
  return tx.busy
    .overlapping(
      calendars.map((c) => c.id),
      appointment.start,
      appointment.end,
    )
    .filter((hit) => {
      if (hit.appointmentId === appointment.id) return false
      if (hit.transparent && lenient.has(hit.calendarId)) return false
      if (hit.pending !== null && hit.pending !== 'held') return false
      return !isMissed(hit)
    })
}

/** The event of a client who did not come, left where it was: its time is free again. */
const isMissed = ({ appointment, start, end }: BusyHit): boolean =>
  appointment?.status === 'NO_SHOW' && appointment.start === start && appointment.end === end

const nameOf = (hit: BusyHit): string | Sentence => (hit.private ? sentence`Busy` : hit.title)

/** The title of what is in the way and when that is. */
export const sayHit = (hit: BusyHit, zone: string): Sentence =>
  sentence`“${{ title: nameOf(hit) }}”, ${{ when: when(hit, zone) }}`

export const sayClash = (hit: BusyHit, zone: string): Sentence =>
  sentence`Overlaps ${{ hit: sayHit(hit, zone) }}`

/** Names an overlap, so that one a person has accepted is not raised again. */
export const aboutOf = (hits: readonly BusyHit[]): string =>
  hits
    .map(({ uid, start, end }: BusyHit & Interval) => `${uid ?? ''}@${start}-${end}`)
    .toSorted()
    .join(' ')

/**
 * Raises an overlap on every coming appointment of the artist that collides with something in the
 * calendars, and takes it back where nothing does any more. Answers how many were raised anew.
 */
export const flagOverlaps = (tx: Tables, artistId: string, now: number): number => {
  const { zone } = tx.settings.get()
  const coming = tx.appointments.overlapping([artistId], now, 8.64e15)
  const calendarIds = tx.calendars.ofArtist(artistId).map(({ id }) => id)
  // Nearly all of them overlap nothing: those are not looked at one by one.
  const suspects = new Set(tx.busy.clashing(coming, calendarIds))
  let raised = 0
  for (const { clientName, ...appointment } of coming) {
    const { trouble } = appointment
    if (trouble === null && !suspects.has(appointment.id)) continue
    if (trouble !== null && trouble.kind !== 'overlap') continue
    const placement = tx.placements.current(appointment.id)
    const row = placement && tx.outbox.get(placement.id)
    if (row && row.phase !== 'held') continue
    const hits = clashes(tx, appointment)
    const first = hits[0]
    if (!first) {
      if (trouble) tx.appointments.update(appointment.id, { trouble: null })
      continue
    }
    const about = aboutOf(hits)
    if (trouble?.about === about || appointment.acceptedOverlap === about) continue
    raised++
    tx.appointments.update(appointment.id, {
      trouble: {
        kind: 'overlap',
        ...sayClash(first, zone),
        about,
        ours: sentence`${{ when: when(appointment, zone) }}`,
        theirs: sayHit(first, zone),
      },
    })
    tx.notices.insert({
      at: now,
      kind: 'conflict',
      artistId,
      appointmentId: appointment.id,
      ...sentence`${{ client: clientName }}, ${{ when: when(appointment, zone) }}: ${{ why: sayClash(first, zone) }}.`,
    })
  }
  return raised
}
