import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fail, ok, type Result } from '../../domain/failure.ts'

/** What a person is offered to save, and under which name. */
export interface FileSuggestion {
  /** With the ending. */
  readonly name: string
  readonly kind: 'Table' | 'Calendar' | 'JSON' | 'Archive'
}

/** Asks a person where to save; answers the path, or null when nothing is to be saved. */
export type ChooseFile = (suggestion: FileSuggestion) => Promise<string | null>

/** Saves text where a person says; answers the file's name, null when they changed their mind. */
export const saveText = async (
  chooseFile: ChooseFile,
  suggestion: FileSuggestion,
  text: string,
): Promise<Result<{ file: string | null }>> => {
  const path = await chooseFile(suggestion)
  if (path === null) return ok({ file: null })
  try {
    await writeFile(path, text)
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
