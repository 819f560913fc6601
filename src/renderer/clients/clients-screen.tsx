import { UserPlus, Users } from 'lucide-react'
import { useState } from 'react'
import type { Client } from '../../domain/client.ts'
import { showClient, useView } from '../stores/view.ts'
import { Button } from '../ui/button.tsx'
import { Empty, Spinner } from '../ui/message.tsx'
import { Unanswered } from '../ui/unanswered.tsx'
import { ClientDialog } from './client-dialog.tsx'
import { ClientList } from './client-list.tsx'
import { ClientPage } from './client-page.tsx'
import styles from './clients.module.css'
import { MOST, useFoundClients } from './found-clients.ts'
import { ClientSearch } from './client-search.tsx'
import { text } from './text.ts'

/** Whose page is open: whoever was chosen, but while something is sought only among who was found. */
export const shownOf = (
  chosen: string | null,
  found: readonly Client[],
  typed: string,
): string | undefined =>
  chosen !== null && (typed === '' || found.some(({ id }) => id === chosen)) ? chosen : found[0]?.id

/** Everybody who was tattooed or wants to be: found by typing, one at a time in full. */
export const ClientsScreen = () => {
  const [search, setSearch] = useState('')
  const [adding, setAdding] = useState(false)
  const { clients, failure } = useFoundClients(search)
  const typed = search.trim()
  const chosen = shownOf(
    useView((view) => view.clientId),
    clients ?? [],
    typed,
  )
  const add = (
    <Button look="ink" onPress={() => setAdding(true)}>
      <UserPlus size={16} strokeWidth={1.75} aria-hidden="true" />
      {typed ? text.newNamed(typed) : text.newClient}
    </Button>
  )
  const dialog = adding && (
    <ClientDialog
      client={null}
      name={typed}
      onClose={() => setAdding(false)}
      onSaved={(id) => {
        setSearch('')
        showClient(id)
      }}
    />
  )
  if (!clients)
    return failure ? (
      <Unanswered failure={failure} />
    ) : (
      <div className={styles.loading} role="status">
        <Spinner size={24} />
        <span className="visually-hidden">{text.loading}</span>
      </div>
    )
  if (clients.length === 0 && typed === '')
    return (
      <Empty title={text.noClients} icon={<Users size={32} strokeWidth={1.5} />}>
        <p>{text.noClientsHint}</p>
        {add}
        {dialog}
      </Empty>
    )
  return (
    <div className={styles.screen}>
      <nav className={styles.finder} aria-label={text.clients}>
        <ClientSearch value={search} onChange={setSearch} />
        {clients.length > 0 ? (
          <ClientList clients={clients} selected={chosen ?? null} />
        ) : (
          <div className={styles.nobody} role="status">
            <strong>{text.nobody(typed)}</strong>
            <p>{text.nobodyHint}</p>
            {add}
          </div>
        )}
        {clients.length === MOST && <p className={styles.more}>{text.firstOf(MOST)}</p>}
      </nav>
      {chosen ? <ClientPage key={chosen} id={chosen} /> : <div />}
      {dialog}
    </div>
  )
}
