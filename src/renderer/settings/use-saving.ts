import { useState } from 'react'
import type { AnswerOf, InputOf, QuestionName } from '../../contract/questions.ts'
import type { Failure, Result } from '../../domain/failure.ts'
import { ask } from '../bridge.ts'
import { tell } from '../stores/toasts.ts'

/** Asks once at a time and keeps why it did not go well, to be shown at its field. */
export const useSaving = () => {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const save = async <Name extends QuestionName>(
    name: Name,
    input: InputOf<Name>,
    done: string,
  ): Promise<Result<AnswerOf<Name>>> => {
    setBusy(true)
    setFailure(null)
    const result = await ask(name, input)
    setBusy(false)
    if (result.ok) tell('ok', done)
    else setFailure(result.error)
    return result
  }
  return { busy, failure, save }
}
