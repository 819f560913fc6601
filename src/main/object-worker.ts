import { parentPort } from 'node:worker_threads'
import { readHere } from './caldav/object-answer.ts'
import { XmlProblem } from './caldav/xml.ts'
import { readObject } from './ical/object.ts'
import type { ReadReply, ReadRequest } from './object-reader.ts'

const replyTo = async (request: ReadRequest): Promise<ReadReply> => {
  const { id } = request
  if ('texts' in request) {
    const { texts, options } = request
    return { id, contents: texts.map((text) => readObject(text, options)) }
  }
  try {
    return { id, answer: await readHere.read(request.chunks, request.base) }
  } catch (error) {
    if (!(error instanceof XmlProblem)) throw error
    return { id, problem: error.kind, message: error.message }
  }
}

/** The thread that reads calendar objects and the answers they come in; see object-reader.ts. */
parentPort?.on('message', (request: ReadRequest) => {
  void (async () => parentPort?.postMessage(await replyTo(request), []))()
})
