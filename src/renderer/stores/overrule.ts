import { create } from 'zustand'
import type { Result } from '../../domain/failure.ts'
import type { Sentence } from '../../domain/sentence.ts'

interface Question {
  /** Why main would rather not. */
  readonly why: Sentence
  readonly answer: (yes: boolean) => void
}

export const useOverrule = create<{ readonly question: Question | null }>(() => ({
  question: null,
}))

const askPerson = (why: Sentence): Promise<boolean> =>
  new Promise((resolve) => {
    useOverrule.getState().question?.answer(false)
    const answer = (yes: boolean): void => {
      useOverrule.setState({ question: null })
      resolve(yes)
    }
    useOverrule.setState({ question: { why, answer } })
  })

/**
 * Asks for a change; where hours, a buffer or the past speak against it, a person decides and it is
 * asked for again. Null when the person said no.
 */
export const withOverrule = async <T>(
  run: (overrule: boolean) => Promise<Result<T>>,
): Promise<Result<T> | null> => {
  const first = await run(false)
  if (first.ok || first.error.kind !== 'outside-hours') return first
  return (await askPerson(first.error)) ? run(true) : null
}
