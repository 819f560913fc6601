import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../src/domain/interval.ts'
import {
  formatAge,
  formatAgo,
  formatDuration,
  formatLongDay,
  formatMinutes,
  formatMoment,
  formatNear,
  formatSince,
  formatRange,
  formatShortDay,
  formatSpans,
  weekNumber,
} from '../../src/renderer/format/time.ts'
import {
  count,
  currencySign,
  firstName,
  formatMoney,
  monogramOf,
  parseAmount,
} from '../../src/renderer/format/words.ts'
import { withClock } from '../../src/domain/language.ts'

const berlin = { zone: 'Europe/Berlin', locale: 'en-GB' }
const newYork = { zone: 'America/New_York', locale: 'en-US' }
const instant = Date.parse('2026-11-24T13:30:00Z')

/** Whatever space the locale data puts before AM and PM. */
const plain = (text: string): string => text.replaceAll(/\s/g, ' ')

describe('times', () => {
  test('are the studio’s, 24 or 12 hours as the locale has it', () => {
    expect(formatRange({ start: instant, end: instant + 2 * HOUR }, berlin)).toBe('14:30–16:30')
    expect(plain(formatRange({ start: instant, end: instant + HOUR }, newYork))).toBe(
      '8:30 AM–9:30 AM',
    )
  })

  test('are in the clock that was chosen over the locale’s', () => {
    const british = { zone: 'Europe/Berlin', locale: withClock('en-GB', '12') }
    const american = { zone: 'America/New_York', locale: withClock('en-US', '24') }
    const hour = { start: instant, end: instant + HOUR }
    expect(plain(formatRange(hour, british)).toLowerCase()).toBe('2:30 pm–3:30 pm')
    expect(formatRange(hour, american)).toBe('08:30–09:30')
    expect(formatSpans([{ from: 660, to: 1440 }], american.locale)).toBe('11–24')
    expect(withClock('de-AT', 'system')).toBe('de-AT')
  })

  test('midnight at the end of a day reads as midnight', () => {
    expect(formatMinutes(24 * 60, 'en-GB')).toBe('00:00')
  })

  test('working hours are short', () => {
    expect(formatSpans([{ from: 660, to: 1140 }], 'en-GB')).toBe('11–19')
    expect(
      formatSpans(
        [
          { from: 630, to: 780 },
          { from: 840, to: 1440 },
        ],
        'en-GB',
      ),
    ).toBe('10:30–13, 14–24')
    expect(formatSpans([{ from: 660, to: 1140 }], 'en-US')).toBe('11am–7pm')
    expect(formatSpans([], 'en-GB')).toBe('')
  })
})

describe('days', () => {
  test('are written without a comma after the weekday', () => {
    expect(formatLongDay('2026-11-24', 'en-GB')).toBe('Tuesday 24 November')
    expect(formatShortDay('2026-11-24', 'en-GB')).toBe('Tue 24 Nov')
    expect(formatMoment(instant, berlin)).toBe('Tue 24 Nov, 14:30')
    expect(formatNear(instant, '2026-11-24', berlin)).toBe('14:30')
    expect(formatNear(instant, '2026-11-18', berlin)).toBe('Tue 14:30')
    expect(formatNear(instant, '2026-11-17', berlin)).toBe('Tue 24 Nov, 14:30')
    expect(formatNear(instant, '2026-11-25', berlin)).toBe('Tue 24 Nov, 14:30')
  })

  test('that are past carry their day where that is not today, and their date where a weekday is not enough', () => {
    expect(formatSince(instant, '2026-11-24', berlin)).toBe('14:30')
    expect(formatSince(instant, '2026-11-30', berlin)).toBe('Tue 14:30')
    expect(formatSince(instant, '2026-12-01', berlin)).toBe('Tue 24 Nov, 14:30')
  })

  test('carry their year where it is another one', () => {
    expect(formatShortDay('2027-01-02', 'en-GB', '2026-11-24')).toContain('2027')
  })

  test('lie in ISO weeks, also around New Year', () => {
    expect(weekNumber('2026-11-24')).toBe(48)
    expect(weekNumber('2027-01-03')).toBe(53)
    expect(weekNumber('2024-12-30')).toBe(1)
  })
})

describe('spans of time', () => {
  test('how long ago, then when', () => {
    expect(formatAgo(instant, instant + 30_000, berlin)).toBe('just now')
    expect(formatAgo(instant, instant + 2 * MINUTE, berlin)).toBe('2 min ago')
    expect(formatAgo(instant, instant + 3 * HOUR, berlin)).toBe('3 h ago')
    expect(formatAgo(instant, instant + 30 * HOUR, berlin)).toBe('Tue 24 Nov, 14:30')
  })

  test('how long something waits; never a negative time', () => {
    expect(formatAge(instant, instant + 2 * HOUR)).toBe('2 h')
    expect(formatAge(instant, instant + 25 * HOUR)).toBe('1 day')
    expect(formatAge(instant, instant - HOUR)).toBe('0 min')
  })

  test('durations', () => {
    expect([30, 60, 90, 240].map(formatDuration)).toEqual(['30 min', '1 h', '1 h 30', '4 h'])
  })
})

describe('words', () => {
  test('monograms of one, two and odd names', () => {
    expect(
      ['Mara Lindqvist', 'Jo', 'Ana María Ruiz', 'Émile', '', 'X', 'Bo-Li'].map(monogramOf),
    ).toEqual(['ML', 'JO', 'AR', 'ÉM', '', 'X', 'BL'])
  })

  test('first names and counts', () => {
    expect(firstName('Mara Lindqvist')).toBe('Mara')
    expect([count(1, 'change'), count(4, 'change')]).toEqual(['1 change', '4 changes'])
  })

  test('amounts are read with point or comma and written without needless cents', () => {
    expect(['80', '80.5', '80,50', ' 7 ', ''].map(parseAmount)).toEqual([
      8000,
      8050,
      8050,
      700,
      null,
    ])
    expect(['eighty', '-5', '1.234', '1 000'].map(parseAmount)).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ])
    expect([formatMoney(8000, 'EUR', 'en-GB'), formatMoney(8050, 'USD', 'en-US')]).toEqual([
      '€80',
      '$80.50',
    ])
    expect(formatMoney(8000, 'EUR', 'de-DE')).toBe('80\u00a0€')
    expect(currencySign('CHF', 'de-CH')).toBe('CHF')
  })
})
