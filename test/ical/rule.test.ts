import { describe, expect, test } from 'vitest'
import { expandRule, parseRule } from '../../src/main/ical/rule.ts'

const day = (text: string): number => Date.parse(`${text}T10:00:00Z`)

/** The dates a rule gives from `start` on, in [2026, 2033) unless told. */
const dates = (text: string, start: string, from = '2026-01-01', to = '2033-01-01'): string[] => {
  const rule = parseRule(text)
  if (!rule) throw new Error('not understood')
  const walls = expandRule(rule, day(start), day(from), day(to)) ?? []
  return walls.map((wall) => new Date(wall).toISOString().slice(0, 10))
}

describe('rules that other engines get wrong', () => {
  test('29 February exists every four years', () => {
    expect(dates('FREQ=YEARLY', '2024-02-29')).toEqual(['2028-02-29', '2032-02-29'])
  })

  test('30 February never exists', () => {
    expect(dates('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2024-02-28')).toEqual([])
  })

  test('the 31st is left out in short months', () => {
    expect(dates('FREQ=MONTHLY', '2026-01-31', '2026-01-01', '2026-06-01')).toEqual([
      '2026-01-31',
      '2026-03-31',
      '2026-05-31',
    ])
  })

  test('a week number without a day takes the weekday of the start', () => {
    expect(dates('FREQ=YEARLY;BYWEEKNO=20', '1997-05-12', '2026-01-01', '2028-12-31')).toEqual([
      '2026-05-11',
      '2027-05-17',
      '2028-05-15',
    ])
  })

  test('only years with 53 Fridays have a 53rd', () => {
    expect(dates('FREQ=YEARLY;BYDAY=53FR', '2021-12-31')).toEqual(['2027-12-31', '2032-12-31'])
  })
})

test('a rule is understood as a whole or not at all', () => {
  for (const text of [
    '',
    'INTERVAL=2',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;COUNT=x',
    'FREQ=MONTHLY;BYDAY=+1',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=DAILY;UNTIL=never',
    'FREQ=DAILY;BYEASTER=1',
  ])
    expect(parseRule(text), text).toBeNull()
  expect(parseRule('wkst=mo;Freq=weekly; X-NOTE=1;byday=TU')?.parts).toEqual(
    new Map([
      ['BYDAY', 'TU'],
      ['FREQ', 'WEEKLY'],
      ['WKST', 'MO'],
    ]),
  )
})
