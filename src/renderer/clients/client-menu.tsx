import { Ellipsis, Eraser, FileDown, Merge } from 'lucide-react'
import { useState } from 'react'
import type { Client } from '../../domain/client.ts'
import { act } from '../stores/act.ts'
import { tell } from '../stores/toasts.ts'
import { Button } from '../ui/button.tsx'
import { Menu, MenuItem, MenuLine } from '../ui/menu.tsx'
import { EraseDialog } from './erase-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { text } from './text.ts'

const sign = { size: 15, strokeWidth: 1.75, 'aria-hidden': true } as const

/** What is seldom done with a client's entry. */
export const ClientMenu = ({ client }: { client: Client }) => {
  const [open, setOpen] = useState<'merge' | 'erase' | null>(null)
  const close = (): void => setOpen(null)
  const save = async (): Promise<void> => {
    const result = await act('export.save', { kind: 'client', id: client.id })
    if (result.ok && result.value.file !== null) tell('ok', text.exported(result.value.file))
  }
  return (
    <>
      <Menu
        label={text.more}
        trigger={
          <Button icon aria-label={text.more}>
            <Ellipsis size={16} aria-hidden="true" />
          </Button>
        }
      >
        <MenuItem name={text.merge} onAction={() => setOpen('merge')}>
          <Merge {...sign} />
          {text.merge}
        </MenuItem>
        <MenuItem name={text.export} onAction={() => void save()}>
          <FileDown {...sign} />
          {text.export}
        </MenuItem>
        <MenuLine />
        <MenuItem name={text.erase} onAction={() => setOpen('erase')}>
          <Eraser {...sign} />
          {text.erase}
        </MenuItem>
      </Menu>
      {open === 'merge' && <MergeDialog client={client} other={null} onClose={close} />}
      {open === 'erase' && <EraseDialog client={client} onClose={close} />}
    </>
  )
}
