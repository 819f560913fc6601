import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { readEvent } from '../../src/main/ical/read.ts'
import { writeEvent } from '../../src/main/ical/write.ts'
import { at, fields, parsedElsewhere, stamp, zone } from './support.ts'

describe('writeEvent', () => {
  const text = writeEvent(fields, stamp)

  test('says the same to us', () => {
    expect(readEvent(text, 'Asia/Tokyo')).toEqual({
      ok: true,
      value: {
        uid: fields.uid,
        start: fields.start,
        end: fields.end,
        allDay: false,
        recurring: false,
        summary: fields.summary,
        description: fields.description,
        status: 'TENTATIVE',
        sequence: 0,
        transparent: false,
        private: false,
        linework: fields.linework,
      },
    })
  })

  test('says the same to another program', () => {
    const [vevent] = parsedElsewhere(text)
    const event = new ICAL.Event(vevent)
    expect(event.uid).toBe(fields.uid)
    expect(event.summary).toBe(fields.summary)
    expect(event.description).toBe(fields.description)
    expect(event.startDate.toString()).toBe('2026-07-01T14:00:00')
    expect(event.startDate.zone?.tzid).toBe(zone)
    expect(event.startDate.toJSDate().getTime()).toBe(fields.start)
    expect(event.endDate.toJSDate().getTime()).toBe(fields.end)
    expect(vevent?.getFirstProperty('categories')?.getValues()).toEqual(['Tattoo', 'a,b'])
    expect(vevent?.getFirstPropertyValue('status')).toBe('TENTATIVE')
    expect(vevent?.getFirstPropertyValue('transp')).toBe('OPAQUE')
    expect(String(vevent?.getFirstPropertyValue('created'))).toBe('2026-05-30T08:00:00Z')
    expect(String(vevent?.getFirstPropertyValue('dtstamp'))).toBe('2026-06-01T09:00:00Z')
  })

  test('folds at 75 octets, never inside a character', () => {
    const summary = '🐉'.repeat(60) + 'é'.repeat(80)
    const folded = writeEvent({ ...fields, summary }, stamp)
    const lines = folded.split('\r\n')
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(folded).not.toContain('\uFFFD')
    expect(lines.every((line) => Buffer.from(line).toString() === line)).toBe(true)
    expect(new ICAL.Event(parsedElsewhere(folded)[0]).summary).toBe(summary)
  })

  test('writes no empty description, and nothing that could end a line', () => {
    const summary = 'a\r\nEND:VEVENT\u0007\u0085b'
    const tricky = writeEvent({ ...fields, summary, description: '', categories: [] }, stamp)
    expect(tricky).not.toMatch(/^(DESCRIPTION|CATEGORIES)/m)
    expect(new ICAL.Event(parsedElsewhere(tricky)[0]).summary).toBe('a\nEND:VEVENTb')
  })

  test('names both hours that come twice in autumn', () => {
    for (const start of [at('2026-11-01T01:30:00-06:00'), at('2026-11-01T01:30:00-07:00')]) {
      const twice = writeEvent({ ...fields, start, end: start + 1_800_000 }, stamp)
      expect(readEvent(twice, 'UTC')).toMatchObject({ value: { start, end: start + 1_800_000 } })
      expect(new ICAL.Event(parsedElsewhere(twice)[0]).startDate.toJSDate().getTime()).toBe(start)
    }
  })

  test('keeps its length over the hour that is skipped in spring', () => {
    const start = at('2026-03-08T01:00:00-07:00')
    const end = at('2026-03-08T04:00:00-06:00')
    const spring = writeEvent({ ...fields, start, end }, stamp)
    expect(spring).toContain('DTEND;TZID=America/Denver:20260308T040000')
    expect(readEvent(spring, 'UTC')).toMatchObject({ value: { start, end } })
  })

  test('needs no VTIMEZONE in UTC', () => {
    const plain = writeEvent({ ...fields, zone: 'UTC' }, stamp)
    expect(plain).toContain('DTSTART:20260701T200000Z')
    expect(plain).not.toContain('VTIMEZONE')
  })
})
