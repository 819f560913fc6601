import { FileDown } from 'lucide-react'
import { useRef, useState } from 'react'
import { DropZone, type DropZoneProps } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Text } from 'react-aria-components/Text'
import type { InputOf } from '../../contract/questions.ts'
import type { Failure } from '../../domain/failure.ts'
import type { ImportPreview } from '../../domain/import.ts'
import { ask } from '../bridge.ts'
import { words } from '../i18n/words.ts'
import { useImportProgress } from '../stores/reads.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/dialog.tsx'
import { FailureNote, Spinner } from '../ui/message.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './import.module.css'
import { saveAndTell } from './save-and-tell.ts'

const text = words.imports

interface ImportSourceProps {
  pasted: string
  onPaste: (rows: string) => void
  onRead: (preview: ImportPreview) => void
  onClose: () => void
}

type DropEvent = Parameters<NonNullable<DropZoneProps['onDrop']>>[0]

const firstFile = async ({ items }: DropEvent): Promise<File | null> => {
  const item = items.find(({ kind }) => kind === 'file')
  return item?.kind === 'file' ? item.getFile() : null
}

/** Where the rows come from: a file that is dropped or chosen, or what is pasted. */
export const ImportSource = ({ pasted, onPaste, onRead, onClose }: ImportSourceProps) => {
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const progress = useImportProgress().value
  const turn = useRef(0)

  const read = async (input: InputOf<'import.read'>): Promise<void> => {
    const mine = ++turn.current
    setBusy(true)
    setFailure(null)
    const result = await ask('import.read', input)
    if (turn.current !== mine) return
    setBusy(false)
    if (result.ok) onRead(result.value)
    else if (result.error.kind !== 'cancelled') setFailure(result.error)
  }
  const readFile = async (file: File | null | undefined): Promise<void> => {
    if (file) await read({ bytes: new Uint8Array(await file.arrayBuffer()) })
  }
  const stop = (): void => {
    turn.current += 1
    setBusy(false)
    void ask('import.cancel')
  }
  return (
    <Confirm
      title={text.title}
      confirm={text.look}
      back={text.cancel}
      wide
      busy={busy}
      disabled={pasted.trim() === ''}
      onConfirm={() => void read({ text: pasted })}
      unsaved={!busy && pasted.trim() !== ''}
      onClose={busy ? stop : onClose}
    >
      <p>{text.hint}</p>
      {busy ? (
        <p role="status" className={styles.reading}>
          <Spinner /> {text.reading(progress?.done ?? 0)}
        </p>
      ) : (
        <>
          <DropZone
            className={styles.drop ?? ''}
            onDrop={(event) => void firstFile(event).then(readFile)}
          >
            <FileDown size={24} strokeWidth={1.6} aria-hidden="true" />
            <Text slot="label">{text.drop}</Text>
            <FileTrigger
              acceptedFileTypes={['.csv', '.json', '.txt', '.tsv']}
              onSelect={(files) => void readFile(files?.[0])}
            >
              <Button>{text.choose}</Button>
            </FileTrigger>
          </DropZone>
          <TextField
            label={text.paste}
            hint={text.pasteHint}
            value={pasted}
            onChange={onPaste}
            lines={5}
          />
        </>
      )}
      {failure && <FailureNote failure={failure} />}
      <div className={styles.saves}>
        <span>{text.saveAs}</span>
        <Button
          size="small"
          onPress={() => void saveAndTell(() => ask('import.saveAll', { format: 'csv' }))}
        >
          {text.saveCsv}
        </Button>
        <Button
          size="small"
          onPress={() => void saveAndTell(() => ask('import.saveAll', { format: 'json' }))}
        >
          {text.saveJson}
        </Button>
      </div>
    </Confirm>
  )
}
