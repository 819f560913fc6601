import type { Availability } from '../../domain/availability.ts'
import { words } from '../i18n/words.ts'
import { formatWhen, type Place } from './time.ts'

/**
 * Why a time is not free, in the window's language. Main's own sentence is English and says most;
 * another language says it from the reason and from what is in the way.
 */
export const refusalText = (
  { reason, message, blockers }: Pick<Availability, 'reason' | 'message' | 'blockers'>,
  place: Place,
): string => {
  const { verdict } = words.common
  const first = blockers.find(({ source }) => source === 'event') ?? blockers[0]
  if (reason === null) return message ?? verdict.notFree
  return verdict.refused(
    reason,
    message ?? verdict.notFree,
    first ? `„${first.title}“ ${formatWhen(first, place)}` : '',
  )
}
