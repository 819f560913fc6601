import { useMemo } from 'react'
import type { TimeOff } from '../../domain/artist.ts'
import { addDays, startOfDate, type LocalDate } from '../../domain/zone.ts'
import { formatShortDay } from '../format/time.ts'
import { useNow } from '../stores/clock.ts'
import { openAppointment } from '../stores/drawer.ts'
import { usePlace } from '../stores/place.ts'
import { useAppointments, useBusy, useTimeOff } from '../stores/reads.ts'
import { useArtist, useSyncStatus } from '../stores/studio.ts'
import { show } from '../stores/view.ts'
import type { GridColumn } from './grid-column.ts'
import { Grid } from './grid.tsx'
import type { OutlinedSlot } from './outline.tsx'
import { minuteOn } from './scale.ts'

export interface ArtistDayProps {
  artistId: string
  date: LocalDate
  /** The appointment the day is looked at for; it is outlined and not drawn as a card. */
  appointmentId: string
  outlined: OutlinedSlot
}

/** One artist's day in small, to look at beside a request. */
export const ArtistDay = ({ artistId, date, appointmentId, outlined }: ArtistDayProps) => {
  const place = usePlace()
  const artist = useArtist(artistId)
  const range = {
    artistId,
    from: startOfDate(date, place.zone),
    to: startOfDate(addDays(date, 1), place.zone),
  }
  const appointments = useAppointments(range).value
  const events = useBusy(range).value
  const timeOff = useTimeOff(range).value
  const sync = useSyncStatus()?.artists.find((one) => one.artistId === artistId)
  const now = useNow()
  const column = useMemo<GridColumn | null>(
    () =>
      artist && appointments && events
        ? {
            artist,
            date,
            appointments: appointments.filter(({ id }) => id !== appointmentId),
            events,
            timeOff: timeOff ?? none,
            sync,
            connected: true,
            heading: formatShortDay(date, place.locale),
          }
        : null,
    [artist, appointments, events, timeOff, date, appointmentId, sync, place.locale],
  )
  if (!column) return null
  return (
    <Grid
      columns={[column]}
      now={now}
      place={place}
      selected={null}
      outlined={{ ...outlined, artistId }}
      firstMinute={() => minuteOn(outlined.start, date, place.zone) - LEAD}
      scrollKey={appointmentId}
      scale={1.35}
      onOpen={openInCalendar}
    />
  )
}

/** How much of the day shows above the outline, in minutes. */
const LEAD = 90

const none: readonly TimeOff[] = []

const openInCalendar = (id: string): void => {
  show('calendar')
  openAppointment(id)
}
