import { TriangleAlert, User, UserPlus, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import type { Client } from '../../domain/client.ts'
import type { DraftClient } from '../stores/draft.ts'
import { changeDraft } from '../stores/drawer.ts'
import { useAppointments, useClient, useClients } from '../stores/reads.ts'
import { cx } from '../ui/classes.ts'
import field from '../ui/field.module.css'
import floating from '../ui/floating.module.css'
import { Floating } from '../ui/floating.tsx'
import { Tag } from '../ui/tag.tsx'
import styles from './booking.module.css'
import { NewClient } from './new-client.tsx'
import { text } from './text.ts'
import { typedClient } from './typed-client.ts'

interface ClientFieldProps {
  client: DraftClient | null
  /** Artist and time are chosen: the client is the next to be typed. */
  next: boolean
  /** A new client can only come with a new booking. */
  mayCreate: boolean
}

/** A known client found by typing, or a new one. */
export const ClientField = ({ client, next, mayCreate }: ClientFieldProps) => {
  if (client?.kind === 'known') return <Chosen client={client.client} />
  if (client?.kind === 'new') return <NewClient client={client} />
  return <Finder next={next} mayCreate={mayCreate} />
}

const Finder = ({ next, mayCreate }: Omit<ClientFieldProps, 'client'>) => {
  const [typed, setTyped] = useState('')
  const box = useRef<HTMLDivElement>(null)
  const search = typed.trim()
  const found = useClients({ search, limit: 8 }).value ?? []
  const items = [
    ...found.map((client) => ({
      id: client.id,
      name: client.name,
      phone: client.phone || client.email,
    })),
    ...(mayCreate && search !== '' ? [{ id: 'new', name: text.newClient(search), phone: '' }] : []),
  ]
  const choose = (id: string): void => {
    const client = found.find((one) => one.id === id)
    if (client) changeDraft({ client: { kind: 'known', client } })
    else if (id === 'new') changeDraft({ client: typedClient(search) })
  }
  return (
    <ComboBox
      className={cx(field.field)}
      items={items}
      inputValue={typed}
      onInputChange={setTyped}
      onChange={(id) => id !== null && choose(String(id))}
      value={null}
      // The list is filled after it is asked to open: a name pasted into a studio without clients found none.
      allowsEmptyCollection={mayCreate && search !== ''}
      allowsCustomValue
      menuTrigger="input"
      {...(next ? { 'data-begin-here': true } : {})}
    >
      <Label className={cx(field.caption)}>{text.client}</Label>
      <div className={field.box} ref={box}>
        <User size={16} strokeWidth={1.75} aria-hidden="true" />
        <Input className={cx(field.bare)} placeholder={text.clientHint} />
      </div>
      <Floating flush triggerRef={box}>
        <ListBox className={cx(floating.list)}>
          {(item: (typeof items)[number]) => (
            <ListBoxItem id={item.id} textValue={item.name} className={cx(floating.item)}>
              {item.id === 'new' ? (
                <UserPlus size={16} strokeWidth={1.75} aria-hidden="true" />
              ) : (
                <User size={16} strokeWidth={1.75} aria-hidden="true" />
              )}
              <bdi>{item.name}</bdi>
              <span className={field.aside}>{item.phone}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Floating>
    </ComboBox>
  )
}

const Chosen = ({ client }: { client: Pick<Client, 'id' | 'name' | 'phone' | 'email'> }) => {
  const allergies = useClient({ id: client.id }).value?.allergies
  const history = useAppointments({ clientId: client.id }).value
  const visits = history?.filter(({ status }) => status === 'COMPLETED').length ?? 0
  const noShows = history?.filter(({ status }) => status === 'NO_SHOW').length ?? 0
  return (
    <div className={styles.group}>
      <div className={styles.caption}>{text.client}</div>
      <div className={styles.chosen}>
        <User size={16} strokeWidth={1.75} aria-hidden="true" />
        <strong>{client.name}</strong>
        <span>{client.phone || client.email}</span>
        <AriaButton
          className={cx(field.inline)}
          aria-label={text.clearClient}
          onPress={() => changeDraft({ client: null })}
        >
          <X size={15} aria-hidden="true" />
        </AriaButton>
      </div>
      <div className={styles.facts}>
        {allergies && (
          <Tag tone="warn">
            <TriangleAlert size={14} strokeWidth={1.75} aria-hidden="true" />
            {allergies}
          </Tag>
        )}
        {history && text.visits(visits, noShows)}
      </div>
    </div>
  )
}
