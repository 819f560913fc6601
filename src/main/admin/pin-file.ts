import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import type { Instant } from '../../domain/interval.ts'
import type { PinHash } from './pin-hash.ts'

/** The PIN and the wrong tries since the last right one. */
export interface PinRecord extends PinHash {
  readonly wrong: number
  readonly lastWrongAt: Instant
}

/**
 * Where the PIN is kept: a file of its own beside the database, so that no backup holds it, no
 * restore changes it, and it guards the restoring of a damaged database too.
 */
export interface PinShelf {
  /** Null where there is no PIN; `unreadable` where there is a file that makes no sense. */
  readonly read: () => PinRecord | 'unreadable' | null
  /** Replaces it as a whole; null removes it. */
  readonly write: (record: PinRecord | null) => void
}

const count = z.int().min(0)
const record = z.object({
  salt: z.base64(),
  key: z.base64(),
  cost: z
    .int()
    .min(2)
    .max(2 ** 20),
  blockSize: z.int().min(1).max(32),
  parallelization: z.int().min(1).max(16),
  wrong: count,
  lastWrongAt: count,
}) satisfies z.ZodType<PinRecord>

export const pinFile = (file: string): PinShelf => ({
  read: () => {
    if (!existsSync(file)) return null
    try {
      return record.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      return 'unreadable'
    }
  },
  write: (contents) => {
    if (contents === null) return rmSync(file, { force: true })
    writeFileSync(`${file}.new`, JSON.stringify(contents), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  },
})
