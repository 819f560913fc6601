import type { AppointmentView } from '../../domain/views.ts'
import { dateAt } from '../../domain/zone.ts'
import { draftOf } from '../stores/draft.ts'
import { openAppointment, openBooking } from '../stores/drawer.ts'
import { showDate } from '../stores/view.ts'

/** Opens an appointment beside its day in the calendar. */
export const showAppointment = ({ id, start }: AppointmentView, zone: string): void => {
  showDate(dateAt(start, zone))
  openAppointment(id)
}

/** Opens the form to move an appointment, beside its day in the calendar. */
export const moveAppointment = (appointment: AppointmentView, zone: string): void => {
  showDate(dateAt(appointment.start, zone))
  openBooking(draftOf(appointment, zone))
}
