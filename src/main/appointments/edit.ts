import type { ParsedOf } from '../../contract/questions.ts'
import type { Reason } from '../../domain/availability.ts'
import { fail, ok, type Result } from '../../domain/failure.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { changeAppointment, requireFree } from './change.ts'
import type { Desk } from './desk.ts'

/**
 * Changes what was entered. A new time or artist must be free; another artist means a new event in
 * that artist's calendar, and the old one is deleted.
 */
export const editAppointment = (
  desk: Desk,
  input: ParsedOf<'appointments.update'>,
): Result<AppointmentView> =>
  changeAppointment(desk, input, (tx, row) => {
    if (row.status === 'CANCELLED')
      return fail('not-allowed', 'A cancelled booking cannot be changed.', {
        remedy: 'Book a new one.',
      })
    const { alternates, ...patch } = input.changes
    if (patch.clientId !== undefined && tx.clients.get(patch.clientId)?.erasedAt !== null)
      return fail('not-found', 'This client no longer exists.', { field: 'clientId' })

    const { artistId = row.artistId, start = row.start, end = row.end } = patch
    const elsewhere = artistId !== row.artistId
    const moved = elsewhere || start !== row.start || end !== row.end
    let overruled: Reason | null = null
    if (moved) {
      const wanted = { artistId, start, end, ignoring: row.id }
      const free = requireFree(tx, desk, wanted, input.overrule)
      if (!free.ok) return free
      overruled = free.value
    }
    // A free time settles an overlap, and what the server refused is sent again.
    const settled = moved ? row.trouble?.kind === 'overlap' : false
    const trouble = settled || row.trouble?.kind === 'refused' ? null : row.trouble
    return ok({
      action: moved ? 'moved' : 'edited',
      patch: { ...patch, trouble },
      alternates,
      calendar: elsewhere ? 'anew' : 'present',
      overruled,
    })
  })
