import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Key } from '../ui/button.tsx'
import styles from './shell.module.css'
import { SyncControl } from './sync-control.tsx'
import { text } from './text.ts'

interface ToolbarProps {
  /** What the screen on show puts on the left. */
  children: ReactNode
  onNewBooking: () => void
}

export const Toolbar = ({ children, onNewBooking }: ToolbarProps) => (
  <header className={styles.toolbar}>
    <div className={styles.left}>{children}</div>
    <SyncControl />
    <Button look="ink" onPress={onNewBooking} aria-keyshortcuts="n">
      <Plus size={16} strokeWidth={2} aria-hidden="true" />
      {text.newBooking}
      <span className={styles.newKey}>
        <Key>N</Key>
      </span>
    </Button>
  </header>
)
