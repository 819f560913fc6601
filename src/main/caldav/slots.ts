import { TransportError } from './transport-error.ts'

export interface Slots {
  /** Resolves when it is the caller's turn, with what ends it; rejects with `cancelled`. */
  take(key: string, signal?: AbortSignal | null): Promise<() => void>
}

/**
 * At most `size` exchanges per key at a time, the others in order. Node's agents count only
 * connections that stand, so they let any number be opened at once.
 */
export const createSlots = (size: number): Slots => {
  const taken = new Map<string, number>()
  const queues = new Map<string, Set<() => void>>()

  const release = (key: string): void => {
    const [next] = queues.get(key) ?? []
    if (next) next()
    else taken.set(key, (taken.get(key) ?? 1) - 1)
  }
  const releaseOnce = (key: string): (() => void) => {
    let held = true
    return () => {
      if (held) release(key)
      held = false
    }
  }

  return {
    take: (key, signal) =>
      new Promise((resolve, reject) => {
        const count = taken.get(key) ?? 0
        if (count < size) {
          taken.set(key, count + 1)
          resolve(releaseOnce(key))
          return
        }
        const queue = queues.get(key) ?? new Set()
        queues.set(key, queue)
        const leave = (): void => {
          queue.delete(proceed)
          signal?.removeEventListener('abort', onAbort)
        }
        const proceed = (): void => {
          leave()
          resolve(releaseOnce(key))
        }
        const onAbort = (): void => {
          leave()
          reject(new TransportError('cancelled', 'the caller gave up'))
        }
        queue.add(proceed)
        signal?.addEventListener('abort', onAbort)
        if (signal?.aborted) onAbort()
      }),
  }
}
