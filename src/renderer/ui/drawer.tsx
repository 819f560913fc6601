import { X } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { words } from '../i18n/words.ts'
import { Button } from './button.tsx'
import styles from './drawer.module.css'

interface DrawerProps {
  title: ReactNode
  label: string
  onClose: () => void
  children: ReactNode
  footer?: ReactNode
  /** Done at Ctrl and Enter, wherever in it the focus is. */
  onSend?: (() => void) | undefined
  /** Kept with everything typed, but out of sight. */
  hidden?: boolean
  /** Gets the focus in the end where what had it before is gone. */
  home?: () => HTMLElement | null
}

/**
 * A panel on the right; the rest of the window stays usable. Takes the focus, in the field within
 * `data-begin-here` where there is one, and gives it back.
 */
export const Drawer = ({
  title,
  label,
  onClose,
  children,
  footer,
  onSend,
  hidden = false,
  home,
}: DrawerProps) => {
  const panel = useRef<HTMLElement>(null)
  const latest = useRef(home)
  useEffect(() => {
    latest.current = home
  })
  useEffect(() => {
    const before = document.activeElement
    const body = panel.current?.querySelector('[data-drawer-body]')
    const next = body?.querySelector<HTMLElement>('[data-begin-here] input')
    ;(next ?? body?.querySelector<HTMLElement>('button, input'))?.focus()
    return () => {
      const isThere =
        before instanceof HTMLElement && before !== document.body && before.isConnected
      const back = isThere ? before : latest.current?.()
      back?.focus()
    }
  }, [])
  useEffect(() => {
    if (hidden) return undefined
    // On the document: the focus is nowhere after a button that was pressed has gone.
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return
      if (event.key === 'Escape') onClose()
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSend?.()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [hidden, onClose, onSend])
  return (
    <aside ref={panel} className={styles.drawer} aria-label={label} hidden={hidden}>
      <header className={styles.head}>
        <h2 className={styles.title}>
          {typeof title === 'string' ? <bdi title={title}>{title}</bdi> : title}
        </h2>
        <Button look="quiet" icon aria-label={words.common.close} onPress={onClose}>
          <X size={18} strokeWidth={1.75} aria-hidden="true" />
        </Button>
      </header>
      <div className={styles.body} data-drawer-body>
        {children}
      </div>
      {footer && (
        // The second of two quick clicks meant the button that stood here before.
        <footer
          className={styles.foot}
          onClickCapture={(event) => event.detail > 1 && event.stopPropagation()}
        >
          {footer}
        </footer>
      )}
    </aside>
  )
}
