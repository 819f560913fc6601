import type { ParsedOf } from '../../contract/questions.ts'
import { isLive } from '../../domain/appointment.ts'
import { fail, ok, type Result } from '../../domain/failure.ts'
import { MINUTE } from '../../domain/interval.ts'
import type { AppointmentView, AuditEntry } from '../../domain/views.ts'
import { sentence, type Sentence } from '../../domain/sentence.ts'
import { when } from '../../domain/wording.ts'
import type { AppointmentRow } from '../store/appointments.ts'
import type { Tables } from '../store/tables.ts'
import { changeAppointment, requireFree, type Change } from './change.ts'
import type { Desk } from './desk.ts'

/** How long after a change it can be taken back. */
const PERIOD = 10 * MINUTE

const undoable = new Set([
  'moved',
  'edited',
  'proposed',
  'approved',
  'declined',
  'cancelled',
  'marked',
])

/**
 * Takes back what the desk did last to an appointment, sent or not: back to the time it had, if that
 * is still free, or a new event for one that was cancelled. Notes are not in the history and stay as
 * they are. Fails with `stale` when somebody changed it since, `not-allowed` when there is nothing to
 * take back, and as any booking does when its time is taken.
 */
export const undoLast = (
  desk: Desk,
  input: ParsedOf<'appointments.undo'>,
): Result<AppointmentView> => {
  const { read } = desk.store
  const last = read.audit.of(input.id).at(-1)
  const row = read.appointments.get(input.id)
  if (row && last?.actor === 'artist') {
    const artist = read.artists.get(row.artistId)?.name ?? sentence`The artist`
    return fail('stale', whatHappened(read, row, last, { artist }), {
      remedy: 'Look at it as it is now and try again.',
    })
  }
  return changeAppointment(desk, input, (tx, current) =>
    last && undoable.has(last.action) && last.at >= desk.now() - PERIOD
      ? takeBack(tx, desk, current, last)
      : fail('not-allowed', 'There is nothing to undo on this booking.', {
          remedy: 'Change the booking instead.',
        }),
  )
}

const whatHappened = (
  tx: Tables,
  row: AppointmentRow,
  { action }: AuditEntry,
  artist: { readonly artist: string | Sentence },
): Sentence => {
  const { zone } = tx.settings.get()
  if (action === 'moved')
    return sentence`${artist} moved this booking to ${{ when: when(row, zone) }} in the calendar in the meantime.`
  return action === 'cancelled'
    ? sentence`${artist} cancelled this booking in the calendar in the meantime.`
    : sentence`${artist} changed this booking in the calendar in the meantime.`
}

const takeBack = (
  tx: Tables,
  desk: Desk,
  row: AppointmentRow,
  { before }: AuditEntry,
): Result<Change> => {
  const { alternates, overruled: _, ...fields } = before ?? {}
  const { artistId, start, end, status } = { ...row, ...fields }
  const elsewhere = artistId !== row.artistId
  const moved = elsewhere || start !== row.start || end !== row.end
  if (isLive(status) && (moved || !isLive(row.status))) {
    const free = requireFree(tx, desk, { artistId, start, end, ignoring: row.id }, true)
    if (!free.ok) return free
  }
  const settled = row.trouble?.kind === 'overlap' || row.trouble?.kind === 'refused'
  const revived = row.status === 'CANCELLED'
  return ok({
    action: 'undone',
    patch: { ...fields, ...(settled && { trouble: null }) },
    alternates,
    calendar: revived ? 'back' : elsewhere ? 'anew' : 'present',
  })
}
