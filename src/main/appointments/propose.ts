import type { ParsedOf } from '../../contract/questions.ts'
import { fail, ok, type Result } from '../../domain/failure.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { changeAppointment, requireFree } from './change.ts'
import type { Desk } from './desk.ts'

/**
 * Moves a request to a time, or an artist, that the client has yet to agree to. It stays a request, and
 * its event moves along. Fails with `not-allowed` for what is no request or for the time it has, and as
 * any booking does when the time is taken.
 */
export const propose = (
  desk: Desk,
  input: ParsedOf<'appointments.propose'>,
): Result<AppointmentView> =>
  changeAppointment(desk, input, (tx, row) => {
    if (row.status !== 'PENDING')
      return fail('not-allowed', 'Only a request can be given a time to propose.', {
        remedy: 'Move the booking instead.',
      })
    const { artistId, start, end, note } = input
    const elsewhere = artistId !== row.artistId
    if (!elsewhere && start === row.start && end === row.end)
      return fail('not-allowed', 'The request has this time already.', {
        remedy: 'Choose another time.',
        field: 'start',
      })
    const wanted = { artistId, start, end, ignoring: row.id }
    const free = requireFree(tx, desk, wanted, input.overrule)
    if (!free.ok) return free
    const settled = row.trouble?.kind === 'overlap' || row.trouble?.kind === 'refused'
    return ok({
      action: 'proposed',
      patch: { artistId, start, end, trouble: settled ? null : row.trouble },
      alternates: tx.appointments.alternatesOf(row.id).filter((time) => time.start !== start),
      calendar: elsewhere ? 'anew' : 'present',
      overruled: free.value,
      note,
    })
  })
