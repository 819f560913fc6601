import type { Result } from '../../domain/failure.ts'
import { words } from '../i18n/words.ts'
import { tell, tellFailure } from '../stores/toasts.ts'

/** Says under which name something was saved, or why not; nothing where a person changed their mind. */
export const saveAndTell = async (
  save: () => Promise<Result<{ readonly file: string | null }>>,
): Promise<void> => {
  const saved = await save()
  if (!saved.ok) tellFailure(saved.error)
  else if (saved.value.file !== null) tell('ok', words.imports.savedAs(saved.value.file))
}
