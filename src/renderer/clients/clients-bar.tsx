import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { Client } from '../../domain/client.ts'
import { useClients } from '../stores/reads.ts'
import { showClient } from '../stores/view.ts'
import { Bar } from '../ui/bar.tsx'
import { Button } from '../ui/button.tsx'
import { ClientDialog } from './client-dialog.tsx'
import { DuplicatesButton } from './duplicates-button.tsx'
import { everyone, MOST } from './found-clients.ts'
import { text } from './text.ts'

const nobody: readonly Client[] = []

export const ClientsBar = () => {
  const [adding, setAdding] = useState(false)
  const all = useClients(everyone).value
  const number = all && (all.length < MOST ? String(all.length) : `${MOST}+`)
  return (
    <Bar title={text.clients} aside={number}>
      <DuplicatesButton clients={all ?? nobody} />
      <Button onPress={() => setAdding(true)}>
        <UserPlus size={16} strokeWidth={1.75} aria-hidden="true" />
        {text.newClient}
      </Button>
      {adding && (
        <ClientDialog client={null} onClose={() => setAdding(false)} onSaved={showClient} />
      )}
    </Bar>
  )
}
