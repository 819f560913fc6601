import type { DepositState } from '../../domain/appointment.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { formatRange, formatTime, formatWhen, type Place } from '../format/time.ts'
import { firstName } from '../format/words.ts'
import { words } from '../i18n/words.ts'
import type { Drag } from './drag.ts'
import type { Sums } from './rows.ts'

/** The calendar's section of the catalogue: new text goes to `i18n/en/calendar.ts` and `i18n/de/`. */
export const text = words.calendar

/** The line at the foot of a tall card; null where the card has said everything. */
export const footerOf = (appointment: AppointmentView): string | null => {
  if (appointment.delivery === 'waiting') return text.unsent
  if (appointment.delivery === 'sending') return text.sending
  if (appointment.trouble) return null
  if (appointment.status === 'COMPLETED') return text.completed
  if (appointment.status === 'ARRIVED') return text.arrived
  if (appointment.status === 'PENDING' && appointment.alternates.length > 0)
    return text.alternates(appointment.alternates.length)
  return null
}

/** `18 entries · 11 booked, 2 requests, 1 no-show, 4 from the artists’ calendars`. */
export const sumText = (sums: Sums): string => {
  const said = text.sums
  const parts = (['booked', 'requests', 'noShows', 'cancelled', 'events'] as const).flatMap(
    (name) => (sums[name] > 0 ? said[name](sums[name]) : []),
  )
  const entries = said.entries(sums.entries)
  return parts.length > 0 ? `${entries} · ${parts.join(', ')}` : entries
}

export const depositWord = (state: DepositState): string => text.deposits[state]

/** `Moving Emil Sørensen from Jonas, 16:30`. */
export const hintText = ({ subject, time }: Drag, artist: string, place: Place): string => {
  if (subject.kind === 'draw') return text.drawing(formatRange(time, place))
  const { clientName, start, end } = subject.appointment
  return subject.kind === 'move'
    ? text.movingFrom(clientName, artist, formatTime(start, place))
    : text.stretching(clientName, formatTime(end, place))
}

/** What a screen reader says at each step: where it is held, and whether it fits. */
export const spokenDrag = ({ time, artist, verdict, unchanged }: Drag, place: Place): string => {
  const where = text.heldAt(formatWhen(time, place), artist.name)
  if (unchanged) return `${where} ${text.whereItWas}`
  if (verdict.available) return `${where} ${text.isFree}`
  const why = verdict.message ?? text.notFree
  return verdict.overrulable ? `${where} ${why}` : `${where} ${why}. ${text.noDrop}`
}

/** `Emil Sørensen moved to Tue 24 Nov, 14:30–16:30 with Rosa.` */
export const movedText = ({ subject, time, artist }: Drag, place: Place): string => {
  if (subject.kind === 'draw') return ''
  const { clientName, artistId } = subject.appointment
  const when = formatWhen(time, place)
  if (subject.kind === 'resize') return text.stretched(clientName, when)
  return artistId === artist.id
    ? text.movedTo(clientName, when)
    : text.movedTo(clientName, text.withArtist(when, firstName(artist.name)))
}
