import { Worker } from 'node:worker_threads'
import { readHere, type AnswerReader, type ObjectAnswer } from './caldav/object-answer.ts'
import { TransportError } from './caldav/transport-error.ts'
import { XmlProblem } from './caldav/xml.ts'
import { readObject } from './ical/object.ts'
import type { StoredObject } from './ical/wire.ts'
import type { Decode, Decoded } from './sync/context.ts'
import type { RemoteObject } from './sync/remote.ts'

type Options = Parameters<Decode>[1]

/** Texts to be read, or the pieces of an answer from the address `base`. */
type Work =
  | { readonly texts: readonly string[]; readonly options: Options }
  | { readonly chunks: readonly Uint8Array[]; readonly base: string }

export type ReadRequest = Work & { readonly id: number }

export type ReadReply = { readonly id: number } & (
  | { readonly contents: readonly StoredObject[] }
  | { readonly answer: ObjectAnswer }
  | { readonly problem: XmlProblem['kind']; readonly message: string }
)

export interface ObjectReader {
  readonly decode: Decode
  readonly answers: AnswerReader
  /** Ends the thread; what is being read is left out. */
  readonly close: () => Promise<void>
}

/** Objects per message: taking an answer apart must not hold up the window either. */
const CHUNK = 100

/** Bytes of an answer that is read sooner than it changes threads. */
const SMALL = 16 * 1024

/** Far more than any chunk takes; an object that does not come to an end counts as unreadable. */
const PATIENCE = 20_000

/**
 * Enough for the largest object that is read at all; a thread that wants more ends, not the app. With less
 * room for what is young, collecting it takes a third of the thread's time in a large pull.
 */
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 48 }

interface Waiting {
  readonly work: Work
  readonly settle: (reply: ReadReply | null) => void
}

/**
 * Reads calendar objects, and the answers they come in, in a thread of its own, started at the first
 * question, so that the window never waits for a large pull. `file` is the thread's script. An object
 * that takes the thread down is left out of the answer; the thread starts again.
 */
export const createObjectReader = (file: string, patience = PATIENCE): ObjectReader => {
  /** In the order in which they were asked, which is the one in which the thread answers. */
  const waiting = new Map<number, Waiting>()
  let thread: Worker | null = null
  let timer: NodeJS.Timeout | undefined
  let works = false
  let closed = false
  let lastId = 0

  const start = (): Worker => {
    const worker = new Worker(file, { resourceLimits })
    // An idle thread must not keep the process up.
    worker.unref()
    worker.on('message', (reply: ReadReply) => {
      works = true
      settle(reply.id, reply)
    })
    // 'exit' follows and says all there is to say.
    worker.on('error', () => undefined)
    worker.on('exit', () => {
      thread = null
      const [guilty, ...innocent] = waiting.keys()
      if (guilty === undefined) return
      if (!closed) for (const id of innocent) post(id)
      settle(guilty, null)
      if (closed) for (const id of innocent) settle(id, null)
    })
    return worker
  }

  const post = (id: number): void => {
    const work = waiting.get(id)?.work
    thread ??= start()
    if (work) thread.postMessage({ ...work, id } satisfies ReadRequest, [])
  }

  const settle = (id: number, reply: ReadReply | null): void => {
    const one = waiting.get(id)
    waiting.delete(id)
    watch()
    one?.settle(reply)
  }

  /** Ends a thread that does not come to an end with what it was asked first. */
  const watch = (): void => {
    clearTimeout(timer)
    if (waiting.size > 0) timer = setTimeout(() => void thread?.terminate(), patience)
  }

  /** Null when the thread ended instead of answering. */
  const ask = (work: Work) =>
    new Promise<ReadReply | null>((resolve) => {
      const id = ++lastId
      waiting.set(id, { work, settle: resolve })
      if (waiting.size === 1) watch()
      post(id)
    })

  const read = async (objects: readonly RemoteObject[], options: Options): Promise<Decoded[]> => {
    if (closed) return []
    const texts = objects.map(({ text }) => text)
    const reply = await ask({ texts, options })
    // A thread that never came up says nothing about the objects.
    const contents =
      reply && 'contents' in reply
        ? reply.contents
        : works
          ? null
          : texts.map((text) => readObject(text, options))
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

  const readAnswer: AnswerReader['read'] = async (chunks, base) => {
    const bytes = chunks.reduce((sum, { byteLength }) => sum + byteLength, 0)
    const reply = bytes > SMALL && !closed ? await ask({ chunks, base }) : null
    if (closed) throw new TransportError('cancelled', 'nobody is there to read the answer')
    if (reply && 'answer' in reply) return reply.answer
    if (reply && 'problem' in reply) throw new XmlProblem(reply.problem, reply.message)
    return readHere.read(chunks, base)
  }

  return {
    answers: {
      prepare: () => {
        if (!closed) thread ??= start()
      },
      read: readAnswer,
    },
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
