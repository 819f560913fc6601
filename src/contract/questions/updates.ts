import type { UpdateView } from '../../domain/update.ts'
import { nothing } from '../fields.ts'
import { ask, askAdmin } from '../question.ts'

export const updatesQuestions = {
  'updates.state': ask<UpdateView>()(nothing),
  /** Asks the place for updates now, whatever the setting says. */
  'updates.look': askAdmin<UpdateView>()(nothing),
  /** Answers when the offered version is here and checked, or why it is not. */
  'updates.download': askAdmin<UpdateView>()(nothing),
  'updates.cancel': askAdmin<UpdateView>()(nothing),
  /** Puts the downloaded version in this one's place and starts it; refused while a booking is written. */
  'updates.install': askAdmin<null>()(nothing),
} as const
