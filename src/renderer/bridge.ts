import type { Bridge } from '../contract/bridge.ts'
import { fail } from '../domain/failure.ts'
import { words } from './i18n/words.ts'

declare global {
  interface Window {
    readonly linework: Bridge
  }
}

/** Asks the main process. Never rejects: a way that is broken comes back as an `internal` failure. */
export const ask: Bridge['ask'] = async (name, input) => {
  try {
    return await window.linework.ask(name, input)
  } catch {
    return fail('internal', words.common.noAnswer, {
      remedy: words.common.noAnswerRemedy,
    })
  }
}

/** Hears every announcement until the returned function is called. */
export const hear: Bridge['hear'] = (listener) => window.linework.hear(listener)
