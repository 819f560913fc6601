import type { Interval } from '../../domain/interval.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { ask } from '../bridge.ts'
import { withOverrule } from './overrule.ts'
import { offerUndo, tell, tellFailure } from './toasts.ts'

export interface Target extends Interval {
  readonly artistId: string
}

interface Words {
  readonly done: string
  readonly undone: string
}

/**
 * Gives a booking another time or artist, decided by main, with ten seconds to take it back. Answers
 * whether it was done; why not has been said.
 */
export const reschedule = async (
  appointment: AppointmentView,
  target: Target,
  words: Words,
): Promise<boolean> => {
  const { id, version, artistId, start, end } = appointment
  const put = (seen: number, { ...changes }: Target, overrule: boolean) =>
    ask('appointments.update', { id, version: seen, changes, overrule })

  const result = await withOverrule((overrule) => put(version, target, overrule))
  if (!result) return false
  if (!result.ok) {
    tellFailure(result.error)
    return false
  }
  const moved = result.value.version
  offerUndo(words.done, async () => {
    // Where it was counts as allowed, whatever hours and clock say by now.
    const back = await put(moved, { artistId, start, end }, true)
    if (back.ok) tell('ok', words.undone)
    else tellFailure(back.error)
  })
  return true
}
