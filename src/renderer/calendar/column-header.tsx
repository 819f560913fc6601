import { Check, TriangleAlert } from 'lucide-react'
import type { Artist } from '../../domain/artist.ts'
import type { ArtistSync } from '../../domain/views.ts'
import { dateAt, weekdayOf, type LocalDate } from '../../domain/zone.ts'
import { isolate } from '../format/isolate.ts'
import { formatSpans, type Place } from '../format/time.ts'
import { firstName } from '../format/words.ts'
import { useNow } from '../stores/clock.ts'
import { cx } from '../ui/classes.ts'
import { inkStyle } from '../ui/ink.ts'
import { Monogram } from '../ui/monogram.tsx'
import { Spinner } from '../ui/message.tsx'
import styles from './grid.module.css'
import { Sign } from './sign.tsx'
import { text } from './text.ts'
import { warningOf } from './warning.ts'

interface ColumnHeaderProps {
  artist: Artist
  date: LocalDate
  booked: number
  sync: ArtistSync | undefined
  connected: boolean
  /** Nothing can be booked that day. */
  away: boolean
  place: Place
  heading?: string
  /** Only what a narrow column shows is drawn. */
  narrow: boolean
}

export const ColumnHeader = (props: ColumnHeaderProps) => {
  const { artist, date, booked, sync, connected, place, heading, narrow, away } = props
  const spans = formatSpans(artist.hours[weekdayOf(date)] ?? [], place.locale)
  const hours = away ? text.away : spans || text.dayOff
  const today = dateAt(useNow(), place.zone)
  const stale = warningOf({ sync, connected }, today, place)
  return (
    <div className={styles.header} style={inkStyle(artist.ink)}>
      <Monogram artist={artist} />
      <div className={styles.headerText}>
        <div className={styles.headerName} title={artist.name}>
          {!narrow && <span className={styles.wide}>{heading ?? artist.name}</span>}
          <span className={styles.narrow}>{heading ?? firstName(artist.name)}</span>
        </div>
        {stale ? (
          <div className={styles.stale} title={stale.why}>
            {!narrow && <span className={styles.wide}>{stale.long}</span>}
            <span className={styles.narrow}>
              <Sign name="trouble" size={14} />{' '}
              <span className={cx(stale.tiny !== undefined && styles.roomy)}>{stale.short}</span>
              {stale.tiny !== undefined && <span className={styles.tiny}>{stale.tiny}</span>}
              {stale.why && <span className="visually-hidden">{stale.why}</span>}
            </span>
          </div>
        ) : (
          <div className={styles.headerHours}>
            {heading && `${isolate(firstName(artist.name))} · `}
            {hours}
            {!narrow && <span className={styles.wide}> · {text.booked(booked)}</span>}
          </div>
        )}
      </div>
      {!narrow && (
        <span className={styles.headerSign}>
          {stale ? (
            <TriangleAlert
              className={styles.wide}
              color="var(--warn)"
              size={15}
              strokeWidth={1.75}
              {...(stale.why === undefined
                ? { 'aria-hidden': true }
                : { role: 'img', 'aria-label': stale.why })}
            />
          ) : sync?.state === 'syncing' ? (
            <Spinner size={15} />
          ) : sync?.state === 'ok' ? (
            <Check color="var(--ok)" size={16} strokeWidth={1.75} aria-label={text.synced} />
          ) : null}
        </span>
      )}
    </div>
  )
}
