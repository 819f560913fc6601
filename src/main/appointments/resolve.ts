import type { ParsedOf } from '../../contract/questions.ts'
import { fail, ok, type Result } from '../../domain/failure.ts'
import type { AppointmentView, Trouble } from '../../domain/views.ts'
import type { AppointmentRow } from '../store/appointments.ts'
import type { Tables } from '../store/tables.ts'
import { changeAppointment, requireFree, type Change } from './change.ts'
import type { Desk } from './desk.ts'

type Decide = (tx: Tables, desk: Desk, row: AppointmentRow, trouble: Trouble) => Result<Change>

const settled = { trouble: null }

const isWaiting = (tx: Tables, { id }: AppointmentRow): boolean => {
  const placement = tx.placements.current(id)
  return placement !== undefined && tx.outbox.get(placement.id) !== undefined
}

/**
 * The calendar's version was taken over when it was read: only the question goes away. What was held
 * back behind it is tried again.
 */
const takeTheirs: Decide = (tx, _, row) =>
  ok({
    action: 'resolved',
    patch: settled,
    calendar: row.status !== 'CANCELLED' && isWaiting(tx, row) ? 'present' : 'same',
  })

const noOtherVersion: Decide = () =>
  fail('not-allowed', 'The calendar has no other version of this booking.', {
    remedy: 'Send it again, change it, or cancel it.',
  })

const sendAgain: Decide = () => ok({ action: 'resolved', patch: settled, calendar: 'present' })

/** Both stay where they are; a booking that was held back for it is sent. */
const acceptOverlap: Decide = (tx, _, row, { about = null }) =>
  ok({
    action: 'resolved',
    patch: { ...settled, acceptedOverlap: about },
    calendar: isWaiting(tx, row) ? 'present' : 'same',
  })

/** Goes back to the desk's version, as far as its time is free. */
const restoreOurs: Decide = (tx, desk, row, trouble) => {
  const { start, end, status, description } = trouble.aside ?? row
  if (status === 'CANCELLED')
    return ok({
      action: 'cancelled',
      patch: { ...settled, status, cancelledBy: 'desk' },
      calendar: 'gone',
    })
  if (start !== row.start || end !== row.end) {
    const wanted = { artistId: row.artistId, start, end, ignoring: row.id }
    const free = requireFree(tx, desk, wanted, true)
    if (!free.ok) return free
  }
  const patch = { ...settled, start, end, status, description }
  return ok({ action: 'resolved', patch, calendar: 'only' })
}

/** Books again what the artist deleted; as a new event, since its UID is used up. */
const bookAgain: Decide = (tx, desk, row, { aside }) => {
  const { start, end, description } = aside ?? row
  const wanted = { artistId: row.artistId, start, end, ignoring: row.id }
  const free = requireFree(tx, desk, wanted, true)
  if (!free.ok) return free
  const status = aside?.status ?? 'CONFIRMED'
  return ok({
    action: 'booked',
    patch: { ...settled, start, end, description, status, cancelledBy: null, cancelReason: null },
    calendar: 'anew',
  })
}

const answers: Record<Trouble['kind'], Record<'theirs' | 'ours', Decide>> = {
  overlap: { theirs: noOtherVersion, ours: acceptOverlap },
  'changed-there': { theirs: takeTheirs, ours: restoreOurs },
  'gone-there': { theirs: takeTheirs, ours: bookAgain },
  refused: { theirs: noOtherVersion, ours: sendAgain },
}

/** Settles what needs a person, one of two ways. */
export const resolveTrouble = (
  desk: Desk,
  input: ParsedOf<'appointments.resolve'>,
): Result<AppointmentView> =>
  changeAppointment(desk, input, (tx, row) =>
    row.trouble
      ? answers[row.trouble.kind][input.keep](tx, desk, row, row.trouble)
      : fail('not-allowed', 'There is nothing left to decide about this booking.'),
  )
