import { describe, expect, test } from 'vitest'
import { busyIntervals } from '../../src/main/ical/busy.ts'
import type { Busy } from '../../src/main/ical/wire.ts'
import { at, calendar, event, zone } from './support.ts'

const july = { zone, from: at('2026-07-01T00:00:00-06:00'), to: at('2026-08-01T00:00:00-06:00') }

const busy = (text: string, window: Partial<typeof july> = {}): Busy =>
  busyIntervals(text, { ...july, ...window })

/** Starts and ends as the clock in Denver shows them: `07-01 14:00/16:00`. */
const clock = ({ busy: instances }: Busy): string[] =>
  instances.map(({ start, end }) => `${local(start)}/${local(end).slice(6)}`)

const local = (instant: number): string =>
  new Date(instant - 6 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ')

const starts = (result: Busy): string[] => clock(result).map((text) => text.split('/')[0] ?? '')

const weekly = [
  'DTSTART;TZID=America/Denver:20160104T140000',
  'DTEND;TZID=America/Denver:20160104T160000',
  'RRULE:FREQ=WEEKLY',
]

const series = (...overrides: string[][]): string =>
  calendar(
    ...[weekly, ...overrides].flatMap((lines) =>
      ['BEGIN:VEVENT', 'UID:e'].concat(lines, 'END:VEVENT'),
    ),
  )

const weeklyUntil = (until: string): string =>
  event(...weekly.slice(0, 2), `RRULE:FREQ=WEEKLY;UNTIL=${until}`)

describe('what one event takes', () => {
  test.each([
    ['UTC', ['DTSTART:20260701T200000Z', 'DTEND:20260701T220000Z'], '07-01 14:00/16:00'],
    ['floating', ['DTSTART:20260701T140000', 'DURATION:PT2H'], '07-01 14:00/16:00'],
    ['zoned', ['DTSTART;TZID=Europe/Berlin:20260701T220000', 'DURATION:PT2H'], '07-01 14:00/16:00'],
    [
      'Windows',
      ['DTSTART;TZID="Pacific Standard Time":20260701T130000', 'DURATION:PT2H'],
      '07-01 14:00/16:00',
    ],
    [
      'path',
      ['DTSTART;TZID=/x.org/20070129_1/America/New_York:20260701T160000', 'DURATION:PT2H'],
      '07-01 14:00/16:00',
    ],
    ['all day', ['DTSTART;VALUE=DATE:20260701'], '07-01 00:00/00:00'],
    ['no VALUE=DATE', ['DTSTART:20260701', 'DTEND:20260701'], '07-01 00:00/00:00'],
    ['no end', ['DTSTART:20260701T200000Z'], '07-01 14:00/14:00'],
    [
      'before its start',
      ['DTSTART:20260701T200000Z', 'DTEND:20260701T190000Z'],
      '07-01 14:00/14:00',
    ],
  ])('%s', (_, lines, expected) => {
    expect(clock(busy(event(...lines)))).toEqual([expected])
  })

  test('what it is', () => {
    const text = event(
      'DTSTART:20260701',
      'SUMMARY:A\\, b',
      'TRANSP:TRANSPARENT',
      'CLASS:CONFIDENTIAL',
      'STATUS:tentative',
    )
    expect(busy(text).busy).toEqual([
      {
        uid: 'e',
        start: july.from,
        end: july.from + 86_400_000,
        title: 'A, b',
        status: 'TENTATIVE',
        transparent: true,
        private: true,
        allDay: true,
      },
    ])
  })

  test('a cancelled event takes nothing, nor does one that only touches the window', () => {
    expect(
      busy(event('DTSTART:20260701T200000Z', 'DURATION:PT1H', 'STATUS:CANCELLED')).busy,
    ).toEqual([])
    expect(busy(event('DTSTART:20260701T050000Z', 'DTEND:20260701T060000Z')).busy).toEqual([])
    expect(busy(event('DTSTART:20260601T050000Z', 'DTEND:20260901T060000Z')).busy).toHaveLength(1)
  })
})

describe('recurrence', () => {
  test('a rule without end, ten years old', () => {
    expect(starts(busy(event(...weekly)))).toEqual(
      ['06', '13', '20', '27'].map((day) => `07-${day} 14:00`),
    )
  })

  test('exceptions, extra dates and periods', () => {
    const text = event(
      ...weekly,
      'EXDATE;TZID=America/Denver:20260706T140000,20260713T140000',
      'EXDATE;VALUE=DATE:20260720',
      'RDATE:20260702T200000Z',
      'RDATE;VALUE=PERIOD:20260703T200000Z/PT30M,20260704T200000Z/20260704T203000Z',
    )
    expect(clock(busy(text))).toEqual([
      '07-02 14:00/16:00',
      '07-03 14:00/14:30',
      '07-04 14:00/14:30',
      '07-27 14:00/16:00',
    ])
  })

  test('an override moves one instance, out of the window and into it, by any zone’s name for it', () => {
    const text = series(
      ['RECURRENCE-ID:20260706T200000Z', 'DTSTART:20260707T200000Z', 'DURATION:PT1H'],
      ['RECURRENCE-ID;TZID=Europe/Berlin:20260713T220000', 'DTSTART:20270101T000000Z'],
      ['RECURRENCE-ID:20290101T210000Z', 'DTSTART:20260708T200000Z', 'DURATION:PT1H'],
    )
    expect(clock(busy(text))).toEqual([
      '07-07 14:00/15:00',
      '07-08 14:00/15:00',
      '07-20 14:00/16:00',
      '07-27 14:00/16:00',
    ])
  })

  test('a cancelled override frees itself and nothing else', () => {
    const text = series(['RECURRENCE-ID:20260706T200000Z', 'STATUS:CANCELLED'])
    expect(starts(busy(text))).toEqual(['07-13 14:00', '07-20 14:00', '07-27 14:00'])
  })

  test('an override without a time leaves its instance where it was, and says that something is lost', () => {
    const result = busy(series(['RECURRENCE-ID:20260706T200000Z', 'DTSTART:soon']))
    expect(result.busy).toHaveLength(4)
    expect(result.unreadable).toBe(true)
  })

  test('an override for all that follow moves them too', () => {
    const text = series([
      'RECURRENCE-ID;RANGE=THISANDFUTURE:20260713T200000Z',
      'DTSTART;TZID=America/Denver:20260714T150000',
      'DURATION:PT1H',
    ])
    expect(clock(busy(text))).toEqual([
      '07-06 14:00/16:00',
      '07-14 15:00/16:00',
      '07-21 15:00/16:00',
      '07-28 15:00/16:00',
    ])
  })

  test('an override without its master is an event', () => {
    expect(
      clock(
        busy(event('RECURRENCE-ID:20260706T200000Z', 'DTSTART:20260706T210000Z', 'DURATION:PT1H')),
      ),
    ).toEqual(['07-06 15:00/16:00'])
  })

  test('UNTIL is read in the event’s zone; a date lets its whole day in', () => {
    expect(starts(busy(weeklyUntil('20260713')))).toEqual(['07-06 14:00', '07-13 14:00'])
    expect(starts(busy(weeklyUntil('20260713T200000Z')))).toEqual(['07-06 14:00', '07-13 14:00'])
    expect(starts(busy(weeklyUntil('20260713T195959Z')))).toEqual(['07-06 14:00'])
  })

  test('the clock on the wall stays when the clock changes, for days and for hours', () => {
    const window = { from: at('2026-10-31T00:00:00-06:00'), to: at('2026-11-02T00:00:00-07:00') }
    const daily = event(
      'DTSTART;TZID=America/Denver:20261030T090000',
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY',
    )
    expect(busy(daily, window).busy.map(({ start }) => start)).toEqual([
      at('2026-10-31T09:00:00-06:00'),
      at('2026-11-01T09:00:00-07:00'),
    ])
    const hourly = event(
      'DTSTART;TZID=America/Denver:20261030T000000',
      'DURATION:PT1H',
      'RRULE:FREQ=HOURLY',
    )
    expect(busy(hourly, window).busy).toHaveLength(49)
    const allDay = event('DTSTART;VALUE=DATE:20261030', 'RRULE:FREQ=DAILY')
    expect(busy(allDay, window).busy.map(({ start, end }) => (end - start) / 3_600_000)).toEqual([
      24, 25,
    ])
  })
})

describe('nothing is freed because it could not be read', () => {
  test('a rule that cannot be understood', () => {
    const result = busy(event('DTSTART:20260706T200000Z', 'DURATION:PT1H', 'RRULE:FREQ=OFTEN'))
    expect(clock(result)).toEqual(['07-06 14:00/15:00'])
    expect(result).toMatchObject({ unreadable: true, warnings: [expect.stringContaining('RRULE')] })
  })

  test('a rule that gives more than anybody counts takes all of its time', () => {
    const result = busy(event('DTSTART:20260706T200000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY'))
    expect(result.busy.at(-1)).toMatchObject({ start: at('2026-07-06T20:00:00Z'), end: july.to })
    expect(result.warnings).toEqual([expect.stringContaining('too often')])
  })

  test('an exception that cannot be read', () => {
    expect(busy(event(...weekly, 'EXDATE:next week')).busy).toHaveLength(4)
  })

  test('an unknown zone is the studio’s, with a warning', () => {
    const result = busy(event('DTSTART;TZID=Nowhere:20260706T140000', 'DURATION:PT1H'))
    expect(clock(result)).toEqual(['07-06 14:00/15:00'])
    expect(result.warnings).toEqual([expect.stringContaining('Nowhere')])
  })

  test.each([
    ['no start', event('SUMMARY:x')],
    ['a day that does not exist', event('DTSTART:20260231T100000Z')],
    ['no calendar', '<html><body>Sign in</body></html>'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    const result = busy(text)
    expect(result.unreadable).toBe(true)
    expect(result.warnings).not.toEqual([])
  })
})

test('files as they come: mark, bare line feeds, garbage, a missing END, two calendars', () => {
  const one = event('DTSTART:20260706T200000Z', 'DURATION:PT1H')
  const texts = [
    `\uFEFF${one}`,
    one.replaceAll('\r\n', '\n'),
    one.replaceAll('\r\n', '\r'),
    one.replace('DURATION', 'garbage\r\n;x\r\nBEGIN;V\r\nDURATION'),
    one.slice(0, one.indexOf('END:VEVENT')),
    one.replace('END:VEVENT\r\n', ''),
    calendar() + one,
  ]
  for (const text of texts) expect(clock(busy(text)), text).toEqual(['07-06 14:00/15:00'])
})
