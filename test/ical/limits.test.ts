import { expect, it } from 'vitest'
import { readObject } from '../../src/main/ical/object.ts'
import { occurrences } from '../support/busy.ts'
import { eventText } from '../support/servers/events.ts'

const window = { zone: 'Europe/Berlin', from: Date.UTC(2026, 0), to: Date.UTC(2028, 0) }
const read = (text: string) => readObject(text, window)

const times = ['DTSTART:20260706T120000Z', 'DTEND:20260706T140000Z']
const dates = (number: number): string =>
  Array.from({ length: number }, (_, hour) =>
    new Date(Date.UTC(2026, 0, 1) + hour * 3_600_000).toISOString().replaceAll(/[-:]|\.000/g, ''),
  ).join(',')

const joined = (events: readonly string[]): string =>
  [
    'BEGIN:VCALENDAR',
    ...events.map((text) => /BEGIN:VEVENT[^]*END:VEVENT/.exec(text)?.[0] ?? ''),
    'END:VCALENDAR',
    '',
  ].join('\r\n')

it('of more rules than an object may have, the first instances block and the rest is owned up to', () => {
  const rule = 'RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=4'
  const events = Array.from({ length: 250 }, (_, at) => eventText(`u${at}`, [...times, rule]))
  const { busy, unreadable, warnings } = read(joined(events))
  expect(unreadable).toBe(true)
  expect(warnings).toEqual([expect.stringContaining('more events or rules')])
  const uncounted = occurrences(busy).filter(({ title }) => title === 'Event u240')
  expect(uncounted.map(({ start }) => start)).toEqual([Date.UTC(2026, 6, 6, 12)])
})

it('of more events than an object may hold, the first block and the rest is owned up to', () => {
  const events = Array.from({ length: 5_001 }, (_, at) => eventText(`u${at}`, times))
  const { busy, unreadable } = read(joined(events))
  expect(unreadable).toBe(true)
  expect(occurrences(busy)).toHaveLength(5_000)
})

it('of more dates than are read, the first block and the rest is owned up to', () => {
  const { busy, unreadable } = read(eventText('a', [...times, `RDATE:${dates(20_001)}`]))
  expect(unreadable).toBe(true)
  expect(occurrences(busy).length).toBeGreaterThan(15_000)
})

it('an exception beyond the limit frees nothing', () => {
  const rule = 'RRULE:FREQ=DAILY;COUNT=3'
  const text = eventText('a', [
    ...times,
    rule,
    `EXDATE:${'20200101T000000Z,'.repeat(20_000)}20260707T120000Z`,
  ])
  const { busy, unreadable } = read(text)
  expect(unreadable).toBe(false)
  expect(occurrences(busy)).toHaveLength(3)
})
