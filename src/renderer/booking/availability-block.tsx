import { TriangleAlert } from 'lucide-react'
import type { Artist } from '../../domain/artist.ts'
import type { Instant } from '../../domain/interval.ts'
import { dateAt, parseDate, toWallClock } from '../../domain/zone.ts'
import { formatMoment, formatShortDay, formatTime } from '../format/time.ts'
import { verdictOf } from '../format/verdict.ts'
import { firstName } from '../format/words.ts'
import type { Alternatives } from '../stores/availability.ts'
import type { Check } from '../stores/availability-watch.ts'
import { useNow } from '../stores/clock.ts'
import type { Draft } from '../stores/draft.ts'
import { changeDraft } from '../stores/drawer.ts'
import { usePlace } from '../stores/place.ts'
import { useSyncStatus } from '../stores/studio.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/check-field.tsx'
import { cx } from '../ui/classes.ts'
import { Monogram } from '../ui/monogram.tsx'
import { VerdictSign } from '../ui/verdict.tsx'
import styles from './booking.module.css'
import { text } from './text.ts'

interface AvailabilityBlockProps {
  draft: Draft
  artist: Artist
  artists: readonly Artist[]
  check: Check
  alternatives: Alternatives
  overrule: boolean
  onOverrule: (overrule: boolean) => void
}

/** Whether the time is free, says who, and what would be free instead. */
export const AvailabilityBlock = (props: AvailabilityBlockProps) => {
  const { draft, artist, check, alternatives } = props
  const place = usePlace()
  const verdict = verdictOf(check, artist.name, useNow(), place)
  if (!verdict) return null
  const others = alternatives.others.flatMap(
    (answer) => props.artists.find(({ id }) => id === answer.artistId) ?? [],
  )
  const start = check.answer?.start
  return (
    <div className={cx(styles.availability, styles[verdict.tone])}>
      <div className={styles.verdict} role="status">
        <VerdictSign verdict={verdict} />
        <div>
          <strong>{verdict.title}</strong>
          <small>{verdict.source}</small>
        </div>
      </div>
      {alternatives.starts.length + others.length > 0 && (
        <div className={styles.suggestions}>
          {alternatives.starts.length > 0 && (
            <>
              {text.with(firstName(artist.name))}
              <div>
                {alternatives.starts.map((free) => (
                  <StartButton key={free} start={free} date={draft.date} artist={artist} />
                ))}
              </div>
            </>
          )}
          {others.length > 0 && start !== undefined && (
            <>
              {text.at(formatTime(start, place))}
              <div>
                {others.map((other) => (
                  <Button
                    key={other.id}
                    size="small"
                    onPress={() => changeDraft({ artistId: other.id })}
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
      )}
      {check.answer?.overrulable && !check.answer.available && (
        <div className={styles.overrule}>
          <Checkbox value={props.overrule} onChange={props.onOverrule}>
            {text.bookAnyway}
          </Checkbox>
        </div>
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

const StartButton = ({ start, date, artist }: { start: Instant; date: string; artist: Artist }) => {
  const place = usePlace()
  const day = dateAt(start, place.zone)
  const take = (): void =>
    changeDraft({ date: day, start: (toWallClock(start, place.zone) - parseDate(day)) / 60_000 })
  const weekday = formatShortDay(day, place.locale).split(' ')[0] ?? ''
  return (
    <Button
      size="small"
      onPress={take}
      aria-label={text.nextWith(artist.name, formatMoment(start, place))}
    >
      {day === date ? formatTime(start, place) : `${weekday} ${formatTime(start, place)}`}
    </Button>
  )
}
