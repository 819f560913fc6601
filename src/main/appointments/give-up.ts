import type { ParsedOf } from '../../contract/questions.ts'
import { isLive, statuses, type Status } from '../../domain/appointment.ts'
import type { EventFacts } from '../../domain/event-facts.ts'
import { fail, ok, type Result } from '../../domain/failure.ts'
import { parseTitle } from '../../domain/title.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { changeAppointment } from './change.ts'
import type { Desk } from './desk.ts'

const nothingWaits = (): Result<never> =>
  fail('not-allowed', 'Nothing about this booking waits to be sent any more.', {
    remedy: 'Look at it as it is now.',
  })

/** What the event says of the status; one that an artist wrote says only whether it is a request. */
const statusIn = ({ linework, status, summary }: EventFacts): Status => {
  const told = statuses.find((one) => one === linework['STATUS'])
  if (told && isLive(told)) return told
  return status === 'TENTATIVE' || parseTitle(summary).request ? 'PENDING' : 'CONFIRMED'
}

/**
 * Gives up a change that has not reached the calendar: the booking is again as the calendar has it, or
 * cancelled where the calendar never had it. What is on its way at this moment, or between two
 * calendars, has to arrive first (`not-allowed`).
 */
export const giveUp = (
  desk: Desk,
  input: ParsedOf<'appointments.giveUp'>,
): Result<AppointmentView> =>
  changeAppointment(desk, input, (tx, row) => {
    const waiting = tx.outbox.ofAppointment(row.id)
    const placement = tx.placements.current(row.id)
    const [change, ...more] = waiting
    if (!change || !placement) return nothingWaits()
    if (more.length > 0 || change.placementId !== placement.id)
      return fail('not-allowed', 'This booking is on its way from one calendar to another.', {
        remedy: 'Wait until both can be reached, or move it back.',
      })
    if (change.phase === 'verify')
      return fail('not-allowed', 'This change may have reached the calendar already.', {
        remedy: 'Wait until the calendar has been read again.',
      })
    const { agreed } = placement
    if (!agreed)
      return ok({
        action: 'given-up',
        patch: {
          status: 'CANCELLED',
          cancelledBy: 'desk',
          cancelReason: null,
          trouble: null,
        },
        calendar: 'gone',
      })
    return ok({
      action: 'given-up',
      patch: {
        start: agreed.start,
        end: agreed.end,
        description: parseTitle(agreed.summary).description,
        status: statusIn(agreed),
        cancelledBy: null,
        cancelReason: null,
        trouble: null,
      },
      calendar: 'as-it-is',
    })
  })
