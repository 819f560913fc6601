import type { Result } from '../domain/failure.ts'
import type { Announcement } from './announcements.ts'
import type { AnswerOf, InputOf, QuestionName } from './questions.ts'

export const askChannel = 'linework:ask'
export const hearChannel = 'linework:hear'

/** What the preload script puts on `window.linework`: one way to ask, one to hear. */
export interface Bridge {
  readonly ask: <Name extends QuestionName>(
    name: Name,
    input?: InputOf<Name>,
  ) => Promise<Result<AnswerOf<Name>>>
  /** Returns what ends the subscription. */
  readonly hear: (listener: (announcement: Announcement) => void) => () => void
}
