import type { Actor } from '../../domain/appointment.ts'
import type { Reason } from '../../domain/availability.ts'
import { fail, ok, type Result } from '../../domain/failure.ts'
import type { Interval } from '../../domain/interval.ts'
import type { AppointmentView } from '../../domain/views.ts'
import type { AppointmentRow } from '../store/appointments.ts'
import type { Patch } from '../store/connection.ts'
import type { Tables } from '../store/tables.ts'
import { checkTime, type WantedTime } from './availability.ts'
import type { Desk } from './desk.ts'
import { deliver, type Calendar } from './placing.ts'
import type { Sentence } from '../../domain/sentence.ts'

/** What a command decided; nothing is written before it has. */
export interface Change {
  readonly action: string
  readonly patch: Patch<AppointmentRow>
  readonly alternates?: readonly Interval[] | undefined
  readonly calendar: Calendar
  /** Why the time was not free, where staff were warned and took it all the same. */
  readonly overruled?: Reason | null
  /** What the client is to be told; only the history keeps it. */
  readonly note?: string
}

/**
 * Reads the appointment, lets `decide` say what becomes of it, and writes that down with the outbox
 * and the audit log, in one transaction. Fails with `not-found`, or `stale` when it is not as the
 * person saw it.
 */
export const changeAppointment = (
  desk: Desk,
  seen: { readonly id: string; readonly version: number },
  decide: (tx: Tables, row: AppointmentRow) => Result<Change>,
): Result<AppointmentView> =>
  desk.store.transaction((tx) => {
    const row = tx.appointments.get(seen.id)
    if (!row) return fail('not-found', 'This booking no longer exists.')
    if (row.version !== seen.version)
      return fail('stale', 'This booking was changed in the meantime.', {
        remedy: 'Look at it as it is now and try again.',
      })
    const decided = decide(tx, row)
    if (!decided.ok) return decided
    apply(tx, desk, row, decided.value)
    return viewOf(tx, row.id)
  })

export const viewOf = (tx: Tables, id: string): Result<AppointmentView> => {
  const view = tx.appointments.view(id)
  return view ? ok(view) : fail('not-found', 'This booking no longer exists.')
}

const apply = (tx: Tables, desk: Desk, row: AppointmentRow, change: Change): void => {
  const before = { ...row, alternates: tx.appointments.alternatesOf(row.id) }
  const differing = differences(before, { ...change.patch, alternates: change.alternates })
  if (Object.keys(differing.after).length === 0) return

  if (change.alternates) tx.appointments.setAlternates(row.id, change.alternates)
  tx.appointments.update(row.id, {
    ...change.patch,
    version: row.version + 1,
    updatedAt: desk.now(),
  })
  const artistId = change.patch.artistId ?? row.artistId
  const placement = deliver(tx, desk, { id: row.id, artistId }, change.calendar)
  tx.appointments.update(row.id, { placement })
  const after = change.note ? { ...differing.after, note: change.note } : differing.after
  audit(tx, desk, row.id, change.action, { ...differing, after }, change.overruled)
}

interface Differences {
  readonly before: Record<string, unknown> | null
  readonly after: Record<string, unknown>
}

const differences = (row: Record<string, unknown>, patch: Record<string, unknown>) => {
  const changed = Object.keys(patch).filter(
    (key) => patch[key] !== undefined && JSON.stringify(patch[key]) !== JSON.stringify(row[key]),
  )
  const only = (from: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(changed.map((key) => [key, from[key]]))
  return { before: only(row), after: only(patch) }
}

/** What people wrote about a client stays out of the log. */
const unlogged = new Set(['notes', 'trouble', 'acceptedOverlap'])

const logged = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => !unlogged.has(key)))

/** Notes in the audit log who did what to an appointment, with the fields that changed. */
export const audit = (
  tx: Tables,
  desk: Desk,
  appointmentId: string,
  action: string,
  { before, after }: Differences,
  overruled: Reason | null = null,
): void => {
  const actor: Actor = 'desk'
  tx.audit.insert({
    at: desk.now(),
    actor,
    action,
    appointmentId,
    before: before && logged(before),
    after: { ...logged(after), ...(overruled && { overruled }) },
  })
}

/**
 * Answers why the time is not free where staff overrule it; null where it is free. Refuses a time: `slot-taken`, `no-calendar`, and `outside-hours` for what staff
 * may overrule after a warning.
 */
export const requireFree = (
  tx: Tables,
  desk: Desk,
  wanted: WantedTime,
  overrule: boolean,
): Result<Reason | null> => {
  const checked = checkTime(tx, desk, wanted)
  if (!checked.ok) return checked
  const { available, overrulable, reason, message, said } = checked.value
  if (available) return ok(null)
  if (overrulable && overrule) return ok(reason)
  const why: Sentence = {
    message: message ?? 'This time is not free.',
    ...(said && { said }),
  }
  if (reason === 'no-calendar')
    return fail('no-calendar', why, { remedy: 'Add one in Settings › Artists & calendars.' })
  return overrulable
    ? fail('outside-hours', why, { remedy: 'Choose another time, or book it all the same.' })
    : fail('slot-taken', why, { remedy: 'Choose another time.', field: 'start' })
}
