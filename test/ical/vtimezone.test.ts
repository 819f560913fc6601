import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { offsetAt } from '../../src/domain/zone.ts'
import { definedZone } from '../../src/main/ical/defined-zone.ts'
import { parseText } from '../../src/main/ical/parse.ts'
import { vtimezone } from '../../src/main/ical/vtimezone.ts'

const zones = [
  'America/Denver',
  'America/Phoenix',
  'America/Vancouver',
  'Europe/Berlin',
  'Europe/Dublin',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Jerusalem',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Pacific/Apia',
]

test.each(zones)(
  '%s has the runtime’s offsets for two years, to us and to another program',
  (zone) => {
    const text = vtimezone(zone, 2026)
    const [definition] = parseText(text).timezones
    const ours = definition && definedZone('Test/Zone', definition)
    const theirs = new ICAL.Timezone(ICAL.Component.fromString(text))
    for (let at = Date.UTC(2025, 6, 1, 12); at < Date.UTC(2027, 11); at += 86_400_000 * 3) {
      const offset = offsetAt(at, zone)
      const label = `${zone} ${new Date(at).toISOString()}`
      expect((ours?.toWall(at) ?? 0) - at, label).toBe(offset)
      const local = ICAL.Time.fromJSDate(new Date(at + offset), true)
      local.zone = theirs
      expect(local.utcOffset() * 1000, label).toBe(offset)
    }
  },
)

test('a zone that changes its clock by a rule says the rule', () => {
  expect(vtimezone('America/Denver', 2026)).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU')
  expect(vtimezone('Europe/Berlin', 2026)).toContain('RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU')
  expect(vtimezone('America/Phoenix', 2026)).not.toContain('RRULE')
})

test('an unknown zone is a bug of the caller', () => {
  expect(() => vtimezone('Nowhere/Land', 2026)).toThrow(RangeError)
})
