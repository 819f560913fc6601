import { MINUTE } from '../../domain/interval.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { formatDuration, formatWhen } from '../format/time.ts'
import { verdictOf } from '../format/verdict.ts'
import { words } from '../i18n/words.ts'
import { useNow } from '../stores/clock.ts'
import { usePlace } from '../stores/place.ts'
import { useActiveArtists, useArtist } from '../stores/studio.ts'
import type { ChoosingTime } from '../stores/time-choice.ts'
import { NoVerdict, Suggestions, VerdictBlock } from './availability-block.tsx'
import styles from './availability.module.css'
import { DateField } from './date-field.tsx'
import { Monogram } from './monogram.tsx'
import { Select } from './select.tsx'
import { TimeField } from './time-field.tsx'

const text = words.booking

interface TimeChooserProps {
  appointment: AppointmentView
  choosing: ChoosingTime
}

/** Artist, day and start in place of a booking’s own, with the running check and what is free. */
export const TimeChooser = ({ appointment, choosing }: TimeChooserProps) => {
  const { choice, change, target, check, refused, alternatives } = choosing
  const place = usePlace()
  const artists = useActiveArtists()
  const artist = useArtist(choice.artistId)
  const verdict = verdictOf(check, artist?.name ?? '', useNow(), place)
  const suggestions = artist && (
    <Suggestions
      alternatives={alternatives}
      artist={artist}
      artists={artists}
      date={choice.date}
      start={target.start}
      onTime={change}
      onArtist={(artistId) => change({ artistId })}
    />
  )
  return (
    <>
      <Select
        label={text.artist}
        value={choice.artistId}
        onChange={(artistId) => change({ artistId })}
        choices={artists.map((one) => ({
          id: one.id,
          name: one.name,
          mark: <Monogram artist={one} size={22} />,
        }))}
      />
      <div className={styles.pair}>
        <DateField label={text.date} value={choice.date} onChange={(date) => change({ date })} />
        <TimeField
          label={text.start}
          value={choice.start}
          onChange={(start) => change({ start })}
          invalid={refused}
          autoFocus
        />
      </div>
      {verdict ? (
        <VerdictBlock verdict={verdict}>{suggestions}</VerdictBlock>
      ) : (
        <NoVerdict
          says={text.nowAt(
            formatWhen(appointment, place),
            formatDuration((appointment.end - appointment.start) / MINUTE),
          )}
        >
          {suggestions}
        </NoVerdict>
      )}
    </>
  )
}
