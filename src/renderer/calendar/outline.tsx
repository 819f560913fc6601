import type { Interval } from '../../domain/interval.ts'
import type { LocalDate } from '../../domain/zone.ts'
import { formatRange, type Place } from '../format/time.ts'
import { cx } from '../ui/classes.ts'
import styles from './card.module.css'
import { minutesHigh, stretchOn } from './scale.ts'
import { text } from './text.ts'

/** The booking being written, as it stands in the calendar. */
export interface OutlinedSlot extends Interval {
  readonly clientName: string
  readonly refused: boolean
  /** It was checked, and is free. */
  readonly fits?: boolean
  /** The booking that is being changed, which is not in its own way. */
  readonly editing?: string
}

interface OutlineProps {
  slot: OutlinedSlot
  date: LocalDate
  place: Place
}

export const Outline = ({ slot, date, place }: OutlineProps) => {
  const stretch = stretchOn(slot, date, place.zone)
  if (!stretch) return null
  return (
    <div
      className={cx(styles.draft, slot.refused && styles.refused)}
      style={{
        top: minutesHigh(stretch.from, 1),
        height: minutesHigh(stretch.to - stretch.from, -2),
      }}
      data-draft
      aria-hidden="true"
    >
      <span>{slot.fits ? text.thatFits(formatRange(slot, place)) : formatRange(slot, place)}</span>
      <span>{slot.clientName}</span>
    </div>
  )
}
