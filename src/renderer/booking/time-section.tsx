import { UserSearch } from 'lucide-react'
import type { Artist } from '../../domain/artist.ts'
import { weekdayOf } from '../../domain/zone.ts'
import { formatSpans } from '../format/time.ts'
import { intervalOf, type Draft } from '../stores/draft.ts'
import { changeDraft } from '../stores/drawer.ts'
import { firstFree } from '../stores/first-free.ts'
import { usePlace } from '../stores/place.ts'
import { useToday } from '../stores/studio.ts'
import { DateField } from '../ui/date-field.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { Select } from '../ui/select.tsx'
import { TimeField } from '../ui/time-field.tsx'
import styles from './booking.module.css'
import { Duration } from './duration.tsx'
import { text } from './text.ts'

const anyone = 'first-free'

interface TimeSectionProps {
  draft: Draft
  artists: readonly Artist[]
  refused: boolean
}

/** Who, which day, when and how long. */
export const TimeSection = ({ draft, artists, refused }: TimeSectionProps) => {
  const { locale, zone } = usePlace()
  const takeFirstFree = async (): Promise<void> => {
    const { start } = intervalOf(draft, draft.minutes, zone)
    const free = await firstFree(start, draft.minutes, zone)
    if (free) changeDraft(free)
  }
  const weekday = weekdayOf(draft.date)
  const hoursText = draft.date === useToday() ? text.todayHours : text.today
  return (
    <>
      <Select
        label={text.artist}
        placeholder={text.chooseArtist}
        value={draft.artistId}
        onChange={(id) => (id === anyone ? void takeFirstFree() : changeDraft({ artistId: id }))}
        choices={[
          { id: anyone, name: text.firstFree, mark: <UserSearch size={18} strokeWidth={1.6} /> },
          ...artists.map((artist) => ({
            id: artist.id,
            name: artist.name,
            detail: hoursText(formatSpans(artist.hours[weekday] ?? [], locale)),
            mark: <Monogram artist={artist} size={22} />,
          })),
        ]}
      />
      <div className={styles.pair}>
        <DateField
          label={text.date}
          value={draft.date}
          onChange={(date) => changeDraft({ date })}
        />
        <TimeField
          label={text.start}
          value={draft.start}
          onChange={(start) => changeDraft({ start })}
          invalid={refused}
        />
      </div>
      <Duration draft={draft} presets={artists.find(({ id }) => id === draft.artistId)?.presets} />
    </>
  )
}
