import { Worker } from 'node:worker_threads'
import { readObject } from './ical/object.ts'
import type { StoredObject } from './ical/wire.ts'
import type { Decode, Decoded } from './sync/context.ts'
import type { RemoteObject } from './sync/remote.ts'

type Options = Parameters<Decode>[1]

export interface ReadRequest {
  readonly id: number
  readonly texts: readonly string[]
  readonly options: Options
}

export interface ReadAnswer {
  readonly id: number
  readonly contents: readonly StoredObject[]
}

export interface ObjectReader {
  readonly decode: Decode
  /** Ends the thread; what is being read is left out. */
  readonly close: () => Promise<void>
}

/** Objects per message: taking an answer apart must not hold up the window either. */
const CHUNK = 40

/** Far more than any chunk takes; an object that does not come to an end counts as unreadable. */
const PATIENCE = 20_000

/** Enough for the largest object that is read at all; a thread that wants more ends, not the app. */
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 }

/**
 * Reads calendar objects in a thread of its own, started at the first one, so that the window never
 * waits for a large pull. `file` is the thread's script. An object that takes the thread down is left
 * out of the answer; the thread starts again.
 */
export const createObjectReader = (file: string, patience = PATIENCE): ObjectReader => {
  const pending = new Map<number, (contents: readonly StoredObject[] | null) => void>()
  let thread: Worker | null = null
  let works = false
  let closed = false
  let lastId = 0

  const start = (): Worker => {
    const worker = new Worker(file, { resourceLimits })
    // An idle thread must not keep the process up.
    worker.unref()
    worker.on('message', ({ id, contents }: ReadAnswer) => {
      works = true
      pending.get(id)?.(contents)
    })
    // 'exit' follows and says all there is to say.
    worker.on('error', () => undefined)
    worker.on('exit', () => {
      thread = null
      for (const settle of pending.values()) settle(null)
    })
    return worker
  }

  /** Null when the thread ended instead of answering. */
  const ask = (texts: readonly string[], options: Options) =>
    new Promise<readonly StoredObject[] | null>((resolve) => {
      thread ??= start()
      const id = ++lastId
      const timer = setTimeout(() => void thread?.terminate(), patience)
      pending.set(id, (contents) => {
        clearTimeout(timer)
        pending.delete(id)
        resolve(contents)
      })
      thread.postMessage({ id, texts, options } satisfies ReadRequest, [])
    })

  const read = async (objects: readonly RemoteObject[], options: Options): Promise<Decoded[]> => {
    if (closed) return []
    const texts = objects.map(({ text }) => text)
    const answer = await ask(texts, options)
    // A thread that never came up says nothing about the objects.
    const contents = answer ?? (works ? null : texts.map((text) => readObject(text, options)))
    if (contents)
      return objects.flatMap((object, at) => {
        const content = contents[at]
        return content ? [{ object, content }] : []
      })
    if (objects.length === 1) return []
    // One of them took the thread down: ask one by one.
    const decoded: Decoded[] = []
    for (const object of objects) decoded.push(...(await read([object], options)))
    return decoded
  }

  return {
    decode: async (objects, options) => {
      const decoded: Decoded[] = []
      for (let at = 0; at < objects.length; at += CHUNK)
        decoded.push(...(await read(objects.slice(at, at + CHUNK), options)))
      return decoded
    },
    close: async () => {
      closed = true
      await thread?.terminate()
    },
  }
}
