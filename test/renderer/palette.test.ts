import { describe, expect, it } from 'vitest'
import { findDate } from '../../src/renderer/palette/dates.ts'
import { inOrder, type Entry } from '../../src/renderer/palette/entry.ts'
import { fits } from '../../src/renderer/palette/fits.ts'

/** A Tuesday. */
const today = '2026-11-24'

describe('a date in what was typed', () => {
  it.each([
    ['today', '2026-11-24', ''],
    ['tomorrow', '2026-11-25', ''],
    ['yesterday', '2026-11-23', ''],
    ['fri', '2026-11-27', ''],
    ['next fri', '2026-11-27', ''],
    ['tue', '2026-11-24', ''],
    ['next tuesday', '2026-12-01', ''],
    ['rosa th', '2026-11-26', 'rosa'],
    ['rosa next fri', '2026-11-27', 'rosa'],
    ['24.12.', '2026-12-24', ''],
    ['24. 12.', '2026-12-24', ''],
    ['1.2.', '2027-02-01', ''],
    ['1.2.28', '2028-02-01', ''],
    ['24/12', '2026-12-24', ''],
    ['2027-03-05', '2027-03-05', ''],
    ['24 dec', '2026-12-24', ''],
    ['dec 24', '2026-12-24', ''],
    ['mara 5 january 2028', '2028-01-05', 'mara'],
  ])('%s is %s', (typed, date, rest) => {
    expect(findDate(typed, today, 'en-GB')).toEqual({ date, rest })
  })

  it.each(['', 'rosa', '31.2.', '25/13', 'mara may', '99', 'x 5'])('is not in “%s”', (typed) => {
    expect(findDate(typed, today, 'en-GB')).toBeNull()
  })

  it.each([
    ['morgen', '2026-11-25'],
    ['übermorgen', '2026-11-26'],
    ['nächsten freitag', '2026-11-27'],
    ['24. dezember', '2026-12-24'],
    ['tomorrow', '2026-11-25'],
  ])('is understood in German too: %s', (typed, date) => {
    expect(findDate(typed, today, 'de-DE')?.date).toBe(date)
  })

  it('has the month first where the locale writes it so', () => {
    expect(findDate('12/24', today, 'en-US')?.date).toBe('2026-12-24')
    expect(findDate('12/24', today, 'en-GB')).toBeNull()
  })
})

describe('a name', () => {
  it('fits when every word typed begins one of its words', () => {
    expect(fits('Rosa Delmar', 'ros')).toBe(true)
    expect(fits('Rosa Delmar', 'del ro')).toBe(true)
    expect(fits('Emil Sørensen', 'emil s')).toBe(true)
    expect(fits('Zoë Müller', 'zoe mul')).toBe(true)
    expect(fits('Rosa Delmar', 'osa')).toBe(false)
    expect(fits('Rosa Delmar', '')).toBe(true)
  })
})

const entry = (group: Entry['group']): Entry => ({
  id: group,
  group,
  mark: null,
  name: group,
  run: () => {},
})

it('offers bookings first and commands last', () => {
  expect(inOrder([entry('do'), entry('clients'), entry('book')]).map(({ id }) => id)).toEqual([
    'book',
    'clients',
    'do',
  ])
})
