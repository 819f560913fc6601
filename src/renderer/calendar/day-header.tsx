import type { Artist } from '../../domain/artist.ts'
import { weekdayOf, type LocalDate } from '../../domain/zone.ts'
import { formatSpans, formatWeekday, type Place } from '../format/time.ts'
import { cx } from '../ui/classes.ts'
import { inkStyle } from '../ui/ink.ts'
import styles from './grid.module.css'
import { text } from './text.ts'

interface DayHeaderProps {
  artist: Artist
  date: LocalDate
  booked: number
  today: boolean
  /** An event of the artist's own that takes the whole day. */
  away: boolean
  place: Place
}

/** The head of a week's column: the day, what is worked and how much is booked. */
export const DayHeader = ({ artist, date, booked, today, away, place }: DayHeaderProps) => {
  const hours = formatSpans(artist.hours[weekdayOf(date)] ?? [], place.locale)
  return (
    <div className={cx(styles.header, today && styles.todayHeader)} style={inkStyle(artist.ink)}>
      <div className={styles.headerText}>
        <div className={styles.headerName}>
          {formatWeekday(date, place.locale)}
          {today && <span className={styles.todayTag}>{text.today}</span>}
        </div>
        <div className={styles.headerHours}>
          {away ? text.away : hours || text.dayOff}
          {booked > 0 && ` · ${text.booked(booked)}`}
        </div>
      </div>
    </div>
  )
}
