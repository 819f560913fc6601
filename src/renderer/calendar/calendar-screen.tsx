import { CalendarDays } from 'lucide-react'
import { useMemo } from 'react'
import type { Artist } from '../../domain/artist.ts'
import { addDays, startOfDate, type LocalDate } from '../../domain/zone.ts'
import { useNow } from '../stores/clock.ts'
import { clientName, intervalOf, newDraft } from '../stores/draft.ts'
import { changeDraft, openAppointment, openBooking, useDrawer } from '../stores/drawer.ts'
import { usePlace } from '../stores/place.ts'
import { useAppointments, useArtistList, useBusy, useCalendars } from '../stores/reads.ts'
import { useActiveArtists, useSettings, useSyncStatus, useToday } from '../stores/studio.ts'
import { show, useShownDate, useView } from '../stores/view.ts'
import { Button } from '../ui/button.tsx'
import { Empty, FailureNote } from '../ui/message.tsx'
import { Grid, type GridColumn } from './grid.tsx'
import type { OutlinedSlot } from './outline.tsx'
import { minuteOn } from './scale.ts'
import { Skeleton } from './skeleton.tsx'
import { text } from './text.ts'

export const CalendarScreen = () => {
  const date = useShownDate()
  const today = useToday()
  const place = usePlace()
  const now = useNow()
  const settings = useSettings()
  const artists = useActiveArtists()
  const recentre = useView((view) => view.recentre)
  const hidden = useView((view) => view.hiddenArtists)
  const loaded = useArtistList().value !== undefined
  const { columns, ready, failure } = useDay(date)
  const drawer = useDrawer((state) => state.drawer)
  const outlined = useOutlined()

  if (loaded && artists.length === 0)
    return (
      <Empty title={text.emptyTitle} icon={<CalendarDays size={32} strokeWidth={1.5} />}>
        <p>{text.empty}</p>
        <Button look="ink" onPress={() => show('settings')}>
          {text.toSettings}
        </Button>
      </Empty>
    )
  if (failure && !ready) return <FailureNote failure={failure} />
  if (!ready || !settings) return <Skeleton columns={columns.length || 4} />
  if (columns.length === 0 && hidden.length > 0)
    return (
      <Empty title={text.hidden}>
        <Button onPress={() => useView.setState({ hiddenArtists: [] })}>{text.showAll}</Button>
      </Empty>
    )
  return (
    <Grid
      columns={columns}
      now={now}
      place={place}
      slotMinutes={settings.slotMinutes}
      selected={drawer?.kind === 'appointment' ? drawer.id : null}
      outlined={outlined}
      scrollTo={date === today ? minuteOn(now, date, place.zone) : firstHour(columns) + 210}
      scrollKey={`${date} ${recentre}`}
      onSlot={bookAt}
      onOpen={openAppointment}
    />
  )
}

/** Opens the form at a slot, or moves the booking that is being written there. */
const bookAt = (artist: Artist, date: LocalDate, start: number): void => {
  if (useDrawer.getState().draft) changeDraft({ artistId: artist.id, date, start })
  else openBooking(newDraft(crypto.randomUUID(), artist.id, { date, start }, artist.sessionMinutes))
}

/** The columns of a day: every active artist that the filter shows. */
const useDay = (date: LocalDate) => {
  const { zone } = usePlace()
  const artists = useActiveArtists()
  const hidden = useView((view) => view.hiddenArtists)
  const sync = useSyncStatus()
  const calendars = useCalendars().value
  const from = startOfDate(date, zone)
  const to = startOfDate(addDays(date, 1), zone)
  const appointments = useAppointments({ from, to })
  const busy = useBusy({ from, to })

  const columns = useMemo(
    () =>
      artists
        .filter(({ id }) => !hidden.includes(id))
        .map((artist): GridColumn => {
          const mine = ({ artistId }: { artistId: string }): boolean => artistId === artist.id
          return {
            artist,
            date,
            appointments: (appointments.value ?? []).filter(mine),
            events: (busy.value ?? []).filter(mine),
            sync: sync?.artists.find(mine),
            connected:
              !calendars ||
              calendars.some((calendar) => mine(calendar) && calendar.role === 'booking'),
          }
        }),
    [artists, hidden, date, appointments.value, busy.value, sync, calendars],
  )
  return {
    columns,
    ready: appointments.value !== undefined && busy.value !== undefined,
    failure: appointments.failure ?? busy.failure,
  }
}

const useOutlined = (): (OutlinedSlot & { artistId: string }) | null => {
  const { zone } = usePlace()
  const draft = useDrawer((state) => state.draft)
  const verdict = useDrawer((state) => state.verdict)
  return useMemo(
    () =>
      draft?.artistId
        ? {
            ...intervalOf(draft, draft.minutes, zone),
            artistId: draft.artistId,
            clientName: clientName(draft),
            refused: verdict !== null && !verdict.available && !verdict.overrulable,
          }
        : null,
    [draft, verdict, zone],
  )
}

/** The minute at which the first artist of the day begins. */
const firstHour = (columns: readonly GridColumn[]): number => {
  const starts = columns.flatMap(({ artist }) => artist.hours.flatMap((day) => day[0]?.from ?? []))
  return starts.length > 0 ? Math.min(...starts) : 9 * 60
}
