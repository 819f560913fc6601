import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import type { BackupView } from '../../domain/backup.ts'
import { fail, ok, type Result } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import type { FileSuggestion } from '../export/write-file.ts'
import type { Store } from '../store/store.ts'
import { reportFiles } from './report.ts'

export interface DiagnosticsDesk {
  readonly store: Store
  readonly now: () => Instant
  readonly versions: Readonly<Record<string, string>>
  readonly logFolder: string
  readonly checkDatabase: () => Promise<Result<unknown>>
  readonly backups: () => readonly BackupView[]
  readonly secrets: () => readonly string[]
  readonly chooseFile: (suggestion: FileSuggestion) => Promise<string | null>
}

/** Characters of the log that are handed over: some days, and small enough for a mail. */
const TAIL = 1_500_000

/** Asks where, and saves what support needs; answers the file's name, null when nobody chose one. */
export const saveDiagnostics = async (
  desk: DiagnosticsDesk,
): Promise<Result<{ file: string | null }>> => {
  const path = await desk.chooseFile({
    name: `linework-support-${new Date(desk.now()).toISOString().slice(0, 10)}.zip`,
    kind: 'Archive',
  })
  if (path === null) return ok({ file: null })
  const files = reportFiles({
    read: desk.store.read,
    versions: desk.versions,
    log: await readLog(desk.logFolder),
    check: await desk.checkDatabase(),
    backups: desk.backups(),
    secrets: desk.secrets(),
  })
  const zip = zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  )
  try {
    await writeFile(path, zip)
    return ok({ file: basename(path) })
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOSPC'
      ? fail('disk-full', 'The disk is full, so the file was not saved.', {
          remedy: 'Free some space on this disk, or choose another one.',
        })
      : fail('not-allowed', 'The file could not be saved there.', {
          remedy: 'Choose another folder or name, and close the file if it is open elsewhere.',
        })
  }
}

const readLog = async (folder: string): Promise<string> => {
  const parts = await Promise.all(
    ['linework.old.log', 'linework.log'].map((name) =>
      readFile(join(folder, name), 'utf8').catch(() => ''),
    ),
  )
  const whole = parts.join('')
  return whole.length > TAIL ? whole.slice(whole.indexOf('\n', whole.length - TAIL) + 1) : whole
}
