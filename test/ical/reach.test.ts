import { expect, it } from 'vitest'
import { DAY } from '../../src/domain/interval.ts'
import { busyIntervals } from '../../src/main/ical/busy.ts'
import { readObject } from '../../src/main/ical/object.ts'
import { readCorpus } from '../soak/corpus.ts'
import { eventText } from '../support/servers/events.ts'

const near = { zone: 'Europe/Berlin', from: Date.UTC(2026, 0), to: Date.UTC(2028, 0) }
const reach = (...lines: string[]) =>
  readObject(eventText('a', ['DTSTART:20260706T120000Z', 'DTEND:20260706T140000Z', ...lines]), near)
    .reach
const july = Date.UTC(2026, 6, 6, 12)

it('a single event reaches a few days around itself', () => {
  const { start, end } = reach()
  expect([start, end].map((at) => Math.abs(at - july) < 3 * DAY)).toEqual([true, true])
})

it('a rule without an end reaches for ever, one with UNTIL not beyond', () => {
  expect(reach('RRULE:FREQ=WEEKLY').end).toBe(8.64e15)
  expect(reach('RRULE:FREQ=WEEKLY;COUNT=4').end).toBe(8.64e15)
  expect(reach('RRULE:FREQ=WEEKLY;UNTIL=20270101').end).toBeLessThan(Date.UTC(2027, 0, 5))
})

it('dates of its own count, and what is cancelled does not', () => {
  expect(reach('RDATE:20300101T120000Z').end).toBeGreaterThan(Date.UTC(2030, 0, 1))
  const { start, end } = reach('STATUS:CANCELLED')
  expect(start).toBeGreaterThan(end)
})

it('nothing in the corpus is busy outside of its reach, in whichever zone', () => {
  const windows = [1990, 2000, 2004, 2010, 2016, 2022, 2026, 2030].map((year) => ({
    from: Date.UTC(year, 0),
    to: Date.UTC(year + 2, 0),
  }))
  for (const text of readCorpus()) {
    const { reach: span } = readObject(text, near)
    for (const { from, to } of windows) {
      const { busy } = busyIntervals(text, { zone: 'Pacific/Auckland', from, to })
      const outside = busy.filter(({ start, end }) => end > span.end || start < span.start)
      expect(outside).toEqual([])
    }
  }
})
