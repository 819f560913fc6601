import type { ParsedOf } from '../../contract/questions.ts'
import { isLive, mayBecome, type Status } from '../../domain/appointment.ts'
import { fail, ok, type Result } from '../../domain/failure.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { changeAppointment, requireFree } from './change.ts'
import type { Desk } from './desk.ts'
import { sentence } from '../../domain/sentence.ts'

const words: Record<Status, string> = {
  PENDING: 'a request',
  CONFIRMED: 'confirmed',
  ARRIVED: 'marked as arrived',
  COMPLETED: 'completed',
  NO_SHOW: 'a no-show',
  CANCELLED: 'cancelled',
}

const notFrom = (status: Status, wish: string) =>
  fail(
    'not-allowed',
    sentence`This booking is ${{ state: words[status] }}, so it cannot be ${{ wish }}.`,
  )

/** Confirms a request, at its own time or at one of its alternates, if that is still free. */
export const approve = (
  desk: Desk,
  input: ParsedOf<'appointments.approve'>,
): Result<AppointmentView> =>
  changeAppointment(desk, input, (tx, row) => {
    if (row.status !== 'PENDING') return notFrom(row.status, 'approved')
    const alternates = tx.appointments.alternatesOf(row.id)
    const time = input.alternate === undefined ? row : alternates[input.alternate]
    if (!time)
      return fail('invalid-input', 'This booking has no such alternate.', { field: 'alternate' })
    const { start, end } = time
    const wanted = { artistId: row.artistId, start, end, ignoring: row.id }
    const free = requireFree(tx, desk, wanted, input.overrule)
    if (!free.ok) return free
    const trouble = row.trouble?.kind === 'overlap' ? null : row.trouble
    return ok({
      action: 'approved',
      patch: { status: 'CONFIRMED', start, end, trouble },
      alternates: alternates.filter((_, index) => index !== input.alternate),
      calendar: 'present',
      overruled: free.value,
    })
  })

export const decline = (
  desk: Desk,
  input: ParsedOf<'appointments.decline'>,
): Result<AppointmentView> => end(desk, input, 'declined', (status) => status === 'PENDING')

export const cancel = (
  desk: Desk,
  input: ParsedOf<'appointments.cancel'>,
): Result<AppointmentView> =>
  end(
    desk,
    input,
    'cancelled',
    (status) => status !== 'CANCELLED' && mayBecome(status, 'CANCELLED'),
  )

/** The event is deleted from the calendar; the appointment stays with who and why. */
const end = (
  desk: Desk,
  input: ParsedOf<'appointments.cancel'>,
  action: 'declined' | 'cancelled',
  may: (status: Status) => boolean,
): Result<AppointmentView> =>
  changeAppointment(desk, input, (_, row) =>
    may(row.status)
      ? ok({
          action,
          patch: {
            status: 'CANCELLED',
            cancelledBy: 'desk',
            cancelReason: input.reason,
            trouble: null,
          },
          calendar: 'gone',
        })
      : notFrom(row.status, action),
  )

/** Follows the day: arrived, completed, no-show, and back again after a wrong click. */
export const mark = (desk: Desk, input: ParsedOf<'appointments.mark'>): Result<AppointmentView> =>
  changeAppointment(desk, input, (tx, row) => {
    // Becoming confirmed is an approval, which looks whether the time is still free.
    if (row.status === 'PENDING' || !mayBecome(row.status, input.status))
      return notFrom(row.status, words[input.status])
    if (!isLive(row.status)) {
      const free = requireFree(tx, desk, { ...row, ignoring: row.id }, true)
      if (!free.ok) return free
    }
    return ok({ action: 'marked', patch: { status: input.status }, calendar: 'present' })
  })
