import type { LocalDate } from '../../domain/zone.ts'
import { cx } from '../ui/classes.ts'
import { clockChangeOn } from './clock-change.ts'
import styles from './grid.module.css'
import { minutesHigh } from './scale.ts'
import { text } from './text.ts'

/** Says where the clocks change, on the two days of the year on which they do. */
export const ClockMark = ({ date, zone }: { date: LocalDate; zone: string }) => {
  const change = clockChangeOn(date, zone)
  if (!change) return null
  const { kind, from, to } = change
  return (
    <div
      className={cx(styles.clock, kind === 'missing' && styles.missing)}
      style={{ top: minutesHigh(from), height: minutesHigh(to - from) }}
    >
      <span className={styles.offLabel}>
        {kind === 'missing' ? text.clocksForward : text.clocksBack}
      </span>
    </div>
  )
}
