import { useState } from 'react'
import type { Client } from '../../domain/client.ts'
import type { Failure } from '../../domain/failure.ts'
import { ask } from '../bridge.ts'
import { tell } from '../stores/toasts.ts'
import { showClient } from '../stores/view.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/message.tsx'
import { TextField } from '../ui/text-field.tsx'
import { blank, changesTo, type ClientEntry } from './client-entry.ts'
import styles from './clients.module.css'
import { text } from './text.ts'
import { useDuplicate } from '../stores/duplicate.ts'
import { say } from '../format/said.ts'
import { usePlace } from '../stores/place.ts'

interface ClientDialogProps {
  /** The client to change; null for a new one. */
  client: Client | null
  /** What a new one is called so far. */
  name?: string
  onClose: () => void
  onSaved?: (id: string) => void
}

/** Everything known about a client, to write down. Only what was changed is saved. */
export const ClientDialog = ({ client, name = '', onClose, onSaved }: ClientDialogProps) => {
  const place = usePlace()
  const [before] = useState<ClientEntry>(client ?? { ...blank, name })
  const [entry, setEntry] = useState(before)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const duplicate = useDuplicate(entry, client?.id ?? null)
  const changes = changesTo(before, entry)
  const dirty = Object.keys(changes).length > 0
  const field = failure?.field?.split('.').at(-1)

  const save = async (): Promise<void> => {
    setBusy(true)
    const result = client
      ? await ask('clients.update', { id: client.id, changes })
      : await ask('clients.create', entry)
    setBusy(false)
    if (!result.ok) return setFailure(result.error)
    tell('ok', client ? text.saved : text.added(result.value.name))
    onClose()
    onSaved?.(result.value.id)
  }
  const input = (key: keyof ClientEntry) => ({
    label: text[key],
    value: entry[key],
    onChange: (value: string) => setEntry({ ...entry, [key]: value }),
    error: failure && field === key ? say(failure, place) : undefined,
  })
  return (
    <Confirm
      title={client ? text.editTitle(client.name) : text.newClient}
      confirm={client ? text.save : text.add}
      back={text.cancel}
      wide
      busy={busy}
      disabled={entry.name.trim() === '' || (client !== null && !dirty)}
      onConfirm={() => void save()}
      unsaved={dirty}
      onClose={onClose}
    >
      {failure && !(field && field in entry) && <FailureNote failure={failure} />}
      <TextField {...input('name')} autoFocus />
      <div className={styles.pair}>
        <TextField {...input('phone')} type="tel" />
        <TextField {...input('email')} type="email" />
      </div>
      {duplicate && (
        <div className={styles.duplicate} role="status">
          {client ? text.shared(duplicate.name) : text.known(duplicate.name)}
          <Button
            size="small"
            onPress={() => {
              onClose()
              showClient(duplicate.id)
            }}
          >
            {text.takeKnown(duplicate.name)}
          </Button>
        </div>
      )}
      <TextField {...input('allergies')} hint={text.allergiesHint} lines={2} />
      <TextField {...input('notes')} lines={4} />
    </Confirm>
  )
}
