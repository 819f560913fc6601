import { ArrowLeftRight } from 'lucide-react'
import { useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import type { Client } from '../../domain/client.ts'
import type { Failure } from '../../domain/failure.ts'
import { ask } from '../bridge.ts'
import { useClients } from '../stores/reads.ts'
import { tell } from '../stores/toasts.ts'
import { showClient } from '../stores/view.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/classes.ts'
import { Confirm } from '../ui/dialog.tsx'
import floating from '../ui/floating.module.css'
import { FailureNote } from '../ui/message.tsx'
import styles from './merge.module.css'
import { ClientSearch } from './client-search.tsx'
import { text } from './text.ts'

interface MergeDialogProps {
  client: Client
  /** The second entry of the same person, where it is known. */
  other: Client | null
  onClose: () => void
}

const reach = ({ phone, email }: Client): string => [phone, email].filter(Boolean).join(' · ')

/** Makes one entry of two for the same person; which one stays is chosen here. */
export const MergeDialog = ({ client, other, onClose }: MergeDialogProps) => {
  const [second, setSecond] = useState(other)
  const [swapped, setSwapped] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [keep, drop] = swapped && second ? [second, client] : [client, second]

  const merge = async (): Promise<void> => {
    if (!drop) return
    setBusy(true)
    const result = await ask('clients.merge', { keep: keep.id, drop: drop.id })
    setBusy(false)
    if (!result.ok) return setFailure(result.error)
    tell('ok', text.merged(result.value.name))
    showClient(result.value.id)
    onClose()
  }
  return (
    <Confirm
      title={text.mergeTitle(client.name)}
      confirm={text.mergeConfirm}
      back={text.cancel}
      wide
      busy={busy}
      disabled={drop === null}
      onConfirm={() => void merge()}
      onClose={onClose}
    >
      <p>{text.mergeBody}</p>
      {failure && <FailureNote failure={failure} />}
      {drop ? (
        <div className={styles.pair}>
          <Entry label={text.remains} client={keep} />
          <Button look="quiet" icon aria-label={text.swap} onPress={() => setSwapped(!swapped)}>
            <ArrowLeftRight size={16} strokeWidth={1.75} aria-hidden="true" />
          </Button>
          <Entry label={text.joins} client={drop} />
        </div>
      ) : (
        <Finder not={client.id} onChoose={setSecond} />
      )}
    </Confirm>
  )
}

const Entry = ({ label, client }: { label: string; client: Client }) => (
  <div className={styles.entry}>
    <small>{label}</small>
    <strong>{client.name}</strong>
    <span>{reach(client)}</span>
  </div>
)

const Finder = ({ not, onChoose }: { not: string; onChoose: (client: Client) => void }) => {
  const [search, setSearch] = useState('')
  const found = useClients({ search: search.trim(), limit: 8 }).value ?? []
  const others = found.filter(({ id }) => id !== not)
  return (
    <div className={styles.finder}>
      <ClientSearch value={search} onChange={setSearch} />
      <ListBox
        aria-label={text.clients}
        className={cx(floating.list)}
        items={others}
        onAction={(id) => {
          const client = others.find((one) => one.id === id)
          if (client) onChoose(client)
        }}
      >
        {(client) => (
          <ListBoxItem id={client.id} textValue={client.name} className={cx(floating.item)}>
            <bdi>{client.name}</bdi> <small>{reach(client)}</small>
          </ListBoxItem>
        )}
      </ListBox>
    </div>
  )
}
