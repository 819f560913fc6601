import { Lock, LockOpen } from 'lucide-react'
import { memo } from 'react'
import { formatRange, formatTime, type Place } from '../format/time.ts'
import { cx } from '../ui/classes.ts'
import { boxOf, sizeOf } from './card-box.ts'
import styles from './card.module.css'
import type { Card } from './cards.ts'
import { useDrag } from './drag.ts'
import { Sign } from './sign.tsx'
import { text } from './text.ts'

interface EventCardProps {
  card: Card & { kind: 'event' }
  /** Of a booking that is being written. */
  inTheWay: boolean
  place: Place
}

/** Somebody else's event: nothing to open, it belongs to the artist's own calendar. */
export const EventCard = memo(({ card, inTheWay, place }: EventCardProps) => {
  const { event, clash, key } = card
  const blocking = useDrag(({ drag }) => drag?.blocking.has(key) ?? false) || inTheWay
  const LockSign = event.blocks ? Lock : LockOpen
  const { size, showsTime } = sizeOf(card)
  const troubled = clash || blocking
  return (
    <div
      className={cx(
        styles.card,
        styles.event,
        size,
        !event.blocks && styles.open,
        troubled && styles.conflict,
        card.place.depth > 0 && styles.above,
        blocking && styles.blocking,
      )}
      style={boxOf(card)}
      data-card=""
      role="img"
      aria-label={text.inArtistsCalendar(event.title, formatRange(event, place))}
      title={event.title}
    >
      <span className={styles.name}>
        <LockSign size={13} strokeWidth={1.75} aria-hidden="true" /> {event.title}
      </span>
      {showsTime && (
        <span className={styles.when}>
          {formatTime(event.start, place)}
          <span className={styles.end}>–{formatTime(event.end, place)}</span>
        </span>
      )}
      {troubled && <Sign name="trouble" size={15} className={cx(styles.sign, styles.trouble)} />}
    </div>
  )
})
