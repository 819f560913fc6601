import {
  Check,
  CircleDashed,
  CloudUpload,
  DoorOpen,
  Lock,
  LockOpen,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react'
import type { CSSProperties } from 'react'
import { isLive, type Status } from '../../domain/appointment.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { formatRange, formatTime, type Place } from '../format/time.ts'
import { cx } from '../ui/classes.ts'
import { words } from '../i18n/words.ts'
import type { Card } from './cards.ts'
import styles from './card.module.css'
import { descriptionLines } from './layout.ts'
import { toPx } from './scale.ts'
import { footerOf } from './text.ts'

const icons: Partial<Record<Status, LucideIcon>> = {
  PENDING: CircleDashed,
  ARRIVED: DoorOpen,
  COMPLETED: Check,
}

/** The one sign that matters most: trouble, then unsent, then the status. */
const iconOf = (appointment: AppointmentView): { Icon: LucideIcon; className: string } | null => {
  if (appointment.trouble) return { Icon: TriangleAlert, className: cx(styles.trouble) }
  if (appointment.delivery !== 'sent') return { Icon: CloudUpload, className: '' }
  const Icon = icons[appointment.status]
  return Icon ? { Icon, className: cx(appointment.status === 'PENDING' && styles.pending) } : null
}

const boxOf = ({ stretch, place }: Card): CSSProperties => ({
  top: toPx(stretch.from) + 1,
  height: toPx(stretch.to - stretch.from) - 2,
  left: `calc(${place.left * 100}% + 3px)`,
  width: `calc(${place.width * 100}% - 6px)`,
  zIndex: place.depth + 1,
})

const sizeOf = (height: number): string | undefined =>
  height < 38 ? styles.short : height < 58 ? styles.medium : undefined

interface AppointmentCardProps {
  card: Card & { kind: 'appointment' }
  place: Place
  selected: boolean
  onOpen: (id: string) => void
}

export const AppointmentCard = ({ card, place, selected, onOpen }: AppointmentCardProps) => {
  const { appointment, stretch } = card
  const height = toPx(stretch.to - stretch.from) - 2
  const sign = iconOf(appointment)
  const footer = height > 96 ? footerOf(appointment) : null
  const range = formatRange(appointment, place)
  const struck = !isLive(appointment.status)
  const detail = struck
    ? [words.common.statuses[appointment.status], appointment.description]
        .filter(Boolean)
        .join(' · ')
    : appointment.description
  return (
    <button
      type="button"
      className={cx(
        styles.card,
        sizeOf(height),
        styles[appointment.status],
        appointment.trouble && styles.conflict,
        card.place.depth > 0 && styles.above,
        selected && styles.selected,
      )}
      style={boxOf(card)}
      onClick={() => onOpen(appointment.id)}
      aria-label={[
        appointment.clientName,
        range,
        appointment.description,
        words.common.statuses[appointment.status],
        appointment.trouble?.message,
      ]
        .filter(Boolean)
        .join(', ')}
      title={appointment.trouble?.message}
    >
      <span className={styles.name}>
        {appointment.clientName}
        <span className={styles.brief}> {detail}</span>
      </span>
      <span className={styles.when}>
        <span className={styles.start}>{formatTime(appointment.start, place)}</span>
        <span className={styles.end}>–{formatTime(appointment.end, place)}</span>
        {detail && <span className={styles.afterTime}> · {detail}</span>}
      </span>
      <span
        className={styles.description}
        style={{ WebkitLineClamp: descriptionLines(height, footer !== null) }}
      >
        {detail}
      </span>
      {footer && (
        <span className={styles.footer}>
          {sign && <sign.Icon size={14} strokeWidth={1.75} aria-hidden="true" />}
          {footer}
        </span>
      )}
      {sign && (
        <sign.Icon
          className={cx(styles.sign, sign.className)}
          size={15}
          strokeWidth={1.75}
          aria-hidden="true"
        />
      )}
    </button>
  )
}

interface EventCardProps {
  card: Card & { kind: 'event' }
  place: Place
}

/** Somebody else's event: nothing to open, it belongs to the artist's own calendar. */
export const EventCard = ({ card, place }: EventCardProps) => {
  const { event, clash, stretch } = card
  const height = toPx(stretch.to - stretch.from) - 2
  const LockSign = event.blocks ? Lock : LockOpen
  return (
    <div
      className={cx(
        styles.card,
        styles.event,
        sizeOf(height),
        !event.blocks && styles.open,
        clash && styles.conflict,
        card.place.depth > 0 && styles.above,
      )}
      style={boxOf(card)}
      role="img"
      aria-label={`${event.title}, ${formatRange(event, place)}, in the artist’s calendar`}
      title={event.title}
    >
      <span className={styles.name}>
        <LockSign size={13} strokeWidth={1.75} aria-hidden="true" /> {event.title}
      </span>
      <span className={styles.when}>
        <span className={styles.start}>{formatTime(event.start, place)}</span>
        <span className={styles.end}>–{formatTime(event.end, place)}</span>
      </span>
      {clash && (
        <TriangleAlert
          className={cx(styles.sign, styles.trouble)}
          size={15}
          strokeWidth={1.75}
          aria-hidden="true"
        />
      )}
    </div>
  )
}
