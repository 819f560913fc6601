import { cx } from '../ui/classes.ts'
import type { StripBar } from '../../domain/sync-health.ts'
import styles from './sync.module.css'

const HEIGHT = 24
const SLOW_MS = 2000

const heightOf = ({ kind, durationMs }: StripBar): number =>
  kind === 'failed' ? 22 : kind === 'paused' ? 3 : 3 + 7 * Math.min(1, durationMs / SLOW_MS)

/** A day of sync at a glance: a bar for each quarter hour, tall where a run failed. */
export const Strip = ({ bars, label }: { bars: readonly StripBar[]; label: string }) => (
  <svg
    className={styles.strip}
    role="img"
    aria-label={label}
    viewBox={`0 0 ${bars.length * 4} ${HEIGHT}`}
    preserveAspectRatio="none"
  >
    {bars.map((bar, at) =>
      bar.kind === 'none' ? null : (
        <rect
          key={bar.from}
          className={cx(styles[bar.kind])}
          x={at * 4}
          y={HEIGHT - 1 - heightOf(bar)}
          width={3}
          height={heightOf(bar)}
        />
      ),
    )}
    <rect className={styles.base} x={0} y={HEIGHT - 1} width={bars.length * 4} height={1} />
  </svg>
)
