import { memo } from 'react'
import { isLive, type Status } from '../../domain/appointment.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { formatRange, formatTime, type Place } from '../format/time.ts'
import { words } from '../i18n/words.ts'
import { cx } from '../ui/classes.ts'
import { boxOf, sizeOf } from './card-box.ts'
import type { Card } from './cards.ts'
import styles from './card.module.css'
import { bookingOf, useDrag } from './drag.ts'
import { footerOf } from './footer.ts'
import { descriptionLines } from './layout.ts'
import { Sign, type SignName } from './sign.tsx'
import { say } from '../format/said.ts'

const statusSigns: Partial<Record<Status, SignName>> = {
  PENDING: 'pending',
  ARRIVED: 'arrived',
  COMPLETED: 'completed',
}

/** The one sign that matters most: trouble, then unsent, then the status. */
const signOf = (
  { trouble, delivery, status }: AppointmentView,
  blocking: boolean,
): SignName | undefined => {
  if (trouble || blocking) return 'trouble'
  return delivery === 'sent' ? statusSigns[status] : 'unsent'
}

const signStyles: Partial<Record<SignName, string | undefined>> = {
  trouble: styles.trouble,
  pending: styles.pending,
}

interface AppointmentCardProps {
  card: Card & { kind: 'appointment' }
  place: Place
  selected: boolean
  /** Of a booking that is being written. */
  inTheWay: boolean
  tabbable: boolean
  /** The column has room for a name and a start. */
  narrow: boolean
  artistName: string
  money: (cents: number) => string
  onOpen: (id: string) => void
}

export const AppointmentCard = memo((props: AppointmentCardProps) => {
  const { card, place, selected, narrow, artistName, money } = props
  const { appointment } = card
  const { id, clientName, start, end, status, trouble } = appointment
  const held = useDrag(({ drag }) => drag !== null && bookingOf(drag)?.id === id)
  const blocking = useDrag(({ drag }) => drag?.blocking.has(id) ?? false) || props.inTheWay
  const { height, size, showsTime, showsAll } = sizeOf(card)
  const sign = signOf(appointment, blocking)
  const footer = height > 96 && !narrow ? footerOf(appointment, { artistName, place, money }) : null
  const detail = isLive(status)
    ? appointment.description
    : [words.common.statuses[status], appointment.description].filter(Boolean).join(' · ')
  return (
    <button
      type="button"
      className={cx(
        styles.card,
        size,
        narrow && styles.narrow,
        styles[status],
        (trouble || blocking) && styles.conflict,
        card.place.depth > 0 && styles.above,
        selected && styles.selected,
        held && styles.held,
        blocking && styles.blocking,
      )}
      style={boxOf(card)}
      tabIndex={props.tabbable ? 0 : -1}
      data-card={id}
      data-ends={card.endsHere && isLive(status) ? 'here' : undefined}
      onClick={() => props.onOpen(id)}
      aria-label={[
        clientName,
        formatRange(appointment, place),
        appointment.description,
        words.common.statuses[status],
        trouble && say(trouble, place),
      ]
        .filter(Boolean)
        .join(', ')}
      title={trouble ? say(trouble, place) : undefined}
    >
      <span className={styles.name} dir="auto">
        {clientName}
        {!showsTime && !narrow && detail && <span className={styles.brief}> {detail}</span>}
      </span>
      {showsTime && narrow && formatTime(start, place)}
      {showsTime && !narrow && (
        <span className={styles.when}>
          {formatTime(start, place)}
          <span className={styles.end}>–{formatTime(end, place)}</span>
          {!showsAll && detail && <span className={styles.afterTime}> · {detail}</span>}
        </span>
      )}
      {showsAll && detail && (
        <span
          className={styles.description}
          dir="auto"
          style={{ WebkitLineClamp: descriptionLines(height, footer !== null) }}
        >
          {detail}
        </span>
      )}
      {footer && (
        <span className={styles.footer}>
          <Sign name={footer.sign} size={14} />
          {footer.words}
        </span>
      )}
      {sign && <Sign name={sign} size={15} className={cx(styles.sign, signStyles[sign])} />}
    </button>
  )
})
