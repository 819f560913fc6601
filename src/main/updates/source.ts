import { createPublicKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'

export interface UpdateSource {
  /** The folder descriptions and files are in; ends with a slash. */
  readonly url: string
  /** Ed25519; whoever has its other half may say what is an update. */
  readonly publicKey: KeyObject
}

/** The network is for https; this computer itself is for trying out. */
const mayAsk = (value: string): boolean => {
  if (!URL.canParse(value)) return false
  const { protocol, hostname } = new URL(value)
  return protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1')
}

const written = z.object({
  url: z.string().refine(mayAsk),
  /** SubjectPublicKeyInfo, DER in base64 (RFC 8410 §4). */
  publicKey: z.base64(),
})

/** Where updates come from, as packaging wrote it into `file`; null where it wrote nothing sound. */
export const readUpdateSource = (file: string): UpdateSource | null => {
  try {
    const { url, publicKey } = written.parse(JSON.parse(readFileSync(file, 'utf8')))
    const key = createPublicKey({
      key: Buffer.from(publicKey, 'base64'),
      format: 'der',
      type: 'spki',
    })
    if (key.asymmetricKeyType !== 'ed25519') return null
    return { url: url.endsWith('/') ? url : `${url}/`, publicKey: key }
  } catch {
    return null
  }
}
