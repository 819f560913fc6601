import type { Failure } from '../../domain/failure.ts'

/** The database cannot be used; carries what to tell a person. Thrown, as no caller can go on. */
export class StoreError extends Error {
  readonly failure: Failure

  constructor(failure: Failure, cause?: unknown) {
    super(failure.message, { cause })
    this.name = 'StoreError'
    this.failure = failure
  }
}

export const problems = {
  corrupt: {
    kind: 'database-corrupt',
    message: 'Linework’s data on this computer is damaged.',
    remedy: 'Put back the newest backup. The damaged file is kept beside it.',
  },
  missing: {
    kind: 'database-corrupt',
    message: 'Linework’s data is no longer where it was on this computer.',
    remedy: 'Put back the newest copy from its backups folder.',
  },
  notUpgraded: {
    kind: 'database-not-upgraded',
    message:
      'Linework’s data on this computer could not be brought up to date. It was left as it is.',
    remedy: 'Install the version of Linework you had before, and ask for help.',
  },
  newer: {
    kind: 'database-newer',
    message: 'The data on this computer was written by a newer version of Linework.',
    remedy: 'Install the newest version of Linework.',
  },
  readOnly: {
    kind: 'database-read-only',
    message: 'Linework cannot write its data on this computer.',
    remedy: 'Make Linework’s data folder writable for this user, then start Linework again.',
  },
  full: {
    kind: 'disk-full',
    message: 'The disk is full, so the change was not saved.',
    remedy: 'Free some space on this computer’s disk, then try again.',
  },
} as const satisfies Record<string, Failure>

/** SQLite's result codes (sqlite.org/rescode.html) and the file system's, by how they begin. */
const meaning: readonly (readonly [string, Failure])[] = [
  ['SQLITE_CORRUPT', problems.corrupt],
  ['SQLITE_NOTADB', problems.corrupt],
  ['SQLITE_FULL', problems.full],
  ['ENOSPC', problems.full],
  ['SQLITE_READONLY', problems.readOnly],
  ['SQLITE_CANTOPEN', problems.readOnly],
  ['SQLITE_PERM', problems.readOnly],
  ['SQLITE_IOERR', problems.readOnly],
  ['EACCES', problems.readOnly],
  ['EPERM', problems.readOnly],
  ['EROFS', problems.readOnly],
  ['ENOTDIR', problems.readOnly],
  ['EEXIST', problems.readOnly],
]

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return codeOf(error.cause)
}

/** What is wrong with the disk or the database, where that is what `error` says; null for a bug. */
export const storeFailureOf = (error: unknown): Failure | null => {
  if (error instanceof StoreError) return error.failure
  const code = codeOf(error)
  return meaning.find(([start]) => code.startsWith(start))?.[1] ?? null
}

/** Runs `work`; what the disk or SQLite refuses comes out as a StoreError, a bug as it is. */
export const translated = <T>(work: () => T): T => {
  try {
    return work()
  } catch (error) {
    const failure = storeFailureOf(error)
    throw failure && !(error instanceof StoreError) ? new StoreError(failure, error) : error
  }
}
