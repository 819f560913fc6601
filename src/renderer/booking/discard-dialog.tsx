import { answerWaiting, useDrawer } from '../stores/drawer.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogActions } from '../ui/dialog.tsx'
import { text } from './text.ts'

/** Asks before unsaved input is left; it can wait, also over a restart. */
export const DiscardDialog = () =>
  useDrawer((state) => state.waiting !== null) ? (
    <Dialog title={text.discardTitle} onClose={() => answerWaiting('stay')}>
      <p>{text.discardBody}</p>
      <DialogActions>
        <Button look="danger" onPress={() => answerWaiting('discard')}>
          {text.discard}
        </Button>
        <Button onPress={() => answerWaiting('stay')}>{text.keep}</Button>
        <Button look="ink" onPress={() => answerWaiting('keep')} autoFocus>
          {text.keepDraft}
        </Button>
      </DialogActions>
    </Dialog>
  ) : null
