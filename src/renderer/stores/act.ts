import type { AnswerOf, InputOf, QuestionName } from '../../contract/questions.ts'
import type { Result } from '../../domain/failure.ts'
import { ask } from '../bridge.ts'
import { tell, tellFailure } from './toasts.ts'

/**
 * Asks for a change and says how it went: `done` when it was made, the failure's sentence when not.
 * What changed comes back as an announcement, which refreshes what is shown.
 */
export const act = async <Name extends QuestionName>(
  name: Name,
  input?: InputOf<Name>,
  done?: string,
): Promise<Result<AnswerOf<Name>>> => {
  const result = await ask(name, input)
  // Who did not enter the PIN knows why nothing happened.
  if (!result.ok && result.error.kind !== 'pin-needed') tellFailure(result.error)
  if (result.ok && done) tell('ok', done)
  return result
}
