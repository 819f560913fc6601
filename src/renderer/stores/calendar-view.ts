import { create } from 'zustand'
import { addDays, type LocalDate } from '../../domain/zone.ts'
import { show, useView } from './view.ts'

export const layouts = ['day', 'week', 'list'] as const

export type Layout = (typeof layouts)[number]

interface CalendarView {
  readonly layout: Layout
  /** Whose week is shown; the first artist's until somebody chose. */
  readonly weekArtist: string | null
  /** Cancelled bookings and no-shows are left out. */
  readonly hideEnded: boolean
  /** The calendar to pick a date from is open. */
  readonly picking: boolean
}

export const useCalendarView = create<CalendarView>(() => ({
  layout: 'day',
  weekArtist: null,
  hideEnded: false,
  picking: false,
}))

export const showLayout = (layout: Layout): void => {
  show('calendar')
  useCalendarView.setState({ layout })
}

export const showWeekOf = (weekArtist: string): void =>
  useCalendarView.setState({ layout: 'week', weekArtist })

export const pickDate = (picking: boolean): void => {
  if (picking) show('calendar')
  useCalendarView.setState({ picking })
}

/** One page of the calendar on or back: a week in the week's view, a day in the others. */
export const turnPage = (from: LocalDate, pages: 1 | -1): void => {
  const days = useCalendarView.getState().layout === 'week' ? 7 : 1
  useView.setState({ screen: 'calendar', date: addDays(from, pages * days) })
}
