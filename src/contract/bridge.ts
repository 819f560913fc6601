import type { Result } from '../domain/failure.ts'
import type { Announcement } from './announcements.ts'
import type { AnswerOf, InputOf, QuestionName } from './questions.ts'

export const askChannel = 'linework:ask'
export const hearChannel = 'linework:hear'

/** One question and its answer. */
export type Ask = <Name extends QuestionName>(
  name: Name,
  input?: InputOf<Name>,
) => Promise<Result<AnswerOf<Name>>>

/** What the preload script puts on `window.linework`: one way to ask, one to hear. */
export interface Bridge {
  /** Answers JSON of what `Ask` answers: of objects each field would be copied once more on the way. */
  readonly ask: <Name extends QuestionName>(name: Name, input?: InputOf<Name>) => Promise<string>
  /** Returns what ends the subscription. */
  readonly hear: (listener: (announcement: Announcement) => void) => () => void
}
