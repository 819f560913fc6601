import { useState } from 'react'
import { addDays, startOfDate } from '../../domain/zone.ts'
import { act } from '../stores/act.ts'
import { closeOverlay } from '../stores/overlay.ts'
import { useActiveArtists, useZone } from '../stores/studio.ts'
import { tell } from '../stores/toasts.ts'
import { useShownDate } from '../stores/view.ts'
import { Chips } from '../ui/chips.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Confirm } from '../ui/dialog.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { Select } from '../ui/select.tsx'
import { text } from './text.ts'

const everyone = 'everyone'

/** Writes the bookings of some days to a file. */
export const ExportDialog = () => {
  const shown = useShownDate()
  const zone = useZone()
  const artists = useActiveArtists()
  const [from, setFrom] = useState(shown)
  const [until, setUntil] = useState(addDays(shown, 6))
  const [artistId, setArtistId] = useState(everyone)
  const [kind, setKind] = useState<'csv' | 'ics'>('csv')
  const invalid = until < from

  const save = async (): Promise<void> => {
    const result = await act('export.save', {
      kind,
      from: startOfDate(from, zone),
      to: startOfDate(addDays(until, 1), zone),
      ...(artistId === everyone ? {} : { artistId }),
    })
    if (!result.ok || result.value.file === null) return
    closeOverlay()
    tell('ok', text.saved(result.value.file))
  }
  return (
    <Confirm
      title={text.exportTitle}
      confirm={text.save}
      disabled={invalid}
      onConfirm={() => void save()}
      onClose={closeOverlay}
    >
      <p>{text.exportHint}</p>
      <DateField label={text.from} value={from} onChange={setFrom} />
      <DateField label={text.until} value={until} onChange={setUntil} invalid={invalid} />
      {invalid && <p role="alert">{text.rangeInvalid}</p>}
      <Select
        label={text.whose}
        value={artistId}
        onChange={setArtistId}
        choices={[
          { id: everyone, name: text.everyone },
          ...artists.map((artist) => ({
            id: artist.id,
            name: artist.name,
            mark: <Monogram artist={artist} size={22} />,
          })),
        ]}
      />
      <Chips
        label={text.kind}
        value={kind}
        onChange={(id) => setKind(id === 'ics' ? 'ics' : 'csv')}
        choices={[
          { id: 'csv', name: text.kinds.csv },
          { id: 'ics', name: text.kinds.ics },
        ]}
      />
    </Confirm>
  )
}
