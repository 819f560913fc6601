import { isLive } from '../../domain/appointment.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { formatRange, formatTime, formatWhen, type Place } from '../format/time.ts'
import { refusalText } from '../format/refusal.ts'
import { firstName } from '../format/words.ts'
import { words } from '../i18n/words.ts'
import type { Drag } from './drag.ts'
import type { Sums } from './rows.ts'

/** The calendar's section of the catalogue: new text goes to `i18n/en/calendar.ts` and `i18n/de/`. */
export const text = words.calendar

/** `18 entries · 11 booked, 2 requests, 1 no-show, 4 from the artists’ calendars`. */
export const sumText = (sums: Sums): string => {
  const said = text.sums
  const parts = (['booked', 'requests', 'noShows', 'cancelled', 'events'] as const).flatMap(
    (name) => (sums[name] > 0 ? said[name](sums[name]) : []),
  )
  const entries = said.entries(sums.entries)
  return parts.length > 0 ? `${entries} · ${parts.join(', ')}` : entries
}

/** How a deposit stands; what was paid and not used stays with the studio. */
export const depositWord = ({
  depositState,
  status,
}: Pick<AppointmentView, 'depositState' | 'status'>): string =>
  text.deposits[depositState === 'paid' && !isLive(status) ? 'kept' : depositState]

/** `Moving Emil Sørensen from Jonas, 16:30`. */
export const hintText = ({ subject, time }: Drag, artist: string, place: Place): string => {
  if (subject.kind === 'draw') return text.drawing(formatRange(time, place))
  const { clientName, start, end } = subject.appointment
  return subject.kind === 'move'
    ? text.movingFrom(clientName, artist, formatTime(start, place))
    : text.stretching(clientName, formatTime(end, place))
}

/** Why it cannot stay where it is held, in full; null where it can. */
export const dragReason = ({ verdict, unchanged }: Drag, place: Place): string | null =>
  unchanged || verdict.available ? null : refusalText(verdict, place)

/** The same where there is little room: what is in the way is drawn beside it, with its times. */
export const shortReason = (drag: Drag, place: Place): string | null => {
  const { reason, blockers } = drag.verdict
  const first = blockers.find(({ source }) => source === 'event') ?? blockers[0]
  return first && (reason === 'busy' || reason === 'appointment')
    ? text.overlaps(first.title)
    : dragReason(drag, place)
}

/** What a screen reader says at each step: where it is held, and whether it fits. */
export const spokenDrag = (drag: Drag, place: Place): string => {
  const { time, artist, verdict, unchanged } = drag
  const where = text.heldAt(formatWhen(time, place), artist.name)
  if (unchanged) return `${where} ${text.whereItWas}`
  if (verdict.available) return `${where} ${text.isFree}`
  const why = dragReason(drag, place) ?? text.notFree
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
