import { createHash } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { failed, ok, type Failure, type Result } from '../../domain/failure.ts'
import type { UpdateFile } from './description.ts'
import {
  cutOff,
  fullDisk,
  notAsSigned,
  notGiven,
  notSaved,
  sentOn,
  stopped,
  unreachable,
  unreadable,
} from './refusals.ts'

/** The transport's way to ask: rejects when no answer comes, never follows a redirect. */
export type Get = (
  url: string,
  init: { method: 'GET'; headers: Record<string, string>; signal: AbortSignal },
) => Promise<Response>

/** Bytes of a description; a real one has a few thousand. */
const DESCRIPTION_LIMIT = 256 * 1024

const isRedirect = (status: number): boolean => status >= 300 && status < 400

/** Asks, and judges what can be judged before the body. */
const ask = async (get: Get, url: string, signal: AbortSignal): Promise<Result<Response>> => {
  const { host } = new URL(url)
  // Packed bodies would have another length than what was signed.
  const headers = { 'accept-encoding': 'identity' }
  const response = await get(url, { method: 'GET', headers, signal }).catch(() => null)
  if (!response) return failed(signal.aborted ? stopped : unreachable(host))
  if (response.ok && response.body) return ok(response)
  await response.body?.cancel()
  return failed(isRedirect(response.status) ? sentOn(host) : notGiven(host, response.status))
}

/**
 * Hands every piece of a body to `take` until that says what is wrong; then nothing more is read.
 * Answers null when all of it was taken.
 */
const readBody = async (
  response: Response,
  broken: () => Failure,
  take: (piece: Uint8Array) => Failure | null | Promise<Failure | null>,
): Promise<Failure | null> => {
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = response.body?.getReader()
  for (;;) {
    const next = await reader?.read().catch(() => null)
    if (!next) return broken()
    if (next.done) return null
    const wrong = await take(next.value)
    if (!wrong) continue
    await reader?.cancel().catch(() => undefined)
    return wrong
  }
}

/** The description's text, at most a quarter of a megabyte of it. */
export const fetchDescription = async (
  get: Get,
  url: string,
  signal: AbortSignal,
): Promise<Result<string>> => {
  const asked = await ask(get, url, signal)
  if (!asked.ok) return asked
  const pieces: Uint8Array[] = []
  let length = 0
  const wrong = await readBody(
    asked.value,
    () => unreachable(new URL(url).host),
    (piece) => {
      length += piece.length
      pieces.push(piece)
      return length > DESCRIPTION_LIMIT ? unreadable : null
    },
  )
  return wrong ? failed(wrong) : ok(Buffer.concat(pieces).toString('utf8'))
}

const notWritten = (error: unknown): Failure =>
  error instanceof Error && 'code' in error && error.code === 'ENOSPC' ? fullDisk : notSaved

export interface Download {
  readonly get: Get
  readonly url: string
  readonly file: UpdateFile
  /** Where it is put once it is whole and what was signed; until then it is beside it as `.part`. */
  readonly to: string
  readonly signal: AbortSignal
  /** Bytes so far. */
  readonly onProgress: (received: number) => void
}

/** Downloads a file of exactly the size and hash that were signed, or leaves nothing behind. */
export const download = async (wanted: Download): Promise<Result<null>> => {
  const { get, url, file, to, signal, onProgress } = wanted
  const asked = await ask(get, url, signal)
  if (!asked.ok) return asked
  const announced = asked.value.headers.get('content-length')
  if (announced !== null && Number(announced) !== file.size) {
    await asked.value.body?.cancel()
    return failed(notAsSigned)
  }
  const part = `${to}.part`
  const wrong = await save(asked.value, wanted, part, onProgress)
  if (!wrong) {
    await rename(part, to)
    return ok(null)
  }
  await rm(part, { force: true })
  return failed(wrong)
}

const save = async (
  response: Response,
  { file, signal }: Download,
  part: string,
  onProgress: Download['onProgress'],
): Promise<Failure | null> => {
  const hash = createHash('sha512')
  let received = 0
  try {
    const handle = await open(part, 'w', 0o600)
    try {
      const wrong = await readBody(
        response,
        () => (signal.aborted ? stopped : cutOff),
        async (piece) => {
          received += piece.length
          if (received > file.size) return notAsSigned
          hash.update(piece)
          await handle.writeFile(piece)
          onProgress(received)
          return null
        },
      )
      if (wrong) return wrong
      if (received < file.size) return cutOff
      await handle.sync()
      return hash.digest('base64') === file.sha512 ? null : notAsSigned
    } finally {
      await handle.close()
    }
  } catch (error) {
    return notWritten(error)
  }
}
