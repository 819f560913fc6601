import { useState } from 'react'
import type { Preset } from '../../domain/artist.ts'
import { formatDuration, formatMinutes } from '../format/time.ts'
import type { Draft } from '../stores/draft.ts'
import { changeDraft } from '../stores/drawer.ts'
import { usePlace } from '../stores/place.ts'
import { Chips } from '../ui/chips.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './booking.module.css'
import { text } from './text.ts'

const usual = [30, 60, 120, 180, 240]

const none: readonly Preset[] = []

/** The lengths an artist is booked for, by their names, or the usual ones; any other can be typed. */
export const Duration = ({
  draft,
  presets = none,
}: {
  draft: Draft
  presets: readonly Preset[] | undefined
}) => {
  const { locale } = usePlace()
  const lengths =
    presets.length > 0
      ? presets.filter(
          ({ minutes }, at) => presets.findIndex((one) => one.minutes === minutes) === at,
        )
      : usual.map((minutes) => ({ minutes, name: formatDuration(minutes) }))
  const [typing, setTyping] = useState(false)
  const other = typing || !lengths.some(({ minutes }) => minutes === draft.minutes)
  const choose = (id: string): void => {
    setTyping(id === 'other')
    if (id !== 'other') changeDraft({ minutes: Number(id) })
  }
  const ends = formatMinutes((draft.start + draft.minutes) % 1440, locale)
  return (
    <div className={styles.group}>
      <div className={styles.caption}>
        {text.duration}
        <span>{text.ends(formatDuration(draft.minutes), ends)}</span>
      </div>
      <Chips
        label={text.duration}
        value={other ? 'other' : String(draft.minutes)}
        onChange={choose}
        choices={[
          ...lengths.map(({ minutes, name }) => ({ id: String(minutes), name })),
          { id: 'other', name: text.other },
        ]}
      />
      {other && (
        <Minutes minutes={draft.minutes} onChange={(minutes) => changeDraft({ minutes })} />
      )}
    </div>
  )
}

interface MinutesProps {
  minutes: number
  onChange: (minutes: number) => void
}

const Minutes = ({ minutes, onChange }: MinutesProps) => {
  const [typed, setTyped] = useState(String(minutes))
  const change = (value: string): void => {
    setTyped(value)
    const number = Number(value)
    if (Number.isInteger(number) && number >= 5 && number <= 1440) onChange(number)
  }
  return <TextField label={text.minutes} value={typed} onChange={change} />
}
