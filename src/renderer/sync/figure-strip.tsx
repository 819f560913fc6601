import { Check, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SyncHealth } from '../../domain/sync-health.ts'
import { firstName } from '../format/words.ts'
import { usePlace } from '../stores/place.ts'
import { useArtists } from '../stores/studio.ts'
import { cx } from '../ui/classes.ts'
import { seconds } from './seconds.ts'
import styles from './sync.module.css'
import { errorName, text } from './text.ts'

const GOAL_SUCCESS = 0.95
export const GOAL_MS = 2000

/** How well the sync did, in four numbers beside their goals. */
export const FigureStrip = ({ health }: { health: SyncHealth }) => {
  const { locale } = usePlace()
  const artists = useArtists()
  const { week, today, days, durationMs, failures, worst } = health
  const success = week.runs === 0 ? null : 1 - week.failures / week.runs
  const whole = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const struck = worst?.artistIds.slice(0, 2).flatMap((id) => {
    const artist = artists.find((one) => one.id === id)
    return artist ? firstName(artist.name) : []
  })
  return (
    <dl className={styles.figures} aria-label={text.figures}>
      <Figure
        name={text.success}
        value={success === null ? text.none : percent.format(Math.floor(success * 1000) / 1000)}
      >
        {success === null ? (
          text.noRuns
        ) : (
          <Goal
            met={success > GOAL_SUCCESS}
            words={text.successGoal(percent.format(GOAL_SUCCESS))}
          />
        )}
      </Figure>
      <Figure name={text.processed} value={whole.format(today.pulled + today.pushed)}>
        {text.pulledPushed(whole.format(today.pulled), whole.format(today.pushed))}
        <Days days={days} />
      </Figure>
      <Figure
        name={text.duration}
        value={durationMs === null ? text.none : seconds(durationMs, locale)}
      >
        {durationMs === null ? (
          text.noRuns
        ) : (
          <Goal met={durationMs < GOAL_MS} words={text.durationGoal} />
        )}
      </Figure>
      <Figure
        name={text.worst}
        value={worst ? errorName(worst.kind) : success === null ? text.none : text.nothingFailed}
      >
        {worst
          ? text.worstOf(worst.times, failures, (struck ?? []).join(text.and))
          : success === null
            ? text.noRuns
            : text.inADay}
      </Figure>
    </dl>
  )
}

/** The objects of each of the last seven days, today last and in ink. */
const Days = ({ days }: { days: readonly number[] }) => {
  const { locale } = usePlace()
  const whole = new Intl.NumberFormat(locale)
  const most = Math.max(1, ...days)
  const bar = (objects: number, at: number): string => {
    const height = objects === 0 ? 1 : 2 + (14 * objects) / most
    return `M${at * 8} ${16 - height}h6v${height}h-6z`
  }
  const last = days.length - 1
  return (
    <svg
      className={styles.days}
      role="img"
      aria-label={text.perDay(days.map((objects) => whole.format(objects)).join(', '))}
      viewBox={`0 0 ${days.length * 8} 16`}
    >
      <path d={days.slice(0, last).map(bar).join('')} />
      <path className={styles.today} d={bar(days[last] ?? 0, last)} />
    </svg>
  )
}

interface FigureProps {
  name: string
  value: string
  children: ReactNode
}

const Figure = ({ name, value, children }: FigureProps) => (
  <div>
    <dt>{name}</dt>
    <dd className={styles.value}>{value}</dd>
    <dd className={styles.note}>{children}</dd>
  </div>
)

const Goal = ({ met, words }: { met: boolean; words: string }) => (
  <span className={cx(styles.goal, met ? styles.ok : styles.warn)}>
    {met ? (
      <Check size={14} strokeWidth={2} aria-hidden="true" />
    ) : (
      <TriangleAlert size={14} strokeWidth={1.75} aria-hidden="true" />
    )}
    {words}
    {!met && <span className="visually-hidden">{text.missed}</span>}
  </span>
)
