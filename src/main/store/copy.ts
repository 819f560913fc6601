import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { problems, StoreError, translated } from './errors.ts'
import { isSound, newestApplied } from './version.ts'

export interface CopyOptions {
  /** When the newest migration that this program knows was made; a newer copy is refused. */
  readonly newest: number
  readonly nativeBinding?: string | undefined
}

/** More pages than any database has: the copy is one step, of one state. */
const ALL_PAGES = 0x7fff_ffff

/**
 * Copies a database that may be in use (SQLite's online backup) to `target`, which is there whole and
 * checked, or not at all. Throws StoreError; holds up its thread, so it is not run in the main one.
 */
export const copyDatabase = async (
  source: string,
  target: string,
  unfinished: string,
  options: CopyOptions,
): Promise<void> => {
  removeDatabase(unfinished)
  try {
    const client = translated(
      () =>
        new Database(source, {
          readonly: true,
          fileMustExist: true,
          nativeBinding: options.nativeBinding,
        }),
    )
    try {
      await client.backup(unfinished, { progress: () => ALL_PAGES })
    } finally {
      client.close()
    }
    finishCopy(unfinished, target, options)
  } catch (error) {
    removeDatabase(unfinished)
    throw translatedError(error)
  }
}

/** Checks a fresh copy, puts it on the disk for good and gives it its name. */
export const finishCopy = (unfinished: string, target: string, options: CopyOptions): void => {
  // One file that can be carried away, without a write-ahead log beside it.
  const copy = new Database(unfinished, { nativeBinding: options.nativeBinding })
  try {
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
  checkDatabase(unfinished, options)
  flush(unfinished)
  renameSync(unfinished, target)
}

/**
 * Opens a database read-only and looks whether it is whole: its pages, its references, its version.
 * Throws StoreError: `database-corrupt`, `database-newer`, `database-read-only`.
 */
export const checkDatabase = (file: string, { newest, nativeBinding }: CopyOptions): void =>
  translated(() => {
    const client = new Database(file, { readonly: true, fileMustExist: true, nativeBinding })
    try {
      const applied = isSound(client) ? newestApplied(client) : null
      if (applied === null) throw new StoreError(problems.corrupt)
      if (applied > newest) throw new StoreError(problems.newer)
      if (client.pragma('foreign_key_check', { simple: true }) !== undefined)
        throw new StoreError(problems.corrupt)
    } finally {
      client.close()
    }
  })

/** The files a database consists of. */
export const databaseFiles = (file: string): string[] =>
  ['', '-wal', '-shm', '-journal'].map((end) => file + end).filter((one) => existsSync(one))

export const removeDatabase = (file: string): void => {
  for (const one of databaseFiles(file)) rmSync(one, { force: true })
}

const flush = (file: string): void => {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const translatedError = (error: unknown): unknown => {
  try {
    return translated(() => {
      throw error
    })
  } catch (told) {
    return told
  }
}
