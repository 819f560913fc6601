import ICAL from 'ical.js'
import type { WireFields } from '../../src/main/ical/wire.ts'

export const zone = 'America/Denver'

/** `2026-07-01T14:00:00Z` or with an offset, to an instant. */
export const at = (text: string): number => {
  const instant = Date.parse(text)
  if (Number.isNaN(instant)) throw new Error(`no date: ${text}`)
  return instant
}

export const stamp = at('2026-06-01T09:00:00Z')

/** Wednesday, 1 July 2026, 14:00 to 16:30 in Denver. */
export const fields: WireFields = {
  uid: '6c1f@linework',
  start: at('2026-07-01T14:00:00-06:00'),
  end: at('2026-07-01T16:30:00-06:00'),
  zone,
  summary: 'REQUEST: Zoë Ünal - Drache; Arm, links',
  description: 'Erste Sitzung\nmit \\ und 🐉',
  status: 'TENTATIVE',
  categories: ['Tattoo', 'a,b'],
  created: at('2026-05-30T08:00:00Z'),
  sequence: 0,
  linework: { STATUS: 'PENDING', 'DEPOSIT-CENTS': '5000' },
}

/** A calendar around lines of events, CRLF. */
export const calendar = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n')

/** One event; the UID is `e`. */
export const event = (...lines: string[]): string =>
  calendar('BEGIN:VEVENT', 'UID:e', 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT')

/** Another program's reading of a text: its VEVENTs. */
export const parsedElsewhere = (text: string): ICAL.Component[] =>
  ICAL.Component.fromString(text).getAllSubcomponents('vevent')
