import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { showWeekOf, turnPage, useCalendarView } from '../../src/renderer/stores/calendar-view.ts'
import { rememberView } from '../../src/renderer/stores/remember.ts'
import { showDate, useView } from '../../src/renderer/stores/view.ts'

const shelfOf = (text: string | null) => {
  let kept = text
  return {
    getItem: () => kept,
    setItem: (_key: string, value: string) => {
      kept = value
    },
  }
}

const forget = (): void => {
  useCalendarView.setState(useCalendarView.getInitialState(), true)
  useView.setState(useView.getInitialState(), true)
}

describe('the calendar after a restart', () => {
  let end: (() => void) | null = null
  beforeEach(forget)
  afterEach(() => end?.())

  const restartOn = (shelf: ReturnType<typeof shelfOf>, today: string): void => {
    end?.()
    forget()
    end = rememberView(shelf, () => today)
  }

  it('is as it was left, on the same day also at the date', () => {
    const shelf = shelfOf(null)
    restartOn(shelf, '2026-11-24')
    showWeekOf('mara')
    showDate('2026-12-01')
    restartOn(shelf, '2026-11-24')
    expect(useCalendarView.getState()).toMatchObject({ layout: 'week', weekArtist: 'mara' })
    expect(useView.getState().date).toBe('2026-12-01')
  })

  it('begins with the new day on another one', () => {
    const shelf = shelfOf(null)
    restartOn(shelf, '2026-11-24')
    showDate('2026-12-01')
    restartOn(shelf, '2026-11-25')
    expect(useView.getState().date).toBeNull()
  })

  it.each(['{', 'null', '7', '{"layout":"month","weekArtist":3,"date":"soon","on":"2026-11-24"}'])(
    'is the day of today when nothing useful was kept: %s',
    (text) => {
      restartOn(shelfOf(text), '2026-11-24')
      expect(useCalendarView.getState()).toEqual(useCalendarView.getInitialState())
      expect(useView.getState().date).toBeNull()
    },
  )

  it('turns by a week where a week is shown', () => {
    turnPage('2026-11-24', 1)
    expect(useView.getState().date).toBe('2026-11-25')
    showWeekOf('mara')
    turnPage('2026-11-24', -1)
    expect(useView.getState().date).toBe('2026-11-17')
  })
})
