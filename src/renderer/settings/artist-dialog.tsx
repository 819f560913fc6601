import { useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { defaultHours, inkOrder, nextInk, type Artist } from '../../domain/artist.ts'
import type { Failure } from '../../domain/failure.ts'
import { ask } from '../bridge.ts'
import { monogramOf } from '../format/words.ts'
import { words } from '../i18n/words.ts'
import { useArtists, useSettings } from '../stores/studio.ts'
import { Checkbox } from '../ui/check-field.tsx'
import { cx } from '../ui/classes.ts'
import { Confirm } from '../ui/dialog.tsx'
import { inkStyle } from '../ui/ink.ts'
import { FailureNote } from '../ui/message.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useUnsaved } from '../ui/use-unsaved.ts'
import { copyHours, hoursAreValid, WeekHoursField } from '../ui/week-hours.tsx'
import { entriesOf, PresetsField, presetsOf, type PresetEntry } from './presets-field.tsx'
import styles from './settings.module.css'
import { text } from './text.ts'

interface ArtistDialogProps {
  /** Null for a new one. */
  artist: Artist | null
  onClose: () => void
  onSaved?: (id: string) => void
}

export const ArtistDialog = ({ artist, onClose, onSaved }: ArtistDialogProps) => {
  const others = useArtists()
  const studioHours = useSettings()?.hours
  const [name, setName] = useState(artist?.name ?? '')
  const [active, setActive] = useState(artist?.active ?? true)
  const [ink, setInk] = useState(artist?.ink ?? nextInk(others.map((other) => other.ink)))
  const [hours, setHours] = useState(artist?.hours ?? studioHours ?? defaultHours)
  const session = useMinutes(artist?.sessionMinutes ?? 120)
  const before = useMinutes(artist?.bufferBefore ?? 0)
  const after = useMinutes(artist?.bufferAfter ?? 15)
  const [presets, setPresets] = useState<readonly PresetEntry[]>(entriesOf(artist?.presets ?? []))
  const [failure, setFailure] = useState<Failure | null>(null)

  // Whose a colour is already; two may share one, as a thirteenth has to.
  const nameWith = (one: number): string =>
    others.find((other) => other.ink === one && other.id !== artist?.id)?.name ?? ''

  const typed = [session.typed, before.typed, after.typed]
  const unsaved = useUnsaved({ name, active, ink, hours, typed, presets })
  const valid = [session, before, after].every((field) => !Number.isNaN(field.minutes))
  const hoursValid = hoursAreValid(hours)
  const lengths = presetsOf(presets)
  const save = async (): Promise<void> => {
    const fields = {
      name,
      ink,
      active,
      hours: copyHours(hours),
      sessionMinutes: session.minutes,
      bufferBefore: before.minutes,
      bufferAfter: after.minutes,
      ...(lengths ? { presets: lengths } : {}),
    }
    const result = artist
      ? await ask('artists.update', { id: artist.id, changes: fields })
      : await ask('artists.create', fields)
    if (!result.ok) return setFailure(result.error)
    onSaved?.(result.value.id)
    onClose()
  }
  return (
    <Confirm
      title={artist ? text.editArtist : text.addArtist}
      confirm={text.save}
      back={text.cancel}
      wide
      disabled={name.trim() === '' || !valid || !hoursValid || lengths === null}
      unsaved={unsaved}
      onConfirm={() => void save()}
      onClose={onClose}
    >
      <TextField label={text.name} value={name} onChange={setName} autoFocus />
      {artist && (
        <Checkbox value={active} onChange={setActive}>
          {text.activeHint}
        </Checkbox>
      )}
      <RadioGroup
        aria-label={text.ink}
        className={cx(styles.inks)}
        orientation="horizontal"
        value={String(ink)}
        onChange={(value) => setInk(Number(value))}
      >
        {inkOrder.map((one) => (
          <Radio key={one} value={String(one)} className={cx(styles.ink)} style={inkStyle(one)}>
            <span className={styles.swatch} aria-hidden="true">
              {monogramOf(one === ink ? name : nameWith(one))}
            </span>
            {words.common.inks[one]}
          </Radio>
        ))}
      </RadioGroup>
      <div className={styles.three}>
        <MinutesField label={text.session} field={session} />
        <MinutesField label={text.bufferBefore} field={before} />
        <MinutesField label={text.bufferAfter} field={after} />
      </div>
      <PresetsField value={presets} onChange={setPresets} />
      {lengths === null && <p role="alert">{text.presetsInvalid}</p>}
      <WeekHoursField label={text.hours} value={hours} onChange={setHours} />
      {!hoursValid && <p role="alert">{text.hoursInvalid}</p>}
      {failure && <FailureNote failure={failure} />}
    </Confirm>
  )
}

/** A number of minutes as it is typed; NaN while it is none. */
const useMinutes = (first: number) => {
  const [typed, setTyped] = useState(String(first))
  const minutes = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : Number.NaN
  return { typed, setTyped, minutes }
}

const MinutesField = ({
  label,
  field,
}: {
  label: string
  field: ReturnType<typeof useMinutes>
}) => (
  <TextField
    label={label}
    value={field.typed}
    onChange={field.setTyped}
    error={Number.isNaN(field.minutes) ? text.numberInvalid : undefined}
  />
)
