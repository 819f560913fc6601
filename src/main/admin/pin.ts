import type { ParsedOf } from '../../contract/questions.ts'
import { ok, type Result } from '../../domain/failure.ts'
import type { PinState } from '../../domain/pin.ts'
import type { AdminLock } from './lock.ts'

export interface PinParts {
  readonly lock: AdminLock
  readonly log: { info: (message: string) => void; warn: (message: string) => void }
  /** Remembers outside of the lock whether there is a PIN, so that its going missing is seen. */
  readonly remember: (isSet: boolean) => void
}

/** The PIN of the settings: looked at, entered, changed. What happens to it is in the log, it is not. */
export const pinAnswers = ({ lock, log, remember }: PinParts) => {
  const told = (result: Result<PinState>, done: string): Result<PinState> => {
    if (result.ok) log.info(done)
    else log.warn(`The PIN was asked for: ${result.error.kind}`)
    return result
  }
  return {
    'pin.state': (): Result<PinState> => ok(lock.state()),

    'pin.unlock': async ({ pin }: ParsedOf<'pin.unlock'>): Promise<Result<PinState>> =>
      told(await lock.unlock(pin), 'The settings were unlocked'),

    'pin.lock': (): Result<PinState> => {
      lock.lock()
      return ok(lock.state())
    },

    'pin.set': async ({ pin, current }: ParsedOf<'pin.set'>): Promise<Result<PinState>> => {
      const result = await lock.set(pin, current)
      if (result.ok) remember(true)
      return told(result, 'A PIN was set')
    },

    'pin.remove': async ({ current }: ParsedOf<'pin.remove'>): Promise<Result<PinState>> => {
      const result = await lock.remove(current)
      if (result.ok) remember(false)
      return told(result, 'The PIN was removed')
    },
  }
}
