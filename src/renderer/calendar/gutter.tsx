import type { Interval } from '../../domain/interval.ts'
import type { LocalDate } from '../../domain/zone.ts'
import { formatHour, formatTime, type Place } from '../format/time.ts'
import { useDrag } from './drag.ts'
import styles from './grid.module.css'
import { minuteOn, minutesHigh, stretchOn } from './scale.ts'

const hours = Array.from({ length: 23 }, (_, hour) => (hour + 1) * 60)

/** Labels nearer to each other than this would touch. */
const CLOSE = 12

interface GutterProps {
  place: Place
  now: { readonly instant: number; readonly minute: number } | null
  /** Times of their own: where a booking is refused, or what is being dragged stands. */
  marks: readonly Mark[]
  dates: readonly LocalDate[]
}

export interface Mark {
  readonly instant: number
  readonly minute: number
  readonly refused: boolean
}

/** The hours beside the columns, on the wall clock: a day of 23 or 25 hours has the same labels. */
export const Gutter = ({ place, now, marks: given, dates }: GutterProps) => {
  const drag = useDrag((state) => state.drag)
  const held =
    drag && dates.includes(drag.date)
      ? marksOf(
          drag.time,
          drag.date,
          place.zone,
          !drag.verdict.available && !drag.verdict.overrulable,
        )
      : []
  const marks = [...given, ...held]
  const taken = [...marks.map(({ minute }) => minute), ...(now ? [now.minute] : [])]
  const free = (minute: number): boolean => taken.every((one) => Math.abs(one - minute) > CLOSE)
  return (
    <div className={styles.gutter} data-gutter aria-hidden="true">
      {hours.filter(free).map((minute) => (
        <span key={minute} style={{ top: minutesHigh(minute) }}>
          {formatHour(minute, place.locale)}
        </span>
      ))}
      {now && marks.every(({ minute }) => Math.abs(minute - now.minute) > CLOSE) && (
        <strong style={{ top: minutesHigh(now.minute) }}>{formatTime(now.instant, place)}</strong>
      )}
      {marks.map(({ instant, minute, refused }) => (
        <em
          key={instant}
          className={refused ? styles.refusedTime : ''}
          style={{ top: minutesHigh(minute) }}
        >
          {formatTime(instant, place)}
        </em>
      ))}
    </div>
  )
}

/** Marks for the ends of `interval` that fall on `date`. */
export const marksOf = (
  interval: Interval,
  date: LocalDate,
  zone: string,
  refused: boolean,
): Mark[] =>
  stretchOn(interval, date, zone)
    ? [interval.start, interval.end].map((instant) => ({
        instant,
        minute: minuteOn(instant, date, zone),
        refused,
      }))
    : []
