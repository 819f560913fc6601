import { useState } from 'react'
import { addDays, startOfDate, type LocalDate } from '../../domain/zone.ts'
import { act } from '../stores/act.ts'
import { useActiveArtists, useZone } from '../stores/studio.ts'
import { useShownDate } from '../stores/view.ts'
import { DateField } from '../ui/date-field.tsx'
import { Confirm } from '../ui/dialog.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { Select } from '../ui/select.tsx'
import { text } from './text.ts'

const everyone = 'everyone'

/** Asks which days to compare with the server, object by object. */
export const SyncRangeDialog = ({ onClose }: { onClose: () => void }) => {
  const shown = useShownDate()
  const zone = useZone()
  const artists = useActiveArtists()
  const [from, setFrom] = useState<LocalDate>(shown)
  const [until, setUntil] = useState<LocalDate>(addDays(shown, 6))
  const [artistId, setArtistId] = useState(everyone)
  const problem =
    until < from ? text.rangeInvalid : until >= addDays(from, 31) ? text.rangeLong : null

  const run = async (): Promise<void> => {
    onClose()
    await act(
      'sync.run',
      {
        ...(artistId === everyone ? {} : { artistId }),
        range: { start: startOfDate(from, zone), end: startOfDate(addDays(until, 1), zone) },
      },
      text.compared,
    )
  }
  return (
    <Confirm
      title={text.syncRangeTitle}
      confirm={text.compare}
      back={text.back}
      onConfirm={() => void run()}
      onClose={onClose}
      disabled={problem !== null}
    >
      <p>{text.syncRangeHint}</p>
      <Select
        label={text.who}
        value={artistId}
        onChange={setArtistId}
        choices={[
          { id: everyone, name: text.syncAll },
          ...artists.map((artist) => ({
            id: artist.id,
            name: artist.name,
            mark: <Monogram artist={artist} size={22} />,
          })),
        ]}
      />
      <DateField label={text.from} value={from} onChange={setFrom} />
      <DateField label={text.until} value={until} onChange={setUntil} invalid={problem !== null} />
      {problem && <p role="alert">{problem}</p>}
    </Confirm>
  )
}
