import { Circle, CircleCheck, ListFilter, RefreshCw, TriangleAlert } from 'lucide-react'
import type { Artist } from '../../domain/artist.ts'
import type { Instant } from '../../domain/interval.ts'
import type { ArtistHealth } from '../../domain/sync-health.ts'
import type { ArtistSync, CalendarView } from '../../domain/views.ts'
import { dateAt } from '../../domain/zone.ts'
import { formatMoment, formatTime } from '../format/time.ts'
import { words } from '../i18n/words.ts'
import { act } from '../stores/act.ts'
import { usePlace } from '../stores/place.ts'
import { useToday } from '../stores/studio.ts'
import { showSettings } from '../stores/view.ts'
import { cx } from '../ui/classes.ts'
import { Button } from '../ui/button.tsx'
import { Spinner } from '../ui/message.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { Tag } from '../ui/tag.tsx'
import { GOAL_MS } from './figure-strip.tsx'
import { artistState, type ArtistState } from './artist-state.ts'
import { seconds } from './seconds.ts'
import { Strip } from './strip.tsx'
import styles from './sync.module.css'
import { text } from './text.ts'
import { say, sayText } from '../format/said.ts'

interface ArtistCardProps {
  artist: Artist
  sync: ArtistSync | undefined
  nextRunAt: Instant | null
  calendars: readonly CalendarView[]
  /** Unknown when the log cannot be read, or has nothing of the last day. */
  health: ArtistHealth | undefined
  onShowLog: () => void
}

export const ArtistCard = (props: ArtistCardProps) => {
  const { artist, sync, calendars, health } = props
  const place = usePlace()
  const state = artistState(sync, calendars)
  const { unreadable: unreadableText } = words.common
  const when = useWhen()
  const { durationMs = null, failures = 0 } = health ?? {}
  const next =
    state.sign === 'turning'
      ? text.now
      : state.signIn
        ? text.afterSignIn
        : when(calendars.length > 0 ? props.nextRunAt : null)
  return (
    <article className={styles.card} aria-label={artist.name}>
      <header className={styles.cardHead}>
        <Monogram artist={artist} size={28} />
        <h2 title={artist.name}>{artist.name}</h2>
        <Button
          look="quiet"
          size="small"
          icon
          aria-label={text.logOf(artist.name)}
          onPress={props.onShowLog}
        >
          <ListFilter size={14} strokeWidth={1.75} aria-hidden="true" />
        </Button>
        {calendars.length > 0 && !state.signIn && (
          <Button
            look="quiet"
            size="small"
            icon
            aria-label={text.syncOne(artist.name)}
            isDisabled={state.sign === 'turning'}
            onPress={() => void act('sync.run', { artistId: artist.id })}
          >
            <RefreshCw size={14} strokeWidth={1.75} aria-hidden="true" />
          </Button>
        )}
        <Tag tone={state.tone}>
          <Sign state={state} />
          {state.words}
        </Tag>
      </header>
      <dl className={styles.readings}>
        <Reading name={text.lastSuccess} value={when(sync?.lastSuccessAt ?? null)} />
        <Reading name={text.nextRun} value={next} />
        <Reading name={text.waiting} value={String(sync?.waiting ?? 0)} />
        <Reading name={text.failures} value={health ? String(failures) : text.none} />
        <Reading
          name={text.took}
          value={durationMs === null ? text.none : seconds(durationMs, place.locale)}
          slow={durationMs !== null && durationMs >= GOAL_MS}
        />
        <Reading name={text.objects} value={health ? String(health.objects) : text.none} />
      </dl>
      {sync?.failure && (
        <p className={styles.failure}>
          {say(sync.failure, place)} {sync.failure.remedy && sayText(sync.failure.remedy)}{' '}
          {state.signIn && (
            <button type="button" onClick={() => showSettings('accounts')}>
              {text.toSettings}
            </button>
          )}
        </p>
      )}
      {calendars
        .filter(({ unreadable }) => unreadable.count > 0)
        .map(({ id, unreadable }) => (
          <p key={id} className={styles.failure}>
            {unreadableText.message(unreadable.count)} {unreadableText.named(unreadable.names)}.{' '}
            {unreadableText.remedy}
          </p>
        ))}
      {health && <Strip bars={health.bars} label={text.strip(health.runs, failures)} />}
    </article>
  )
}

/** Writes a moment of today as its time alone. */
const useWhen = (): ((instant: Instant | null) => string) => {
  const place = usePlace()
  const today = useToday()
  return (instant) => {
    if (instant === null) return text.none
    return dateAt(instant, place.zone) === today
      ? formatTime(instant, place)
      : formatMoment(instant, place)
  }
}

const Reading = ({
  name,
  value,
  slow = false,
}: {
  name: string
  value: string
  slow?: boolean
}) => (
  <div>
    <dt>{name}</dt>
    <dd className={cx(slow && styles.warn)}>
      {value}
      {slow && <span className="visually-hidden">{text.slow}</span>}
    </dd>
  </div>
)

const Sign = ({ state }: { state: ArtistState }) => {
  const look = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const
  if (state.sign === 'turning') return <Spinner size={14} />
  if (state.sign === 'ok') return <CircleCheck {...look} />
  return state.sign === 'look' ? <TriangleAlert {...look} /> : <Circle {...look} />
}
