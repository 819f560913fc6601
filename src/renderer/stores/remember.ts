import type { LocalDate } from '../../domain/zone.ts'
import { layouts, useCalendarView } from './calendar-view.ts'
import { useView } from './view.ts'

const KEY = 'calendar'

/** What of the window survives a restart; a date only until the day on which it was looked at ends. */
interface Memory {
  readonly layout: unknown
  readonly weekArtist: unknown
  readonly hideEnded: unknown
  readonly date: unknown
  readonly on: unknown
}

const isText = (value: unknown): value is string => typeof value === 'string'

const recall = (text: string | null): Partial<Memory> => {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

type Shelf = Pick<Storage, 'getItem' | 'setItem'>

/** Puts the calendar back to how it was left, and from now on writes down how it is. */
export const rememberView = (shelf: Shelf, today: () => LocalDate): (() => void) => {
  const { layout, weekArtist, hideEnded, date, on } = recall(shelf.getItem(KEY))
  useCalendarView.setState({
    layout: layouts.find((one) => one === layout) ?? 'day',
    weekArtist: isText(weekArtist) ? weekArtist : null,
    hideEnded: hideEnded === true,
  })
  if (on === today() && isText(date) && /^\d{4}-\d\d-\d\d$/.test(date)) useView.setState({ date })

  const write = (): void => {
    const calendar = useCalendarView.getState()
    const memory: Memory = {
      layout: calendar.layout,
      weekArtist: calendar.weekArtist,
      hideEnded: calendar.hideEnded,
      date: useView.getState().date,
      on: today(),
    }
    shelf.setItem(KEY, JSON.stringify(memory))
  }
  const endings = [useCalendarView.subscribe(write), useView.subscribe(write)]
  return () => {
    for (const end of endings) end()
  }
}
