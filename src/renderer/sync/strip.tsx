import { QUARTER, type StripBar } from '../../domain/sync-health.ts'
import { formatRange, type Place } from '../format/time.ts'
import { usePlace } from '../stores/place.ts'
import { cx } from '../ui/classes.ts'
import { seconds } from './seconds.ts'
import styles from './sync.module.css'
import { text } from './text.ts'

const HEIGHT = 24
const SLOW_MS = 2000

const heightOf = ({ kind, durationMs }: StripBar): number =>
  kind === 'failed' ? 22 : kind === 'paused' ? 3 : 3 + 7 * Math.min(1, durationMs / SLOW_MS)

const tipOf = ({ kind, from, durationMs }: StripBar, place: Place): string => {
  const when = formatRange({ start: from, end: from + QUARTER }, place)
  return kind === 'ok'
    ? text.barOk(when, seconds(durationMs, place.locale))
    : kind === 'failed'
      ? text.barFailed(when)
      : text.barPaused(when)
}

/** A day of sync at a glance: a bar for each quarter hour, tall where a run failed. */
export const Strip = ({ bars, label }: { bars: readonly StripBar[]; label: string }) => {
  const place = usePlace()
  return (
    <svg
      className={styles.strip}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${bars.length * 4} ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      {bars.map((bar, at) =>
        bar.kind === 'none' ? null : (
          <g key={bar.from}>
            <title>{tipOf(bar, place)}</title>
            <rect className={styles.reach} x={at * 4} width={4} height={HEIGHT} />
            <rect
              className={cx(styles[bar.kind])}
              x={at * 4}
              y={HEIGHT - 1 - heightOf(bar)}
              width={3}
              height={heightOf(bar)}
            />
          </g>
        ),
      )}
      <rect className={styles.base} x={0} y={HEIGHT - 1} width={bars.length * 4} height={1} />
    </svg>
  )
}
