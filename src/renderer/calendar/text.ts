import type { DepositState } from '../../domain/appointment.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { words } from '../i18n/words.ts'
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
