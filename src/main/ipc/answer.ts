import { questions, type AnswerOf, type QuestionName } from '../../contract/questions.ts'
import { fail, failed, type Result } from '../../domain/failure.ts'
import type { Log } from '../shell/log.ts'
import type { Answers } from './handlers.ts'
import { isQuestion, readInput } from './read-input.ts'

const answerKnown = async <Name extends QuestionName>(
  { handlers, otherwise, admit }: Answers,
  name: Name,
  input: unknown,
): Promise<Result<AnswerOf<Name>>> => {
  const refusal = questions[name].who === 'admin' ? admit() : null
  if (refusal) return failed(refusal)
  const parsed = readInput(name, input)
  if (!parsed.ok) return parsed
  const handler = handlers[name]
  return handler ? handler(parsed.value) : failed(otherwise)
}

/**
 * Answers one question from the window: known name, may be asked now, parsed input, the handler's
 * result as data. A handler that throws has a bug: it goes to the log, and the window gets a
 * sentence, never a stack.
 */
export const answer = async (
  answers: Answers,
  name: unknown,
  input: unknown,
  log: Log,
): Promise<Result<unknown>> => {
  if (!isQuestion(name)) return fail('not-allowed', 'The window asked for something unknown.')
  try {
    return await answerKnown(answers, name, input)
  } catch (error) {
    log.error(`${name} failed`, error)
    const failure = answers.failureOf(error)
    if (failure) return failed(failure)
    return fail('internal', 'Something went wrong inside Linework. Nothing was changed.', {
      remedy: 'Try again. If it happens again, the log file says what happened.',
    })
  }
}
