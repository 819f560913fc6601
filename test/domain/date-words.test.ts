import { describe, expect, it } from 'vitest'
import { readDateWords } from '../../src/domain/date-words.ts'
import { HOUR } from '../../src/domain/interval.ts'
import { dateAt } from '../../src/domain/zone.ts'

const zone = 'Europe/Berlin'
/** Wednesday, 4 March 2026, 00:30 in Berlin: still the third in UTC. */
const now = Date.UTC(2026, 2, 3, 23, 30)

/** `first..last` for each interval, and what is left of the text. */
const read = (text: string): string[] | null => {
  const found = readDateWords(text, now, zone)
  return (
    found && [
      ...found.days.map(({ start, end }) => `${dateAt(start, zone)}..${dateAt(end - 1, zone)}`),
      found.rest,
    ]
  )
}

const everyYear = (day: string): string[] =>
  [2025, 2026, 2027].map((year) => `${year}-${day}..${year}-${day}`)

describe('words that name days', () => {
  it.each([
    ['today', ['2026-03-04..2026-03-04', '']],
    ['gestern ava', ['2026-03-03..2026-03-03', 'ava']],
    ['2026-11-24 ava', ['2026-11-24..2026-11-24', 'ava']],
    ['24.11.2026', ['2026-11-24..2026-11-24', '']],
    ['ava 24.11.', [...everyYear('11-24'), 'ava']],
    ['24/11 ava', [...everyYear('11-24'), 'ava']],
    ['24 nov', [...everyYear('11-24'), '']],
    ['Nov 24th 2026', ['2026-11-24..2026-11-24', '']],
    ['3. März chen', [...everyYear('03-03'), 'chen']],
    ['november 2026', ['2026-11-01..2026-11-30', '']],
    ['fern dez 2025', ['2025-12-01..2025-12-31', 'fern']],
    ['29 feb 2028', ['2028-02-29..2028-02-29', '']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))

  it.each(['', 'ava chen', 'ma', '0170 123', '31.2.2026', '2026-13-01', '99/99', '30 feb'])(
    'not “%s”',
    (text) => expect(read(text)).toBeNull(),
  )

  it('a day of 23 hours is one day', () => {
    const [day] = readDateWords('29.3.2026', now, zone)?.days ?? []
    expect((day?.end ?? 0) - (day?.start ?? 0)).toBe(23 * HOUR)
  })
})
