import { Plus, Search } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Command } from '../../contract/announcements.ts'
import { useKeptDraft } from '../stores/drawer.ts'
import { Button, Key } from '../ui/button.tsx'
import styles from './shell.module.css'
import { SyncControl } from './sync-control.tsx'
import { text } from './text.ts'

interface ToolbarProps {
  /** What the screen on show puts on the left. */
  children: ReactNode
  run: (command: Command) => void
  /** Left out where the screen has a search of its own. */
  withSearch: boolean
}

export const Toolbar = ({ children, run, withSearch }: ToolbarProps) => {
  const kept = useKeptDraft((state) => state.kept !== null)
  return (
    <header className={styles.toolbar}>
      <div className={styles.left}>{children}</div>
      {withSearch && (
        <Button
          className={styles.search}
          aria-keyshortcuts="Control+F"
          onPress={() => run('search')}
        >
          <Search size={16} strokeWidth={1.75} aria-hidden="true" />
          <span className={styles.searchWord}>{text.search}</span>
          <Key>Ctrl F</Key>
        </Button>
      )}
      <SyncControl />
      <Button look="ink" onPress={() => run('new-booking')} aria-keyshortcuts="n">
        <Plus size={16} strokeWidth={2} aria-hidden="true" />
        {kept ? text.resumeDraft : text.newBooking}
        <span className={styles.newKey}>
          <Key>N</Key>
        </span>
      </Button>
    </header>
  )
}
