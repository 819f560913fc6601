import { expect, test } from 'vitest'
import { readEvent } from '../../src/main/ical/read.ts'
import { at, calendar, event, zone } from './support.ts'

test('an event that somebody else wrote', () => {
  const text = event(
    'DTSTART;VALUE=DATE:20260706',
    'DTEND;VALUE=DATE:20260708',
    'RRULE:FREQ=WEEKLY',
    'SUMMARY;LANGUAGE=en;X-A="a:b;c":Guest\\, spot\\; ok',
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    'STATUS:NEEDS-ACTION',
    'SEQUENCE:two',
  )
  expect(readEvent(text, zone)).toEqual({
    ok: true,
    value: {
      uid: 'e',
      start: at('2026-07-06T00:00:00-06:00'),
      end: at('2026-07-08T00:00:00-06:00'),
      allDay: true,
      recurring: true,
      summary: 'Guest, spot; ok',
      description: '',
      status: null,
      sequence: 0,
      transparent: true,
      private: true,
      linework: {},
    },
  })
})

test('the event is the series, not the override that stands before it', () => {
  const override = event(
    'RECURRENCE-ID:20260706T200000Z',
    'DTSTART:20260707T200000Z',
    'SUMMARY:override',
  )
  const text = override + event('DTSTART:20260629T200000Z', 'SUMMARY:series')
  expect(readEvent(text, zone)).toMatchObject({ value: { summary: 'series', recurring: true } })
})

test.each([
  ['no event', calendar()],
  ['no start', event('SUMMARY:x')],
  ['no calendar', '<html>'],
])('%s is a broken event', (_, text) => {
  expect(readEvent(text, zone)).toMatchObject({ ok: false, error: { kind: 'broken-event' } })
})
