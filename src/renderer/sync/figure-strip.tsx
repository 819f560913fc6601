import { Check, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { firstName } from '../format/words.ts'
import { usePlace } from '../stores/place.ts'
import { useArtists } from '../stores/studio.ts'
import { cx } from '../ui/classes.ts'
import type { Figures } from './figures.ts'
import { seconds } from './seconds.ts'
import styles from './sync.module.css'
import { errorName, text } from './text.ts'

const GOAL_SUCCESS = 0.95
const GOAL_MS = 2000

/** How well the sync did, in four numbers beside their goals. */
export const FigureStrip = ({ figures }: { figures: Figures }) => {
  const { locale } = usePlace()
  const artists = useArtists()
  const { success, pulled, pushed, durationMs, failures, worst } = figures
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
      <Figure name={text.processed} value={whole.format(pulled + pushed)}>
        {text.pulledPushed(whole.format(pulled), whole.format(pushed))}
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
