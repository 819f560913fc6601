import { Merge } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Client } from '../../domain/client.ts'
import { Button } from '../ui/button.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { Tag } from '../ui/tag.tsx'
import { duplicatesAmong, type Pair } from './duplicates.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { text } from './text.ts'

/** As many as a menu holds; the others follow when these are settled. */
const SHOWN = 12

/** Entries that look like one person, to be merged two at a time; nothing where there are none. */
export const DuplicatesButton = ({ clients }: { clients: readonly Client[] }) => {
  const pairs = useMemo(() => duplicatesAmong(clients), [clients])
  const [merging, setMerging] = useState<Pair | null>(null)
  return (
    <>
      {pairs.length > 0 && (
        <Menu
          label={text.duplicates}
          trigger={
            <Button>
              <Merge size={16} strokeWidth={1.75} aria-hidden="true" />
              {text.duplicates}
              <Tag tone="warn">{pairs.length}</Tag>
            </Button>
          }
        >
          {pairs.slice(0, SHOWN).map((pair) => (
            <MenuItem
              key={pair[1].id}
              name={text.pair(pair[0].name, pair[1].name)}
              onAction={() => setMerging(pair)}
            >
              {text.pair(pair[0].name, pair[1].name)}
            </MenuItem>
          ))}
        </Menu>
      )}
      {merging && (
        <MergeDialog client={merging[0]} other={merging[1]} onClose={() => setMerging(null)} />
      )}
    </>
  )
}
