import { Check, TriangleAlert } from 'lucide-react'
import type { Artist } from '../../domain/artist.ts'
import type { ArtistSync } from '../../domain/views.ts'
import { weekdayOf, type LocalDate } from '../../domain/zone.ts'
import { formatSpans, formatTime, type Place } from '../format/time.ts'
import { firstName } from '../format/words.ts'
import { inkStyle } from '../ui/ink.ts'
import { Monogram } from '../ui/monogram.tsx'
import { Spinner } from '../ui/message.tsx'
import styles from './grid.module.css'
import { Sign } from './sign.tsx'
import { text } from './text.ts'

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
  const stale = staleSince(sync, connected, place)
  return (
    <div className={styles.header} style={inkStyle(artist.ink)}>
      <Monogram artist={artist} />
      <div className={styles.headerText}>
        <div className={styles.headerName} title={artist.name}>
          {!narrow && <span className={styles.wide}>{heading ?? artist.name}</span>}
          <span className={styles.narrow}>{heading ?? firstName(artist.name)}</span>
        </div>
        {stale ? (
          <div className={styles.stale} title={sync?.failure?.message}>
            {!narrow && <span className={styles.wide}>{stale.long}</span>}
            <span className={styles.narrow}>
              <Sign name="trouble" size={12} /> {stale.short}
            </span>
          </div>
        ) : (
          <div className={styles.headerHours}>
            {heading && `${firstName(artist.name)} · `}
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
              aria-hidden="true"
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

/** What the header says of a calendar whose copy may be old; null while all is well. */
const staleSince = (
  sync: ArtistSync | undefined,
  connected: boolean,
  place: Place,
): { long: string; short: string } | null => {
  if (!connected) return { long: text.noCalendar, short: text.noCalendar }
  if (!sync?.failure) return null
  if (sync.lastSuccessAt === null) return { long: text.neverSeen, short: text.neverSeen }
  const time = formatTime(sync.lastSuccessAt, place)
  return { long: text.lastSeen(time), short: time }
}
