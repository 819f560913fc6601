import type { ParsedOf } from '../../contract/questions.ts'
import type { Store } from '../store/store.ts'

/** What was typed into the booking form survives closing and restarting. */
export const draftUseCases = ({ store }: { readonly store: Store }) => ({
  get: (): string | null => store.read.drafts.get(),

  save: ({ draft }: ParsedOf<'drafts.save'>): null => {
    store.transaction((tx) => tx.drafts.save(draft))
    return null
  },

  clear: (): null => {
    store.transaction((tx) => tx.drafts.clear())
    return null
  },
})
