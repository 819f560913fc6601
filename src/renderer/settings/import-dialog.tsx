import { useEffect, useState } from 'react'
import type { ImportOutcome, ImportPreview } from '../../domain/import.ts'
import { ask } from '../bridge.ts'
import { words } from '../i18n/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogActions } from '../ui/dialog.tsx'
import { ImportSource } from './import-source.tsx'
import { ImportRows } from './import-rows.tsx'
import { saveAndTell } from './save-and-tell.ts'

const text = words.imports

/** Imports a list of artists and calendars: choose it, look at every row, import the good ones. */
export const ImportDialog = ({ onClose }: { onClose: () => void }) => {
  // Kept here: whoever goes back from the rows finds what they pasted.
  const [pasted, setPasted] = useState('')
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null)
  useEffect(() => () => void ask('import.cancel'), [])
  if (outcome && preview) return <Done outcome={outcome} preview={preview} onClose={onClose} />
  if (preview)
    return <ImportRows preview={preview} onDone={setOutcome} onBack={() => setPreview(null)} />
  return <ImportSource pasted={pasted} onPaste={setPasted} onRead={setPreview} onClose={onClose} />
}

interface DoneProps {
  outcome: ImportOutcome
  preview: ImportPreview
  onClose: () => void
}

const Done = ({ outcome, preview, onClose }: DoneProps) => (
  <Dialog title={text.doneTitle} onClose={onClose}>
    <p>{text.made(outcome.artists, outcome.calendars)}</p>
    {outcome.accounts > 0 && <p>{text.passwords(outcome.accounts)}</p>}
    {outcome.left > 0 && <p>{text.left(outcome.left)}</p>}
    <DialogActions>
      {preview.counts.bad > 0 && (
        <Button onPress={() => void saveAndTell(() => ask('import.saveBadRows'))}>
          {text.saveBad}
        </Button>
      )}
      <Button look="ink" onPress={onClose}>
        {text.done}
      </Button>
    </DialogActions>
  </Dialog>
)
