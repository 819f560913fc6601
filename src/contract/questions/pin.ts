import { z } from 'zod'
import { pinPattern, type PinState } from '../../domain/pin.ts'
import { nothing } from '../fields.ts'
import { ask, askAdmin } from '../question.ts'

/** As it was typed; whether it is one is for the lock to say. */
const typed = z.string().max(100, 'is too long')

export const pinQuestions = {
  'pin.state': ask<PinState>()(nothing),
  'pin.unlock': ask<PinState>()(z.object({ pin: typed })),
  'pin.lock': ask<PinState>()(nothing),
  /** Where there is a PIN already, `current` has to be it. */
  'pin.set': askAdmin<PinState>()(
    z.object({
      pin: z.string().regex(pinPattern, 'must be four to twelve digits'),
      current: typed.default(''),
    }),
  ),
  'pin.remove': askAdmin<PinState>()(z.object({ current: typed })),
} as const
