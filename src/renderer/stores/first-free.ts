import type { Instant } from '../../domain/interval.ts'
import { ask } from '../bridge.ts'
import { words } from '../i18n/words.ts'
import { timeOf, type DraftTime } from './draft.ts'
import { tell, tellFailure } from './toasts.ts'

export interface FreeStart extends DraftTime {
  readonly artistId: string
}

/** Who is free first for `minutes` from an instant on, by the local copy; null, and said, for nobody. */
export const firstFree = async (
  from: Instant,
  minutes: number,
  zone: string,
): Promise<FreeStart | null> => {
  const slots = await ask('availability.slots', { minutes, from, count: 1 })
  if (!slots.ok) {
    tellFailure(slots.error)
    return null
  }
  const slot = slots.value[0]
  if (!slot) {
    tell('warn', words.booking.nobodyFree)
    return null
  }
  return { artistId: slot.artistId, ...timeOf(slot.start, zone) }
}
