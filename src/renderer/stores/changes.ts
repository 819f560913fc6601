import type { Result } from '../../domain/failure.ts'
import type { Interval } from '../../domain/interval.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { ask } from '../bridge.ts'
import { words } from '../i18n/words.ts'
import { withOverrule } from './overrule.ts'
import { offerUndo, tell, tellFailure } from './toasts.ts'

/**
 * Says how a change of an appointment went, and offers to take it back. Answers whether it was made;
 * a null `result` is a person's no, which needs no word.
 */
export const tellChange = (result: Result<AppointmentView> | null, done: string): boolean => {
  if (!result) return false
  if (!result.ok) {
    tellFailure(result.error)
    return false
  }
  const { id, version, clientName } = result.value
  offerUndo(done, async () => {
    const back = await ask('appointments.undo', { id, version })
    if (back.ok) tell('ok', words.common.changes.undone)
    else tellFailure(back.error, words.common.changes.notUndone(clientName))
  })
  return true
}

/** Approves a request, at its first choice or at an alternate; hours and the like are asked about. */
export const approve = async (
  { id, version, clientName }: AppointmentView,
  alternate: number | null = null,
): Promise<boolean> => {
  const taken = alternate === null ? {} : { alternate }
  const result = await withOverrule((overrule) =>
    ask('appointments.approve', { id, version, ...taken, overrule }),
  )
  return tellChange(result, words.common.changes.approved(clientName))
}

/** Gives a request a time, or an artist, that the client has yet to agree to. */
export const propose = async (
  { id, version }: AppointmentView,
  target: Interval & { readonly artistId: string },
  note: string,
  done: string,
): Promise<boolean> =>
  tellChange(
    await withOverrule((overrule) =>
      ask('appointments.propose', { id, version, ...target, note, overrule }),
    ),
    done,
  )

export const mark = async (
  { id, version, clientName }: AppointmentView,
  status: 'CONFIRMED' | 'ARRIVED' | 'COMPLETED' | 'NO_SHOW',
): Promise<boolean> =>
  tellChange(
    await ask('appointments.mark', { id, version, status }),
    words.common.changes.marked[status](clientName),
  )

/** Declines a request or cancels a booking. */
export const callOff = async (
  { id, version, clientName, status }: AppointmentView,
  reason: string,
): Promise<boolean> => {
  const { declined, cancelled } = words.common.changes
  const pending = status === 'PENDING'
  const question = pending ? 'appointments.decline' : 'appointments.cancel'
  const result = await ask(question, { id, version, reason })
  return tellChange(result, (pending ? declined : cancelled)(clientName))
}
