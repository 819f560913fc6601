import type { Ask, Bridge } from '../contract/bridge.ts'
import { fail } from '../domain/failure.ts'
import { words } from './i18n/words.ts'

declare global {
  interface Window {
    readonly linework: Bridge
  }
}

/**
 * Asks the main process, and takes no for an answer: nobody is asked for the PIN. Never rejects: a way
 * that is broken comes back as an `internal` failure.
 */
export const askQuietly: Ask = async (name, input) => {
  try {
    return JSON.parse(await window.linework.ask(name, input))
  } catch {
    return fail('internal', words.common.noAnswer, {
      remedy: words.common.noAnswerRemedy,
    })
  }
}

/** Asks a person for the PIN; true once the settings are open. */
let unlock = async (): Promise<boolean> => false

/** Says who asks for the PIN. */
export const unlockWith = (way: () => Promise<boolean>): void => {
  unlock = way
}

/** Asks the main process; where the PIN is needed a person is asked for it, and then once more. */
export const ask: Ask = async (name, input) => {
  const first = await askQuietly(name, input)
  if (first.ok || first.error.kind !== 'pin-needed') return first
  return (await unlock()) ? askQuietly(name, input) : first
}

/** Hears every announcement until the returned function is called. */
export const hear: Bridge['hear'] = (listener) => window.linework.hear(listener)
