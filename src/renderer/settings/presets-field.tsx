import { Plus, X } from 'lucide-react'
import type { Preset } from '../../domain/artist.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './settings.module.css'
import { text } from './text.ts'

/** A preset as it is typed. */
export interface PresetEntry {
  readonly name: string
  readonly minutes: string
}

export const entriesOf = (presets: readonly Preset[]): PresetEntry[] =>
  presets.map(({ name, minutes }) => ({ name, minutes: String(minutes) }))

/** What was typed as presets, without empty rows; null while one makes no sense. */
export const presetsOf = (entries: readonly PresetEntry[]): Preset[] | null => {
  const filled = entries.filter(({ name, minutes }) => name.trim() !== '' || minutes.trim() !== '')
  const presets = filled.map(({ name, minutes }) => ({
    name: name.trim(),
    minutes: /^\s*\d{1,4}\s*$/.test(minutes) ? Number(minutes) : Number.NaN,
  }))
  const sound = presets.every(
    ({ name, minutes }) => name !== '' && minutes >= 5 && minutes <= 24 * 60,
  )
  return sound ? presets : null
}

const MOST = 12

interface PresetsFieldProps {
  value: readonly PresetEntry[]
  onChange: (entries: readonly PresetEntry[]) => void
}

/** The lengths an artist is booked for, each with its name; offered in this order. */
export const PresetsField = ({ value, onChange }: PresetsFieldProps) => (
  <fieldset className={styles.presets}>
    <legend>{text.presets}</legend>
    {value.map((entry, at) => (
      // Presets have no names of their own until they are typed; their place is what they are.
      <div key={`preset ${at + 1}`}>
        <TextField
          label={text.presetName(at + 1)}
          hideLabel
          placeholder={text.presetHint}
          value={entry.name}
          onChange={(name) => onChange(value.with(at, { ...entry, name }))}
        />
        <TextField
          label={text.presetMinutes(at + 1)}
          hideLabel
          placeholder={text.presetMinutesHint}
          value={entry.minutes}
          onChange={(minutes) => onChange(value.with(at, { ...entry, minutes }))}
        />
        <Button
          look="quiet"
          icon
          aria-label={text.removePreset(at + 1)}
          onPress={() => onChange(value.toSpliced(at, 1))}
        >
          <X size={15} aria-hidden="true" />
        </Button>
      </div>
    ))}
    {value.length < MOST && (
      <Button size="small" onPress={() => onChange([...value, { name: '', minutes: '' }])}>
        <Plus size={14} aria-hidden="true" />
        {text.addPreset}
      </Button>
    )}
  </fieldset>
)
