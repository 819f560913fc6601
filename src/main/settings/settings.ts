import type { ParsedOf } from '../../contract/questions.ts'
import type { Settings } from '../../domain/settings.ts'
import type { Store } from '../store/store.ts'

export const settingsUseCases = ({ store }: { readonly store: Store }) => ({
  get: (): Settings => store.read.settings.get(),

  update: (input: ParsedOf<'settings.update' | 'settings.appearance'>): Settings =>
    store.transaction((tx) => {
      tx.settings.update(input)
      return tx.settings.get()
    }),
})
