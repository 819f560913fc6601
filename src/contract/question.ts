import type { z } from 'zod'

/**
 * Who may ask: `staff` is whoever is at the desk; `admin` is who knows the studio's PIN, where it
 * has one. To look is the desk's; to change how the studio works, and to hand data out, is the admin's.
 */
export type Asker = 'staff' | 'admin'

export interface Question<Input extends z.ZodType, Answer> {
  readonly who: Asker
  readonly input: Input
  readonly answer?: Answer
}

const asking =
  (who: Asker) =>
  <Answer>() =>
  <Input extends z.ZodType>(input: Input): Question<Input, Answer> => ({ who, input })

/** `ask<Answer>()(input)`: a question that the front desk may ask. */
export const ask = asking('staff')

/** `askAdmin<Answer>()(input)`: a question that is refused while the settings are locked. */
export const askAdmin = asking('admin')
