import type { ReactNode } from 'react'
import type { Status } from '../../domain/appointment.ts'
import { Ban, CalendarCheck, Check, CircleDashed, DoorOpen } from 'lucide-react'
import { words } from '../i18n/words.ts'
import { cx } from './classes.ts'
import styles from './tag.module.css'

export type Tone = 'plain' | 'ok' | 'warn' | 'danger' | 'info' | 'stencil'

interface TagProps {
  tone?: Tone
  struck?: boolean
  children: ReactNode
}

export const Tag = ({ tone = 'plain', struck = false, children }: TagProps) => (
  <span className={cx(styles.tag, tone !== 'plain' && styles[tone], struck && styles.struck)}>
    {children}
  </span>
)

const looks = {
  PENDING: { tone: 'stencil', Icon: CircleDashed },
  CONFIRMED: { tone: 'plain', Icon: CalendarCheck },
  ARRIVED: { tone: 'info', Icon: DoorOpen },
  COMPLETED: { tone: 'ok', Icon: Check },
  NO_SHOW: { tone: 'danger', Icon: Ban },
  CANCELLED: { tone: 'plain', Icon: null },
} as const

export const StatusTag = ({ status }: { status: Status }) => {
  const { tone, Icon } = looks[status]
  return (
    <Tag tone={tone} struck={status === 'CANCELLED'}>
      {Icon && <Icon size={14} strokeWidth={1.75} aria-hidden="true" />}
      {words.common.statuses[status]}
    </Tag>
  )
}
