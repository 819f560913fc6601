import { workingTime, type Artist, type TimeOff } from '../../domain/artist.ts'
import { subtract } from '../../domain/interval.ts'
import type { BusyView } from '../../domain/views.ts'
import { weekdayOf, type LocalDate } from '../../domain/zone.ts'
import { formatSpans, type Place } from '../format/time.ts'
import { cx } from '../ui/classes.ts'
import styles from './grid.module.css'
import { minutesHigh, outside, stretchOn } from './scale.ts'
import { text } from './text.ts'

interface OffHoursProps {
  artist: Artist
  date: LocalDate
  /** An event that takes the whole day. */
  away: BusyView | undefined
  timeOff: readonly TimeOff[]
  place: Place
}

/** An artist who starts as late as this gets the hours written into the hatch. */
const LATE_START = 13 * 60

/** The hatch over what is not worked: before, after, breaks, days off and days away. */
export const OffHours = ({ artist, date, away, timeOff, place }: OffHoursProps) => {
  const open = away
    ? []
    : workingTime(artist.hours, date, place.zone)
        .flatMap((span) => subtract(span, timeOff))
        .flatMap((span) => stretchOn(span, date, place.zone) ?? [])
  return outside(open).map(({ from, to }) => (
    <div
      key={from}
      className={styles.off}
      style={{ top: minutesHigh(from), height: minutesHigh(to - from) }}
    >
      {open.length === 0 && (
        <span className={styles.offLabel}>
          {away ? text.blockedAllDay(away.title) : (timeOff[0]?.reason ?? text.dayOff) || text.away}
        </span>
      )}
      {open.length > 0 &&
        timeOff
          .flatMap((off) => ({ ...off, ...stretchOn(off, date, place.zone) }))
          .filter((off) => (off.from ?? to) >= from && (off.from ?? to) < to)
          .map((off) => (
            <span
              key={off.id}
              className={styles.offLabel}
              style={{ marginTop: minutesHigh((off.from ?? from) - from, 8) }}
            >
              {off.reason || text.away}
            </span>
          ))}
      {to === open[0]?.from && to >= LATE_START && (
        <span className={cx(styles.offLabel, styles.offBottom)}>
          {text.works(formatSpans(artist.hours[weekdayOf(date)] ?? [], place.locale))}
        </span>
      )}
    </div>
  ))
}
