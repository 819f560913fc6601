import { useMemo, useState } from 'react'
import { concerns, type Artist } from '../../domain/artist.ts'
import { isLive } from '../../domain/appointment.ts'
import { addDays, startOfDate, type LocalDate } from '../../domain/zone.ts'
import type { Failure } from '../../domain/failure.ts'
import { overlaps, type Interval } from '../../domain/interval.ts'
import { weekStart } from '../format/time.ts'
import { useCalendarView } from '../stores/calendar-view.ts'
import { usePlace } from '../stores/place.ts'
import { useAppointments, useBusy, useCalendars, useTimeOff } from '../stores/reads.ts'
import { useActiveArtists, useSyncStatus, useToday } from '../stores/studio.ts'
import { useView } from '../stores/view.ts'
import type { GridColumn } from './grid-column.ts'

export interface Columns {
  readonly columns: readonly GridColumn[]
  /** False until there is something to show. */
  readonly ready: boolean
  readonly failure: Failure | null
}

type Spot = Pick<GridColumn, 'artist' | 'date' | 'week'>

/** The columns of a day: every active artist that the filter shows. */
export const useDayColumns = (date: LocalDate, when: boolean): Columns => {
  const artists = useActiveArtists()
  const hidden = useView((view) => view.hiddenArtists)
  const spots = useMemo<Spot[]>(
    () => artists.filter(({ id }) => !hidden.includes(id)).map((artist) => ({ artist, date })),
    [artists, hidden, date],
  )
  return useColumns(spots, date, addDays(date, 1), when)
}

/** Whose week is on the screen. */
export const useWeekArtist = (): Artist | undefined => {
  const artists = useActiveArtists()
  const hidden = useView((view) => view.hiddenArtists)
  const chosen = useCalendarView((view) => view.weekArtist)
  return (
    artists.find(({ id }) => id === chosen) ??
    artists.find(({ id }) => !hidden.includes(id)) ??
    artists[0]
  )
}

/** The columns of a week: seven days of one artist, from the first weekday of the locale. */
export const useWeekColumns = (date: LocalDate, when: boolean): Columns => {
  const { locale } = usePlace()
  const today = useToday()
  const artist = useWeekArtist()
  const first = weekStart(date, locale)
  const spots = useMemo<Spot[]>(
    () =>
      artist
        ? Array.from({ length: 7 }, (_, day) => {
            const on = addDays(first, day)
            return { artist, date: on, week: on === today ? 'today' : 'day' }
          })
        : [],
    [artist, first, today],
  )
  return useColumns(spots, first, addDays(first, 7), when, artist?.id)
}

/** Fills columns with what `from` to before `to` holds; asks nothing while `when` is false. */
const useColumns = (
  spots: readonly Spot[],
  from: LocalDate,
  to: LocalDate,
  when: boolean,
  artistId?: string,
): Columns => {
  const { zone } = usePlace()
  const range = {
    from: startOfDate(from, zone),
    to: startOfDate(to, zone),
    ...(artistId ? { artistId } : {}),
  }
  const appointments = useAppointments(range, when)
  const busy = useBusy(range, when)
  const away = useTimeOff(range, when)
  const timeOff = away.value
  const calendars = useCalendars().value
  const sync = useSyncStatus()
  const hideEnded = useCalendarView((view) => view.hideEnded)

  const columns = useMemo(
    () =>
      spots.map(({ artist, date, week }): GridColumn => {
        const mine = (one: { artistId: string }): boolean => one.artistId === artist.id
        const day = { start: startOfDate(date, zone), end: startOfDate(addDays(date, 1), zone) }
        const here = (one: Interval & { artistId: string }): boolean =>
          mine(one) && overlaps(one, day)
        return {
          artist,
          date,
          ...(week ? { week } : {}),
          appointments: (appointments.value ?? []).filter(
            (one) => here(one) && (!hideEnded || isLive(one.status)),
          ),
          events: (busy.value ?? []).filter(here),
          timeOff: (timeOff ?? []).filter((off) => concerns(off, artist.id) && overlaps(off, day)),
          sync: sync?.artists.find(mine),
          connected:
            !calendars ||
            calendars.some((calendar) => mine(calendar) && calendar.role === 'booking'),
        }
      }),
    [spots, zone, appointments.value, busy.value, timeOff, sync, calendars, hideEnded],
  )
  const ready =
    when &&
    appointments.value !== undefined &&
    busy.value !== undefined &&
    (timeOff !== undefined || away.failure !== null)
  const failure = appointments.failure ?? busy.failure
  // Until another day has its answer the one before stays, so that nothing flickers.
  const [kept, keep] = useState<readonly GridColumn[]>(none)
  const next = ready ? columns : when && !failure ? kept : none
  if (next !== kept) keep(next)
  return next === none ? { columns, ready, failure } : { columns: next, ready: true, failure }
}

const none: readonly GridColumn[] = []
