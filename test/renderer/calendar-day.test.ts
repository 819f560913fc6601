import { describe, expect, it } from 'vitest'
import { nowRow, rowsOf, sumsOf } from '../../src/renderer/calendar/rows.ts'
import { openingOf } from '../../src/renderer/calendar/grid-column.ts'
import { firstMinute } from '../../src/renderer/calendar/scroll.ts'
import { formatDays, formatHour, formatWeekday, weekStart } from '../../src/renderer/format/time.ts'
import { at, columnOf, eventOf, visitOf, zone } from './calendar-studio.ts'

const hours = (hour: number, minutes = 0): number => hour * 60 + minutes

describe('where a day begins to show', () => {
  const shown = 8 * 60
  it('is half an hour before it opens, on any other day', () => {
    expect(firstMinute({ opening: hours(11), now: null, shown })).toBe(hours(10, 30))
    expect(firstMinute({ opening: 0, now: null, shown })).toBe(0)
  })

  it('stays there long before opening, and goes back a little for a time shortly before', () => {
    expect(firstMinute({ opening: hours(11), now: hours(7), shown })).toBe(hours(10, 30))
    expect(firstMinute({ opening: hours(11), now: hours(10), shown })).toBe(hours(9, 45))
  })

  it('stays there while the current time is in view, and follows it then', () => {
    expect(firstMinute({ opening: hours(11), now: hours(17), shown })).toBe(hours(10, 30))
    expect(firstMinute({ opening: hours(11), now: hours(20), shown })).toBe(hours(20) - 276)
  })

  it('knows the first opening, and a booking before it', () => {
    expect(openingOf([columnOf()], zone)).toBe(hours(11))
    const early = columnOf({ appointments: [visitOf('early', at(8), at(9))] })
    expect(openingOf([columnOf(), early], zone)).toBe(hours(8))
    expect(openingOf([], zone)).toBe(hours(9))
  })
})

describe('the list', () => {
  const rows = rowsOf([
    columnOf({
      appointments: [
        visitOf('b', at(14), at(16)),
        visitOf('a', at(11), at(12), 'NO_SHOW'),
        visitOf('c', at(17), at(18), 'PENDING'),
      ],
      events: [
        eventOf('busy', at(11), at(11, 30)),
        { ...eventOf('flash', at(0), at(24)), allDay: true },
      ],
    }),
  ])

  it('has whole days first, then all there is by time', () => {
    expect(rows.map(({ key }) => key.split(' ')[0])).toEqual(['flash', 'busy', 'a', 'b', 'c'])
  })

  it('puts the current time before what is still to begin', () => {
    expect(nowRow(rows, at(10))).toBe(1)
    expect(nowRow(rows, at(14))).toBe(4)
    expect(nowRow(rows, at(20))).toBe(5)
  })

  it('counts what there is', () => {
    expect(sumsOf(rows)).toEqual({
      entries: 5,
      booked: 1,
      requests: 1,
      noShows: 1,
      cancelled: 0,
      events: 2,
    })
  })
})

describe('dates in words', () => {
  it('begins the week where the locale does', () => {
    expect(weekStart('2026-11-24', 'de-DE')).toBe('2026-11-23')
    expect(weekStart('2026-11-24', 'en-US')).toBe('2026-11-22')
    expect(weekStart('2026-11-22', 'en-GB')).toBe('2026-11-16')
  })

  it('names weeks and days', () => {
    expect(formatDays('2026-11-23', '2026-11-29', 'en-GB')).toBe('23–29 November')
    expect(formatDays('2026-11-30', '2026-12-06', 'en-GB')).toBe('30 November – 6 December')
    expect(formatWeekday('2026-11-24', 'en-GB')).toBe('Tue 24')
  })

  it('writes an hour as short as the locale lets it', () => {
    expect(formatHour(hours(14), 'en-GB')).toBe('14:00')
    expect(formatHour(hours(14), 'en-US')).toBe('2 PM')
  })
})
