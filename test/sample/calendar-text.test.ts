import { describe, expect, it } from 'vitest'
import { looseUid, occursIn, parseCalendar } from '../../src/main/sample/server/calendar-text.ts'
import { eventText } from '../support/servers/events.ts'

const day = Date.UTC(2026, 6, 6)
const hour = 3_600_000

describe('occursIn, from 12:00 to 14:00 UTC', () => {
  it.each([
    ['inside', ['DTSTART:20260706T123000Z', 'DTEND:20260706T130000Z'], true],
    ['ends as it starts', ['DTSTART:20260706T110000Z', 'DTEND:20260706T120000Z'], false],
    ['starts as it ends', ['DTSTART:20260706T140000Z', 'DTEND:20260706T150000Z'], false],
    ['duration', ['DTSTART:20260706T110000Z', 'DURATION:PT1H30M'], true],
    ['too short a duration', ['DTSTART:20260706T110000Z', 'DURATION:PT30M'], false],
    ['no length', ['DTSTART:20260706T120000Z'], true],
    ['in a zone', ['DTSTART;TZID=Europe/Berlin:20260706T140000', 'DURATION:PT1H'], true],
    ['in a far zone', ['DTSTART;TZID=Asia/Tokyo:20260706T130000', 'DURATION:PT1H'], false],
    ['in an unknown zone', ['DTSTART;TZID="Here: now":20260706T220000', 'DURATION:PT1H'], true],
    ['all day', ['DTSTART;VALUE=DATE:20260706'], true],
    ['another week', ['DTSTART;VALUE=DATE:20260713'], false],
    ['recurring', ['DTSTART:20200706T123000Z', 'RRULE:FREQ=YEARLY'], true],
    ['unreadable', ['DTSTART:tomorrow'], true],
  ])('%s', (_name, lines, expected) => {
    expect(occursIn(eventText('x', lines), day + 12 * hour, day + 14 * hour)).toBe(expected)
  })
})

describe('parseCalendar', () => {
  it('reads folded lines, parameters and nested components', () => {
    const folded = eventText('a', [
      'DESCRIPTION;ALTREP="http://x/;:":one\r\n  two',
      'BEGIN:VALARM',
      'END:VALARM',
    ])
    const event = parseCalendar(folded)?.children[0]
    expect(event?.properties.at(-1)).toEqual({
      name: 'DESCRIPTION',
      parameters: ';ALTREP="http://x/;:"',
      value: 'one two',
    })
    expect(event?.children.map(({ name }) => name)).toEqual(['VALARM'])
  })

  it('refuses what is not nested well', () => {
    expect(parseCalendar('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n')).toBeNull()
    expect(parseCalendar('BEGIN:VCALENDAR\r\nnonsense\r\nEND:VCALENDAR\r\n')).toBeNull()
    expect(parseCalendar('')).toBeNull()
  })

  it('finds the UID of a broken text', () => {
    expect(looseUid('nonsense\r\nUID;X=1:a\r\n b\r\nmore')).toBe('ab')
    expect(looseUid('nonsense')).toBe('')
  })
})
