import { useCallback, useMemo } from 'react'
import type { Artist } from '../../domain/artist.ts'
import type { LocalDate } from '../../domain/zone.ts'
import { useNow } from '../stores/clock.ts'
import { clientName, intervalOf, newDraft } from '../stores/draft.ts'
import { changeDraft, openAppointment, openBooking, useDrawer } from '../stores/drawer.ts'
import { usePlace } from '../stores/place.ts'
import { useToday } from '../stores/studio.ts'
import { useView } from '../stores/view.ts'
import { openingOf, type GridColumn } from './grid-column.ts'
import { Grid } from './grid.tsx'
import type { OutlinedSlot } from './outline.tsx'
import { minuteOn } from './scale.ts'
import { firstMinute } from './scroll.ts'

/** The grid the desk works with: bookings open, free time takes new ones. */
export const DeskGrid = ({
  columns,
  slotMinutes,
}: {
  columns: readonly GridColumn[]
  slotMinutes: number
}) => {
  const place = usePlace()
  const now = useNow()
  const today = useToday()
  const recentre = useView((view) => view.recentre)
  const drawer = useDrawer((state) => state.drawer)
  const outlined = useOutlined()
  const first = columns[0]
  const hasToday = columns.some(({ date }) => date === today)
  const firstShown = useCallback(
    (shown: number) =>
      firstMinute({
        opening: openingOf(columns, place.zone),
        now: hasToday ? minuteOn(now, today, place.zone) : null,
        shown,
      }),
    [columns, place.zone, hasToday, now, today],
  )
  return (
    <Grid
      columns={columns}
      now={now}
      place={place}
      slotMinutes={slotMinutes}
      selected={drawer?.kind === 'appointment' ? drawer.id : null}
      outlined={outlined}
      firstMinute={firstShown}
      scrollKey={`${first?.date} ${first?.week} ${recentre}`}
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
