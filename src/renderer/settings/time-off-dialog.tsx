import { Building2 } from 'lucide-react'
import { useState } from 'react'
import type { Failure } from '../../domain/failure.ts'
import { addDays, instantOn, startOfDate } from '../../domain/zone.ts'
import { ask } from '../bridge.ts'
import { useActiveArtists, useToday, useZone } from '../stores/studio.ts'
import { tell } from '../stores/toasts.ts'
import { Checkbox } from '../ui/check-field.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Confirm } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/message.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { TimeField } from '../ui/time-field.tsx'
import { useUnsaved } from '../ui/use-unsaved.ts'
import styles from './settings.module.css'
import { text } from './text.ts'

const studio = 'studio'

/** Says when somebody is away: whole days, or hours of them. */
export const TimeOffDialog = ({ onClose }: { onClose: () => void }) => {
  const zone = useZone()
  const today = useToday()
  const artists = useActiveArtists()
  const [who, setWho] = useState(artists[0]?.id ?? studio)
  const [from, setFrom] = useState(today)
  const [until, setUntil] = useState(today)
  const [whole, setWhole] = useState(true)
  const [begins, setBegins] = useState(12 * 60)
  const [ends, setEnds] = useState(14 * 60)
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const start = whole ? startOfDate(from, zone) : instantOn(from, begins, zone)
  const end = whole ? startOfDate(addDays(until, 1), zone) : instantOn(until, ends, zone)
  const invalid = end <= start

  const unsaved = useUnsaved({ who, from, until, whole, begins, ends, reason })

  const save = async (): Promise<void> => {
    const away = { start, end, reason }
    const result =
      who === studio
        ? await ask('closedDays.create', away)
        : await ask('timeOff.create', { artistId: who, ...away })
    if (!result.ok) return setFailure(result.error)
    tell('ok', text.saved)
    onClose()
  }
  return (
    <Confirm
      title={text.addTimeOff}
      confirm={text.save}
      back={text.cancel}
      disabled={invalid}
      unsaved={unsaved}
      onConfirm={() => void save()}
      onClose={onClose}
    >
      <Select
        label={text.who}
        value={who}
        onChange={setWho}
        choices={[
          ...artists.map((artist) => ({
            id: artist.id,
            name: artist.name,
            mark: <Monogram artist={artist} size={22} />,
          })),
          {
            id: studio,
            name: text.wholeStudio,
            mark: <Building2 size={18} strokeWidth={1.6} aria-hidden="true" />,
          },
        ]}
      />
      <div className={styles.two}>
        <DateField
          label={text.firstDay}
          value={from}
          onChange={(date) => {
            setFrom(date)
            if (until < date) setUntil(date)
          }}
        />
        <DateField label={text.lastDay} value={until} onChange={setUntil} invalid={invalid} />
      </div>
      <Checkbox value={whole} onChange={setWhole}>
        {text.wholeDays}
      </Checkbox>
      {!whole && (
        <div className={styles.two}>
          <TimeField label={text.begins} value={begins} onChange={setBegins} />
          <TimeField label={text.ends} value={ends} onChange={setEnds} invalid={invalid} />
        </div>
      )}
      <TextField
        label={text.reason}
        hint={text.timeOffReasonHint}
        value={reason}
        onChange={setReason}
      />
      {invalid && <p role="alert">{text.timeOffInvalid}</p>}
      {failure && <FailureNote failure={failure} />}
    </Confirm>
  )
}
