import { describe, expect, test } from 'vitest'
import { patchEvent } from '../../src/main/ical/patch.ts'
import { readEvent } from '../../src/main/ical/read.ts'
import type { WireFields } from '../../src/main/ical/wire.ts'
import { writeEvent } from '../../src/main/ical/write.ts'
import { at, calendar, fields, parsedElsewhere, stamp } from './support.ts'

const now = at('2026-06-02T10:00:00Z')

const patch = (text: string, change: Partial<WireFields>): string => {
  const patched = patchEvent(text, change, now)
  if (!patched.ok) throw new Error(patched.error.message)
  return patched.value
}

/** What a phone made of our event: other order, odd folding, things we know nothing of. */
const foreign = calendar(
  'X-WR-CALNAME:Arbeit',
  'BEGIN:VEVENT',
  'SUMMARY;LANGUAGE=de:Alter Ti',
  ' tel',
  'UID:6c1f@linework',
  'SEQUENCE:4',
  'DTSTAMP:20260101T000000Z',
  'DTSTART;TZID=America/Denver:20260701T140000',
  'DURATION:PT2H',
  'ATTENDEE;CN="Zoë; Ünal";PARTSTAT=ACCEPTED:mailto:zoe@example.',
  '  org',
  'X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT15M',
  'ATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA',
  '\tBBBB==',
  'this is no content line',
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  'DESCRIPTION:not ours',
  'SUMMARY:not ours',
  'TRIGGER:-PT30M',
  'END:VALARM',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:6c1f@linework',
  'RECURRENCE-ID;TZID=America/Denver:20260708T140000',
  'DTSTART;TZID=America/Denver:20260708T150000',
  'SUMMARY:Ausnahme',
  'END:VEVENT',
)

/** The lines of `before` that are not in `after`, and the other way round. */
const difference = (before: string, after: string) => {
  const [old, fresh] = [before.split(/(?<=\n)/), after.split(/(?<=\n)/)]
  return {
    gone: old.filter((line) => !fresh.includes(line)),
    added: fresh.filter((line) => !old.includes(line)),
  }
}

describe('patchEvent', () => {
  test('changes the given property and the book-keeping, all else stays byte for byte', () => {
    expect(difference(foreign, patch(foreign, { summary: 'Neu' }))).toEqual({
      gone: [
        'SUMMARY;LANGUAGE=de:Alter Ti\r\n',
        ' tel\r\n',
        'SEQUENCE:4\r\n',
        'DTSTAMP:20260101T000000Z\r\n',
      ],
      added: [
        'SUMMARY:Neu\r\n',
        'SEQUENCE:5\r\n',
        'DTSTAMP:20260602T100000Z\r\n',
        'LAST-MODIFIED:20260602T100000Z\r\n',
      ],
    })
  })

  test('what stays, stays in its place', () => {
    const patched = patch(foreign, { summary: 'Neu', description: 'da', linework: { STATUS: 'X' } })
    const kept = foreign.split('\r\n').filter((line) => patched.split('\r\n').includes(line))
    const again = patched.split('\r\n').filter((line) => kept.includes(line))
    expect(again).toEqual(kept)
    expect(patched.indexOf('DESCRIPTION:da')).toBeLessThan(patched.indexOf('BEGIN:VALARM'))
  })

  test('a new start keeps the end, DURATION becomes DTEND, and the zone gets its definition', () => {
    const start = at('2026-07-01T13:00:00-06:00')
    const patched = patch(foreign, { start, zone: 'America/Denver' })
    expect(patched).toContain('DTSTART;TZID=America/Denver:20260701T130000\r\n')
    expect(patched).toContain('DTEND;TZID=America/Denver:20260701T160000\r\n')
    expect(patched).not.toContain('DURATION:PT2H')
    expect(patched.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1)
    expect(parsedElsewhere(patched.replace('this is no content line\r\n', ''))).toHaveLength(2)
    expect(readEvent(patched, 'UTC')).toMatchObject({ value: { start, sequence: 5 } })
    expect(patch(patched, { start: start - 3_600_000 }).match(/BEGIN:VTIMEZONE/g)).toHaveLength(1)
  })

  test('every field can be changed, and all of them read back', () => {
    const change: WireFields = {
      ...fields,
      start: at('2026-12-01T10:00:00+01:00'),
      end: at('2026-12-01T11:00:00+01:00'),
      zone: 'Europe/Berlin',
      summary: 'Zoë Ünal - Rücken',
      description: '',
      status: 'CONFIRMED',
      categories: ['Neu'],
      linework: { STATUS: 'CONFIRMED', NOTE: 'a;b\nc' },
    }
    const patched = patch(writeEvent(fields, stamp), change)
    expect(readEvent(patched, 'UTC')).toMatchObject({
      value: {
        start: change.start,
        end: change.end,
        summary: change.summary,
        description: '',
        status: 'CONFIRMED',
        sequence: 1,
        linework: { 'DEPOSIT-CENTS': '5000', STATUS: 'CONFIRMED', NOTE: 'a;b\nc' },
      },
    })
    expect(patched.match(/^CATEGORIES.*$/gm)).toEqual(['CATEGORIES:Neu'])
    expect(parsedElsewhere(patched)).toHaveLength(1)
  })

  test('nothing to change leaves the text as it is', () => {
    const text = writeEvent(fields, stamp)
    expect(patch(text, fields)).toBe(text)
    expect(patch(foreign, { summary: 'Alter Titel', start: fields.start })).toBe(foreign)
  })

  test('the file’s own line ends are used', () => {
    const text = writeEvent(fields, stamp).replaceAll('\r\n', '\n')
    const patched = patch(text, { summary: 'x'.repeat(200), zone: 'UTC', end: fields.end + 60_000 })
    expect(patched).not.toContain('\r')
    expect(readEvent(patched, 'UTC')).toMatchObject({ value: { end: fields.end + 60_000 } })
  })

  test('a text that was cut off can be patched as far as it goes', () => {
    const cut = foreign.slice(0, foreign.indexOf('BEGIN:VALARM')).trimEnd()
    expect(readEvent(patch(cut, { description: 'da' }), 'UTC')).toMatchObject({
      value: { description: 'da', summary: 'Alter Titel' },
    })
  })

  test('an event that is not there, or without a time when one is needed, is refused', () => {
    const broken = { ok: false, error: { kind: 'broken-event' } }
    expect(patchEvent(foreign, { uid: 'other', summary: 'x' }, now)).toMatchObject(broken)
    expect(patchEvent('<html>', { summary: 'x' }, now)).toMatchObject(broken)
    const timeless = calendar('BEGIN:VEVENT', 'UID:e', 'END:VEVENT')
    expect(patchEvent(timeless, { start: 0 }, now)).toMatchObject(broken)
    expect(patch(timeless, { start: 0, end: 1000, zone: 'UTC' })).toContain(
      'DTEND:19700101T000001Z',
    )
  })
})
