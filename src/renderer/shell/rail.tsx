import { CalendarDays, Inbox, RefreshCw, Settings, Users, type LucideIcon } from 'lucide-react'
import { useAppointments } from '../stores/reads.ts'
import { useSyncStatus } from '../stores/studio.ts'
import { useUpdateWaits } from '../stores/update-waits.ts'
import { show, useView, type Screen } from '../stores/view.ts'
import { cx } from '../ui/classes.ts'
import { Logo } from '../ui/logo.tsx'
import { NoticeBell } from './notices.tsx'
import styles from './rail.module.css'
import { syncTroubles } from './status-text.ts'
import { text } from './text.ts'

/** The largest number the rail has room for. */
const MOST = 99

const pending = { statuses: ['PENDING' as const] }

export const Rail = () => {
  const requests = useAppointments(pending).value?.length ?? 0
  const updateWaits = useUpdateWaits(({ waits }) => waits)
  const troubles = syncTroubles(useSyncStatus())
  return (
    <nav className={styles.rail} aria-label={text.navigation}>
      <span className={styles.logo}>
        <Logo size={26} />
      </span>
      <Item screen="calendar" Icon={CalendarDays} />
      <Item screen="requests" Icon={Inbox} badge={requests} />
      <Item screen="clients" Icon={Users} />
      <Item screen="sync" Icon={RefreshCw} badge={troubles} amber />
      <span className={styles.spring} />
      <NoticeBell />
      <Item screen="settings" Icon={Settings} badge={updateWaits ? 1 : 0} amber />
    </nav>
  )
}

interface ItemProps {
  screen: Screen
  Icon: LucideIcon
  badge?: number
  amber?: boolean
}

const Item = ({ screen, Icon, badge = 0, amber = false }: ItemProps) => {
  const current = useView((view) => view.screen === screen)
  const name = text.screens[screen]
  return (
    <button
      type="button"
      className={cx(styles.item, current && styles.current)}
      aria-current={current ? 'page' : undefined}
      aria-label={badge > 0 ? `${name}, ${badge}` : name}
      title={name}
      onClick={() => show(screen)}
    >
      <Icon size={20} strokeWidth={1.6} aria-hidden="true" />
      <span className={styles.word}>{name}</span>
      {badge > 0 && (
        <span className={cx(styles.badge, amber && styles.amber)}>
          {badge > MOST ? `${MOST}+` : badge}
        </span>
      )}
    </button>
  )
}
