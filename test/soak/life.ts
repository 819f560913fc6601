import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { AnswerOf, InputOf, QuestionName } from '../../src/contract/questions.ts'
import type { Result } from '../../src/domain/failure.ts'
import type { AppointmentView } from '../../src/domain/views.ts'
import { launchLinework } from '../support/electron.ts'

/** One run of the real program, from its start until it is killed. */
export interface Life {
  /** Asks as the window does. Null: the program was killed before its answer came. */
  readonly ask: <Name extends QuestionName>(
    name: Name,
    input?: InputOf<Name>,
  ) => Promise<Result<AnswerOf<Name>> | null>
  /** As `ask`, where an answer has to come and to be a good one. */
  readonly get: <Name extends QuestionName>(
    name: Name,
    input?: InputOf<Name>,
  ) => Promise<AnswerOf<Name>>
  readonly isOver: () => boolean
  /** SIGKILL to the main process; what it started ends by itself. */
  readonly kill: () => Promise<void>
  /** Quits as a person does. */
  readonly close: () => Promise<void>
}

export const startLife = async (userData: string): Promise<Life> => {
  const { app, window: page, close } = await launchLinework({ userData, args: ['--disable-gpu'] })
  const ended = once(app.process(), 'exit')
  let killed = false
  const ask: Life['ask'] = async (name, input) => {
    const question: unknown[] = [name, input]
    try {
      return JSON.parse(
        await page.evaluate(
          (asked): Promise<string> => Reflect.apply(window.linework.ask, null, asked),
          question,
        ),
      )
    } catch (error) {
      if (killed) return null
      throw error
    }
  }
  return {
    ask,
    get: async (name, input) => {
      const answer = await ask(name, input)
      if (!answer?.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`)
      return answer.value
    },
    isOver: () => killed,
    kill: async () => {
      killed = true
      app.process().kill('SIGKILL')
      await ended
    },
    close,
  }
}

const PATIENCE = 120_000
const BETWEEN_LOOKS = 500

/**
 * Syncs until nothing is on its way any more and every calendar was read; answers the bookings then.
 * Throws when that takes longer than a backoff can explain.
 */
export const settle = async (life: Life): Promise<AppointmentView[]> => {
  const until = Date.now() + PATIENCE
  for (;;) {
    const asked = Date.now()
    const { artists } = await life.get('sync.run', {})
    const views = await life.get('appointments.list', {})
    const fresh = artists.every(
      ({ failure, lastSuccessAt }) => failure === null && (lastSuccessAt ?? 0) >= asked,
    )
    const onTheirWay = views.filter(({ delivery }) => delivery !== 'sent' && delivery !== 'held')
    if (fresh && onTheirWay.length === 0) return views
    if (Date.now() > until)
      throw new Error(`Not quiet after ${PATIENCE} ms: ${JSON.stringify({ artists, onTheirWay })}`)
    await wait(BETWEEN_LOOKS)
  }
}
