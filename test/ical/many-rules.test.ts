import { expect, test } from 'vitest'
import { busyIntervals } from '../../src/main/ical/busy.ts'
import { at, event, zone } from './support.ts'

const july = { zone, from: at('2026-07-01T00:00:00-06:00'), to: at('2026-08-01T00:00:00-06:00') }
const start = ['DTSTART;TZID=America/Denver:20260706T140000', 'DURATION:PT1H']

const hours = (...lines: string[]): number =>
  busyIntervals(event(...start, ...lines), july).busy.reduce(
    (sum, { start: from, end }) => sum + (end - from) / 3_600_000,
    0,
  )

const rules = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${name}:FREQ=DAILY;COUNT=${n + 2}`)

test('a few rules in one event are each counted', () => {
  expect(hours(...rules('RRULE', 3))).toBe(4)
})

test('hundreds of rules in one event take all of its time, and free none', () => {
  expect(hours(...rules('RRULE', 300))).toBeGreaterThan(24 * 24)
  const late = [...rules('EXRULE', 300).fill('EXRULE:FREQ=YEARLY;BYMONTH=1'), 'EXRULE:FREQ=DAILY']
  expect(hours('RRULE:FREQ=DAILY;COUNT=5', ...late)).toBe(5)
})
