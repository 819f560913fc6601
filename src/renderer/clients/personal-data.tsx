import { Eraser, FileDown } from 'lucide-react'
import { useState } from 'react'
import type { Client } from '../../domain/client.ts'
import { act } from '../stores/act.ts'
import { tell } from '../stores/toasts.ts'
import { Button } from '../ui/button.tsx'
import { EraseDialog } from './erase-dialog.tsx'
import styles from './page.module.css'
import { text } from './text.ts'

const icon = { size: 15, strokeWidth: 1.75, 'aria-hidden': true } as const

/** What a person may ask for: all that is kept about them, and that it is gone. */
export const PersonalData = ({ client }: { client: Client }) => {
  const [erasing, setErasing] = useState(false)
  const save = async (): Promise<void> => {
    const result = await act('export.save', { kind: 'client', id: client.id })
    if (result.ok && result.value.file !== null) tell('ok', text.exported(result.value.file))
  }
  return (
    <section className={styles.personal} aria-label={text.personal}>
      <h3>{text.personal}</h3>
      <Button size="small" onPress={() => void save()}>
        <FileDown {...icon} />
        {text.export}
      </Button>
      <Button size="small" look="danger" onPress={() => setErasing(true)}>
        <Eraser {...icon} />
        {text.erase}
      </Button>
      {erasing && <EraseDialog client={client} onClose={() => setErasing(false)} />}
    </section>
  )
}
