import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { erasedName } from '../../domain/client.ts'
import type { Instant } from '../../domain/interval.ts'
import { translated } from '../store/errors.ts'
import type { Tables } from '../store/tables.ts'
import { forgetClient } from './erase.ts'

/**
 * Who was erased, beside the database: a backup from before does not know. Nothing but the ids that
 * Linework made up for them.
 */
const NAME = 'erased-clients.json'

/** The ids that are written down; none where there is no such file, or none that can be read. */
export const erasuresIn = (dataFolder: string): readonly string[] => {
  try {
    const kept: unknown = JSON.parse(readFileSync(join(dataFolder, NAME), 'utf8'))
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

/** Throws StoreError where the disk is full or read-only; then nothing is lost that was there. */
export const keepErasure = (dataFolder: string, id: string): void =>
  translated(() => {
    const ids = new Set([...erasuresIn(dataFolder), id])
    const file = join(dataFolder, NAME)
    writeFileSync(`${file}.new`, `${JSON.stringify([...ids], null, 2)}\n`, { flush: true })
    renameSync(`${file}.new`, file)
  })

/**
 * Erases these people from a database that was made before they were, whatever is still to come in
 * it. Whom it does not know gets an empty entry, so that no event brings the name back.
 */
export const eraseAgain = (tx: Tables, ids: readonly string[], now: Instant): void => {
  for (const id of ids) {
    const row = tx.clients.get(id)
    if (!row) tx.clients.insert({ id, name: erasedName, createdAt: now, erasedAt: now })
    else if (row.erasedAt === null) forgetClient(tx, id, now)
  }
}
