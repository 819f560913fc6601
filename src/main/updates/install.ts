import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, copyFile, rename, rm } from 'node:fs/promises'
import { failed, ok, type Result } from '../../domain/failure.ts'
import type { InstallKind } from '../../domain/update.ts'
import type { UpdateFile } from './description.ts'
import { notAsSigned, notReplaced } from './refusals.ts'

/** What is started once this program has closed its database. */
export interface Successor {
  readonly command: string
  readonly args: readonly string[]
}

/**
 * The AppImage that `program` runs from; null where it is none. The two variables are handed on to
 * whatever an AppImage starts, so a program that does not lie in the mounted folder is another one.
 */
export const ownAppImage = (
  env: Readonly<Record<string, string | undefined>>,
  program: string,
): string | null => {
  const { APPIMAGE: file, APPDIR: mounted } = env
  return file && mounted && program.startsWith(`${mounted.replace(/\/$/, '')}/`) ? file : null
}

/** How this copy was installed; `appImage` is the file it runs from, where it is one. */
export const installKindOf = (platform: string, appImage: string | null): InstallKind => {
  if (platform === 'darwin') return 'dmg'
  if (platform === 'win32') return 'nsis'
  return appImage === null ? 'deb' : 'AppImage'
}

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha512')
  for await (const piece of createReadStream(path)) hash.update(piece)
  return hash.digest('base64')
}

/**
 * Puts a downloaded AppImage in the place of the one that runs: beside it, checked, and then over it
 * in one step, so that there is a whole program at every moment.
 */
const replace = async (
  path: string,
  file: UpdateFile,
  appImage: string,
): Promise<Result<Successor>> => {
  const beside = `${appImage}.new`
  try {
    await copyFile(path, beside)
    if ((await hashOf(beside)) !== file.sha512) return failed(notAsSigned)
    await chmod(beside, 0o755)
    await rename(beside, appImage)
    return ok({ command: appImage, args: [] })
  } catch {
    return failed(notReplaced)
  } finally {
    await rm(beside, { force: true }).catch(() => undefined)
  }
}

/**
 * Makes a checked download ready and says what to start for it: the new program itself, or the
 * system's installer, which asks once more. A deb is installed by a person.
 */
export const prepareInstall = async (
  kind: Exclude<InstallKind, 'deb'>,
  path: string,
  file: UpdateFile,
  appImage: string | null,
): Promise<Result<Successor>> => {
  if (kind === 'AppImage' && appImage !== null) return replace(path, file, appImage)
  const found = await hashOf(path).catch(() => null)
  if (found !== file.sha512) return failed(notAsSigned)
  return ok(
    kind === 'nsis'
      ? { command: path, args: ['--updated'] }
      : { command: '/usr/bin/open', args: [path] },
  )
}
