import type { Artist } from '../../domain/artist.ts'
import { verdictOf } from '../format/verdict.ts'
import type { Alternatives } from '../stores/availability.ts'
import type { Check } from '../stores/availability-watch.ts'
import { useNow } from '../stores/clock.ts'
import { intervalOf, type Draft } from '../stores/draft.ts'
import { changeDraft } from '../stores/drawer.ts'
import { usePlace } from '../stores/place.ts'
import { Suggestions, VerdictBlock } from '../ui/availability-block.tsx'
import { Checkbox } from '../ui/check-field.tsx'
import styles from '../ui/availability.module.css'
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

/** Whether the draft’s time is free, what would be free instead, and the way past a warning. */
export const AvailabilityBlock = (props: AvailabilityBlockProps) => {
  const { draft, artist, artists, check, alternatives } = props
  const place = usePlace()
  const verdict = verdictOf(check, artist.name, useNow(), place)
  if (!verdict) return null
  return (
    <VerdictBlock verdict={verdict}>
      <Suggestions
        alternatives={alternatives}
        artist={artist}
        artists={artists}
        date={draft.date}
        start={intervalOf(draft, draft.minutes, place.zone).start}
        onTime={changeDraft}
        onArtist={(artistId) => changeDraft({ artistId })}
      />
      {check.answer?.overrulable && !check.answer.available && (
        <div className={styles.overrule}>
          <Checkbox value={props.overrule} onChange={props.onOverrule}>
            {text.bookAnyway}
          </Checkbox>
        </div>
      )}
    </VerdictBlock>
  )
}
