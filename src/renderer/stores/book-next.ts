import { MINUTE } from '../../domain/interval.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { addDays } from '../../domain/zone.ts'
import { draftOf, newDraft } from './draft.ts'
import { openBooking } from './drawer.ts'
import { showDate } from './view.ts'

/** Skin heals for about a month before it is worked on again. */
const HEALING_DAYS = 28

/** Opens the form for the same client, artist and length, four weeks later at the same time. */
export const bookNext = (appointment: AppointmentView, zone: string): void => {
  const { artistId, start, end } = appointment
  const before = draftOf(appointment, zone)
  const time = { date: addDays(before.date, HEALING_DAYS), start: before.start }
  const draft = newDraft(crypto.randomUUID(), artistId, time, (end - start) / MINUTE)
  showDate(time.date)
  openBooking({ ...draft, client: before.client, description: before.description })
}
