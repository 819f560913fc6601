import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** How much work scrypt (RFC 7914) makes of each try. */
export interface Strength {
  readonly cost: number
  readonly blockSize: number
  readonly parallelization: number
}

/** A PIN as it is kept: what scrypt makes of it, and with what. */
export interface PinHash extends Strength {
  /** Base64. */
  readonly salt: string
  /** Base64. */
  readonly key: string
}

/** About a tenth of a second and 32 MiB for each try; kept with the hash, so they may grow later. */
const today: Strength = { cost: 2 ** 15, blockSize: 8, parallelization: 3 }
const KEY_BYTES = 32

const derive = (
  pin: string,
  salt: Buffer,
  { cost, blockSize, parallelization }: Strength,
): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const maxmem = 128 * blockSize * (cost + parallelization) + 2 ** 20
    scrypt(pin, salt, KEY_BYTES, { cost, blockSize, parallelization, maxmem }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })

export const hashPin = async (pin: string, strength = today): Promise<PinHash> => {
  const salt = randomBytes(16)
  const key = await derive(pin, salt, strength)
  return { ...strength, salt: salt.toString('base64'), key: key.toString('base64') }
}

/** Compares in constant time. */
export const matchesPin = async (pin: string, hash: PinHash): Promise<boolean> => {
  const expected = Buffer.from(hash.key, 'base64')
  const found = await derive(pin, Buffer.from(hash.salt, 'base64'), hash)
  return expected.length === found.length && timingSafeEqual(expected, found)
}
