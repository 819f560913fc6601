import { CalendarClock, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Artist } from '../../domain/artist.ts'
import type { LocalDate } from '../../domain/zone.ts'
import { formatMoment, formatNear, formatTime } from '../format/time.ts'
import type { Verdict } from '../format/verdict.ts'
import { firstName } from '../format/words.ts'
import { words } from '../i18n/words.ts'
import type { Alternatives } from '../stores/availability.ts'
import { timeOf, type DraftTime } from '../stores/draft.ts'
import { usePlace } from '../stores/place.ts'
import { useSyncStatus } from '../stores/studio.ts'
import styles from './availability.module.css'
import { Button } from './button.tsx'
import { cx } from './classes.ts'
import { Monogram } from './monogram.tsx'
import { VerdictSign } from './verdict.tsx'

const text = words.booking

/** Whether a time is free, and says who. */
export const VerdictBlock = ({ verdict, children }: { verdict: Verdict; children?: ReactNode }) => (
  <div className={cx(styles.availability, styles[verdict.tone])}>
    <div className={styles.verdict} role="status">
      <VerdictSign verdict={verdict} />
      <div>
        <strong>{verdict.title}</strong>
        <small>{verdict.source}</small>
      </div>
    </div>
    {children}
  </div>
)

interface NoVerdictProps {
  says: string
  children?: ReactNode
}

/** In the place of a verdict while there is nothing to judge. */
export const NoVerdict = ({ says, children }: NoVerdictProps) => (
  <div className={styles.availability}>
    <div className={styles.verdict} role="status">
      <CalendarClock size={16} strokeWidth={1.75} aria-hidden="true" />
      {says}
    </div>
    {children}
  </div>
)

interface SuggestionsProps {
  alternatives: Alternatives
  artist: Artist
  artists: readonly Artist[]
  /** The day and the time that were asked for. */
  date: LocalDate
  start: number
  onTime: (time: DraftTime) => void
  onArtist: (artistId: string) => void
}

/** What would be free instead: the artist’s nearest starts, and others at the same time. */
export const Suggestions = (props: SuggestionsProps) => {
  const { alternatives, artist, artists, date, start } = props
  const place = usePlace()
  const others = alternatives.others.flatMap(
    (answer) => artists.find(({ id }) => id === answer.artistId) ?? [],
  )
  if (alternatives.starts.length + others.length === 0) return null
  return (
    <div className={styles.suggestions}>
      {alternatives.starts.length > 0 && (
        <>
          {text.with(firstName(artist.name))}
          <div>
            {alternatives.starts.map((free) => (
              <Button
                key={free}
                size="small"
                onPress={() => props.onTime(timeOf(free, place.zone))}
                aria-label={text.nextWith(artist.name, formatMoment(free, place))}
              >
                {formatNear(free, date, place)}
              </Button>
            ))}
          </div>
        </>
      )}
      {others.length > 0 && (
        <>
          {text.at(formatTime(start, place))}
          <div>
            {others.map((other) => (
              <Button
                key={other.id}
                size="small"
                aria-label={text.nextWith(other.name, formatMoment(start, place))}
                onPress={() => props.onArtist(other.id)}
              >
                <Monogram artist={other} size={20} />
                {firstName(other.name)}
                <StaleSign artistId={other.id} />
              </Button>
            ))}
          </div>
        </>
      )}
    </div>
  )
}

/** Next to a suggestion whose calendar could not be read: from when its copy is. */
const StaleSign = ({ artistId }: { artistId: string }) => {
  const place = usePlace()
  const sync = useSyncStatus()?.artists.find((one) => one.artistId === artistId)
  if (!sync?.failure || sync.lastSuccessAt === null) return null
  return (
    <span className={styles.stale}>
      <TriangleAlert size={13} strokeWidth={1.75} aria-hidden="true" />
      {text.asOf(formatTime(sync.lastSuccessAt, place))}
    </span>
  )
}
