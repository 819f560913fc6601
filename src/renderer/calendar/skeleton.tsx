import { uses12Hours } from '../format/time.ts'
import { usePlace } from '../stores/place.ts'
import { cx } from '../ui/classes.ts'
import styles from './grid.module.css'
import { minutesHigh } from './scale.ts'
import { text } from './text.ts'

const blocks = [
  [40, 110],
  [190, 80],
  [300, 140],
] as const

/** The calendar before its first answer: columns and soft blocks where cards will be. */
export const Skeleton = ({ columns }: { columns: number }) => (
  <div
    className={cx(styles.scroller, uses12Hours(usePlace().locale) && styles.twelveHours)}
    style={{
      gridTemplateColumns: `var(--gutter) repeat(${columns}, minmax(90px, 1fr))`,
      overflow: 'hidden',
    }}
    role="status"
    aria-label={text.loading}
  >
    {Array.from({ length: (columns + 1) * 2 }, (_, at) => (
      <div key={at} className={at <= columns ? styles.header : styles.allDay} />
    ))}
    <div className={styles.gutter} />
    {Array.from({ length: columns }, (_, column) => (
      <div key={column} className={styles.column}>
        {blocks.map(([top, minutes]) => (
          <div
            key={top}
            className={styles.skeleton}
            style={{ top: minutesHigh(top + (column % 3) * 25), height: minutesHigh(minutes) }}
          />
        ))}
      </div>
    ))}
  </div>
)
