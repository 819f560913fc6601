import type { IncomingMessage } from 'node:http'
import { pipeline, Transform, type Readable } from 'node:stream'
import { createGunzip, createInflate } from 'node:zlib'
import { TransportError } from './transport-error.ts'

const limitTo = (bytes: number): Transform => {
  let seen = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.byteLength
      if (seen > bytes) done(new TransportError('too-large', `more than ${bytes} bytes`))
      else done(null, chunk)
    },
  })
}

const unpackers: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
}

/** Nobody may be reading yet when something breaks; the reader hears of it from the stream itself. */
const heard = (): undefined => undefined

/**
 * The body unpacked, at most `limit` bytes of it: a small packed body may hold gigabytes. Errors,
 * a connection cut before the announced end among them, come out of the stream returned.
 */
export const decodedBody = (message: IncomingMessage, limit: number): Readable => {
  const encoding = message.headers['content-encoding']?.trim().toLowerCase() ?? ''
  const unpacker = unpackers[encoding]?.()
  const limiter = limitTo(limit)
  if (unpacker) pipeline(message, unpacker, limiter, heard)
  else pipeline(message, limiter, heard)
  limiter.on('error', heard)
  return limiter
}
