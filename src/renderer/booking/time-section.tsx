import { useState } from 'react'
import type { Artist } from '../../domain/artist.ts'
import { weekdayOf } from '../../domain/zone.ts'
import { formatDuration, formatMinutes, formatSpans } from '../format/time.ts'
import type { Draft } from '../stores/draft.ts'
import { changeDraft } from '../stores/drawer.ts'
import { usePlace } from '../stores/place.ts'
import { Chips } from '../ui/chips.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { TimeField } from '../ui/time-field.tsx'
import styles from './booking.module.css'
import { text } from './text.ts'

const usual = [30, 60, 120, 180, 240]

interface TimeSectionProps {
  draft: Draft
  artists: readonly Artist[]
  refused: boolean
}

/** Who, which day, when and how long. */
export const TimeSection = ({ draft, artists, refused }: TimeSectionProps) => {
  const { locale } = usePlace()
  const weekday = weekdayOf(draft.date)
  return (
    <>
      <Select
        label={text.artist}
        placeholder={text.chooseArtist}
        value={draft.artistId}
        onChange={(artistId) => changeDraft({ artistId })}
        choices={artists.map((artist) => ({
          id: artist.id,
          name: artist.name,
          detail: text.today(formatSpans(artist.hours[weekday] ?? [], locale)),
          mark: <Monogram artist={artist} size={22} />,
        }))}
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
      <Duration draft={draft} />
    </>
  )
}

const Duration = ({ draft }: { draft: Draft }) => {
  const { locale } = usePlace()
  const [other, setOther] = useState(!usual.includes(draft.minutes))
  const choose = (id: string): void => {
    setOther(id === 'other')
    if (id !== 'other') changeDraft({ minutes: Number(id) })
  }
  return (
    <div className={styles.group}>
      <div className={styles.caption}>
        {text.duration}
        <span>{text.ends(formatMinutes((draft.start + draft.minutes) % 1440, locale))}</span>
      </div>
      <Chips
        label={text.duration}
        value={other ? 'other' : String(draft.minutes)}
        onChange={choose}
        choices={[
          ...usual.map((minutes) => ({ id: String(minutes), name: formatDuration(minutes) })),
          { id: 'other', name: text.other },
        ]}
      />
      {other && (
        <Minutes minutes={draft.minutes} onChange={(minutes) => changeDraft({ minutes })} />
      )}
    </div>
  )
}

const Minutes = ({
  minutes,
  onChange,
}: {
  minutes: number
  onChange: (minutes: number) => void
}) => {
  const [typed, setTyped] = useState(String(minutes))
  const change = (value: string): void => {
    setTyped(value)
    const number = Number(value)
    if (Number.isInteger(number) && number >= 5 && number <= 1440) onChange(number)
  }
  return <TextField label={text.minutes} value={typed} onChange={change} />
}
