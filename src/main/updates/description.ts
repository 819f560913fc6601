import { verify, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { failed, ok, type Result } from '../../domain/failure.ts'
import { compareVersions, installKinds } from '../../domain/update.ts'
import { foreign, older, unreadable, unsigned } from './refusals.ts'

/** Before what is signed, so that the key's signature on anything else is none on an update. */
const purpose = Buffer.from('linework-update-1\n')

/** Bytes; no installer of this program comes near it. */
const LARGEST_FILE = 1024 * 1024 * 1024

const file = z.object({
  kind: z.enum(installKinds),
  name: z.string().regex(/^[A-Za-z0-9][\w.-]{0,199}$/),
  /** Bytes. */
  size: z.int().positive().max(LARGEST_FILE),
  sha512: z.base64().length(88),
})

const description = z.object({
  product: z.literal('linework'),
  version: z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/),
  platform: z.string(),
  arch: z.string(),
  released: z.iso.datetime().transform((text) => Date.parse(text)),
  notes: z.array(z.string().max(600)).max(300),
  files: z.array(file).min(1).max(10),
})

/** Base64 of the description's JSON, and of the Ed25519 signature (RFC 8032) over purpose and JSON. */
const envelope = z.object({ description: z.base64(), signature: z.base64() })

export type UpdateFile = z.output<typeof file>
export type UpdateDescription = z.output<typeof description>

export interface ThisComputer {
  readonly installed: string
  readonly platform: string
  readonly arch: string
}

const parsed = <T>(schema: z.ZodType<T>, text: string): T | null => {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/**
 * Reads what the place for updates answered: the description if it is signed, for this computer and
 * not older than what runs, otherwise why it is refused (`update-refused`). What is not signed is
 * never read.
 */
export const readDescription = (
  text: string,
  publicKey: KeyObject,
  here: ThisComputer,
): Result<UpdateDescription> => {
  const sealed = parsed(envelope, text)
  if (!sealed) return failed(unsigned)
  const bytes = Buffer.from(sealed.description, 'base64')
  const signature = Buffer.from(sealed.signature, 'base64')
  if (!verify(null, Buffer.concat([purpose, bytes]), publicKey, signature)) return failed(unsigned)
  const read = parsed(description, bytes.toString('utf8'))
  if (!read) return failed(unreadable)
  if (read.platform !== here.platform || read.arch !== here.arch) return failed(foreign)
  if (compareVersions(read.version, here.installed) < 0) return failed(older(read.version))
  return ok(read)
}
