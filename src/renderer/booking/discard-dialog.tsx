import { answerWaiting, useDrawer } from '../stores/drawer.ts'
import { Confirm } from '../ui/dialog.tsx'
import { text } from './text.ts'

/** Asks before unsaved input is left. */
export const DiscardDialog = () =>
  useDrawer((state) => state.waiting !== null) ? (
    <Confirm
      title={text.discardTitle}
      confirm={text.discard}
      back={text.keep}
      danger
      onConfirm={() => answerWaiting(true)}
      onClose={() => answerWaiting(false)}
    >
      <p>{text.discardBody}</p>
    </Confirm>
  ) : null
