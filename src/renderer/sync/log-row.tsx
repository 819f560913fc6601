import { ArrowDown, ArrowUp, Check, ChevronDown, Copy, Plug, TriangleAlert, X } from 'lucide-react'
import type { Artist } from '../../domain/artist.ts'
import type { SyncLogEntry } from '../../domain/views.ts'
import { dateAt } from '../../domain/zone.ts'
import { formatShortDay } from '../format/time.ts'
import { firstName } from '../format/words.ts'
import { act } from '../stores/act.ts'
import { usePlace } from '../stores/place.ts'
import { useCalendars } from '../stores/reads.ts'
import { useArtist, useSettings, useToday } from '../stores/studio.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/classes.ts'
import { Monogram } from '../ui/monogram.tsx'
import { changesOf } from './log-filter.ts'
import { clockOf, seconds } from './seconds.ts'
import styles from './log.module.css'
import { errorName, resultOf, text, triggerName } from './text.ts'

const arrows = { pull: ArrowDown, push: ArrowUp, test: Plug }

interface LogRowProps {
  entry: SyncLogEntry
  open: boolean
  onToggle: () => void
}

/** One entry of the log; its counts on a second row when it is opened. */
export const LogRow = ({ entry, open, onToggle }: LogRowProps) => {
  const place = usePlace()
  const { zone, locale } = place
  const today = useToday()
  const settings = useSettings()
  const artist = useArtist(entry.artistId)
  const Arrow = arrows[entry.direction]
  const date = dateAt(entry.startedAt, zone)
  return (
    <>
      <tr className={cx(open && styles.open)}>
        <td className={styles.time}>
          {date !== today && <small>{formatShortDay(date, locale, today)}</small>}
          {clockOf(entry.startedAt, zone, locale)}
        </td>
        <td>
          <ArtistCell artist={artist} />
        </td>
        <td>
          <span className={styles.direction}>
            <Arrow size={15} strokeWidth={1.75} aria-hidden="true" />
            {text.directions[entry.direction]}
          </span>
        </td>
        <td className={styles.second}>{triggerName(entry.trigger, settings?.pullMinutes ?? 5)}</td>
        <td>
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={open}
            title={text.showDetails}
            onClick={onToggle}
          >
            <Result entry={entry} result={resultOf(entry, place)} />
            <ChevronDown className={styles.chevron} size={14} aria-hidden="true" />
          </button>
        </td>
        <td className={styles.number}>{changesOf(entry)}</td>
        <td className={styles.number}>{seconds(entry.durationMs, locale)}</td>
      </tr>
      {open && <Details entry={entry} result={resultOf(entry, place)} />}
    </>
  )
}

export const ArtistCell = ({ artist }: { artist: Artist | undefined }) =>
  artist ? (
    <span className={styles.artist} title={artist.name}>
      <Monogram artist={artist} size={22} />
      <span>{firstName(artist.name)}</span>
    </span>
  ) : (
    <span className={styles.second}>{text.unknownArtist}</span>
  )

interface ResultProps {
  entry: SyncLogEntry
  result: string
}

const Result = ({ entry: { outcome, conflicts }, result }: ResultProps) => {
  const look = { size: 15, strokeWidth: 2, 'aria-hidden': true } as const
  if (outcome === 'failed')
    return (
      <span className={cx(styles.result, styles.danger)}>
        <X {...look} />
        <span>{result}</span>
      </span>
    )
  const calm = outcome === 'ok' && conflicts === 0
  return (
    <span className={cx(styles.result, calm ? styles.ok : styles.warn)}>
      {calm ? <Check {...look} /> : <TriangleAlert {...look} />}
      <span>{result}</span>
    </span>
  )
}

const Details = ({ entry, result }: ResultProps) => {
  const calendar = useCalendars().value?.find(({ id }) => id === entry.calendarId)
  const name = calendar ? calendar.name || calendar.calendarId : ''
  const copy = () =>
    act(
      'clipboard.write',
      { text: JSON.stringify({ ...entry, calendar: name }, null, 2) },
      text.copied,
    )
  return (
    <tr className={styles.details}>
      <td />
      <td colSpan={6} data-selectable>
        {entry.outcome !== 'ok' && <p>{result}</p>}
        <dl>
          {calendar && (
            <div>
              <dt>{text.calendar}</dt>
              <dd>{name}</dd>
            </div>
          )}
          <div>
            <dt>{text.requests}</dt>
            <dd>{entry.requests}</dd>
          </div>
          <div>
            <dt>{text.changes}</dt>
            <dd>{text.counts(entry)}</dd>
          </div>
          {entry.errorKind && (
            <div>
              <dt>{text.error}</dt>
              <dd>{errorName(entry.errorKind)}</dd>
            </div>
          )}
        </dl>
        <Button size="small" onPress={() => void copy()}>
          <Copy size={14} strokeWidth={1.75} aria-hidden="true" />
          {text.copy}
        </Button>
      </td>
    </tr>
  )
}
