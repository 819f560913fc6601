import { ask } from '../bridge.ts'
import { useKeptDraft } from './drawer.ts'
import { keepDrafts, readDraft } from './keep-draft.ts'

const later = (ms: number, then: () => void): (() => void) => {
  const timer = setTimeout(then, ms)
  return () => clearTimeout(timer)
}

let stop = (): void => {}

/** Brings back the draft of this studio, and from now on writes down what is unsaved. */
export const recallDraft = async (): Promise<void> => {
  // What was written down belongs to the studio it was entered in.
  stop()
  useKeptDraft.setState({ kept: null })
  const answer = await ask('drafts.get')
  stop()
  if (answer.ok) useKeptDraft.setState({ kept: readDraft(answer.value) })
  stop = keepDrafts({
    save: (draft) => void ask('drafts.save', { draft }),
    clear: () => void ask('drafts.clear'),
    later,
  })
}
