import type { Interval } from '../../domain/interval.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { ask } from '../bridge.ts'
import { tellChange } from './changes.ts'
import { withOverrule } from './overrule.ts'

export interface Target extends Interval {
  readonly artistId: string
}

/**
 * Gives a booking another time or artist, decided by main, with ten seconds to take it back. Answers
 * whether it was done; why not has been said.
 */
export const reschedule = async (
  { id, version }: AppointmentView,
  changes: Target,
  done: string,
): Promise<boolean> =>
  tellChange(
    await withOverrule((overrule) =>
      ask('appointments.update', { id, version, changes, overrule }),
    ),
    done,
  )
