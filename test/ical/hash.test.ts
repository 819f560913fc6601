import { describe, expect, test } from 'vitest'
import { DAY, HOUR } from '../../src/domain/interval.ts'
import { contentHash } from '../../src/main/ical/hash.ts'
import { readObject } from '../../src/main/ical/object.ts'
import { at, calendar, event, fields, stamp, zone } from './support.ts'
import { writeEvent } from '../../src/main/ical/write.ts'

const lines = [
  'DTSTART;TZID=America/Denver:20260706T140000',
  'DTEND;TZID=America/Denver:20260706T160000',
  'RRULE:FREQ=WEEKLY;BYDAY=MO',
  'EXDATE:20260713T200000Z',
  'EXDATE:20260720T200000Z',
  'SUMMARY:Team, weekly',
  'DESCRIPTION:one\\ntwo',
  'STATUS:CONFIRMED',
  'X-LINEWORK-STATUS:CONFIRMED',
]
const base = contentHash(event(...lines))

describe('contentHash is the same after', () => {
  test.each([
    ['another order', event(...lines.toReversed())],
    ['folding', event(...lines.map((line) => line.replace(/^(.{9})/, '$1\r\n ')))],
    [
      'another escaping',
      event(...lines)
        .replace('Team, weekly', 'Team\\, weekly')
        .replace('\\n', '\\N'),
    ],
    [
      'stamps',
      event(...lines, 'SEQUENCE:9', 'LAST-MODIFIED:20260102T000000Z').replace('//x', '//y'),
    ],
    [
      'an alarm and attendees',
      event(...lines, 'ATTENDEE:mailto:a@b.c', 'BEGIN:VALARM', 'END:VALARM'),
    ],
    [
      'rule parts in another order',
      event(...lines).replace('FREQ=WEEKLY;BYDAY=MO', 'BYDAY=MO;FREQ=WEEKLY'),
    ],
    [
      'exceptions in one list',
      event(
        ...lines.filter((line) => !line.startsWith('EXDATE')),
        'EXDATE:20260720T200000Z,20260713T200000Z',
      ),
    ],
    ['the default of TRANSP', event(...lines, 'TRANSP:OPAQUE')],
  ])('%s', (_, text) => {
    expect(contentHash(text)).toBe(base)
  })
})

describe('contentHash differs after', () => {
  test.each([
    ['start', event(...lines).replace('20260706T140000', '20260706T141500')],
    ['end', event(...lines).replace('20260706T160000', '20260706T161500')],
    ['zone of a series', event(...lines).replaceAll('America/Denver', 'America/Chihuahua')],
    ['rule', event(...lines).replace('WEEKLY', 'DAILY')],
    ['exception', event(...lines, 'EXDATE:20260727T200000Z')],
    ['summary', event(...lines).replace('Team', 'team')],
    ['description', event(...lines).replace('two', 'three')],
    ['status', event(...lines).replace('STATUS:CONFIRMED', 'STATUS:TENTATIVE')],
    ['transparency', event(...lines, 'TRANSP:TRANSPARENT')],
    ['class', event(...lines, 'CLASS:PRIVATE')],
    [
      'our own property',
      event(...lines).replace('LINEWORK-STATUS:CONFIRMED', 'LINEWORK-STATUS:ARRIVED'),
    ],
    [
      'an override',
      event(...lines).replace(
        'END:VCALENDAR',
        'BEGIN:VEVENT\r\nUID:e\r\nRECURRENCE-ID:20260727T200000Z\r\nDTSTART:20260728T200000Z\r\nEND:VEVENT\r\nEND:VCALENDAR',
      ),
    ],
  ])('%s', (_, text) => {
    expect(contentHash(text)).not.toBe(base)
  })
})

const lasting = (duration: string): string => contentHash(event('DTSTART:20260706', duration))

test('contentHash is the same for another spelling of DURATION', () => {
  expect(lasting('DURATION:P7DT')).toBe(lasting('DURATION:P1W'))
  expect(lasting('DURATION:P7D')).not.toBe(lasting('DURATION:P8D'))
})

test('readObject gives the same hash, whatever the studio’s zone', () => {
  const floating = event('DTSTART:20260706T140000', 'DTEND:20261106T140000')
  for (const studio of ['UTC', zone, 'Asia/Tokyo'])
    expect(readObject(floating, { zone: studio, from: 0, to: 1 }).hash).toBe(contentHash(floating))
})

test('readObject tells all of a stored object at once', () => {
  const object = readObject(writeEvent(fields, stamp), { zone, from: fields.start, to: fields.end })
  expect(object).toMatchObject({
    uid: fields.uid,
    busy: [{ title: fields.summary, times: [fields.start, fields.end], transparent: false }],
    event: { summary: fields.summary, linework: fields.linework },
    warnings: [],
    unreadable: false,
  })
  const weekly = ['DTSTART:20260701T200000Z', 'DTEND:20260701T210000Z', 'RRULE:FREQ=WEEKLY;COUNT=3']
  const moved = [
    'BEGIN:VEVENT',
    'UID:e',
    'RECURRENCE-ID:20260708T200000Z',
    'DTSTART:20260709T200000Z',
    'DTEND:20260709T210000Z',
    'SUMMARY:Moved',
    'END:VEVENT',
  ]
  const first = at('2026-07-01T20:00:00Z')
  const series = event('SUMMARY:Class', ...weekly, 'END:VEVENT', ...moved.slice(0, -1))
  expect(readObject(series, { zone, from: first, to: first + 30 * DAY }).busy).toMatchObject([
    { title: 'Class', times: [first, first + HOUR, first + 14 * DAY, first + 14 * DAY + HOUR] },
    { title: 'Moved', times: [first + 8 * DAY, first + 8 * DAY + HOUR] },
  ])
  const task = calendar('BEGIN:VTODO', 'UID:t', 'END:VTODO')
  expect(readObject(task, { zone, from: 0, to: 1 })).toMatchObject({
    event: null,
    busy: [],
    unreadable: false,
  })
})
