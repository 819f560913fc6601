import { parentPort } from 'node:worker_threads'
import { readObject } from './ical/object.ts'
import type { ReadAnswer, ReadRequest } from './object-reader.ts'

/** The thread that reads calendar objects; see object-reader.ts. */
parentPort?.on('message', ({ id, texts, options }: ReadRequest) => {
  const answer: ReadAnswer = { id, contents: texts.map((text) => readObject(text, options)) }
  parentPort?.postMessage(answer, [])
})
