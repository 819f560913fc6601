import type { Appointment } from '../../domain/appointment.ts'
import { sayText } from './said.ts'

/** Why it was cancelled: in the desk's own words, or in ours where it happened in the calendar. */
export const cancelReasonOf = ({
  cancelledBy,
  cancelReason,
}: Pick<Appointment, 'cancelledBy' | 'cancelReason'>): string =>
  cancelledBy === 'artist' ? sayText(cancelReason ?? '') : (cancelReason ?? '')
