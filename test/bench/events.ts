import { DAY } from '../../src/domain/interval.ts'

export interface BenchEvent {
  readonly uid: string
  readonly file: string
  readonly text: string
}

const zone = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Berlin',
  'BEGIN:DAYLIGHT',
  'DTSTART:19810329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** Mostly series that end; some go on for ever. */
const rules = [
  'FREQ=WEEKLY;COUNT=10',
  'FREQ=WEEKLY;COUNT=8;BYDAY=TU,TH',
  'FREQ=MONTHLY;BYDAY=2FR',
  'FREQ=DAILY;COUNT=5',
  'FREQ=WEEKLY;INTERVAL=2',
]

const stamp = (instant: number): string =>
  new Date(instant).toISOString().replaceAll(/[-:]|\.\d+/g, '')

/** The same "random" numbers for the same index, [0, 1). */
const chance = (index: number, salt: number): number => {
  const x = Math.sin(index * 127.1 + salt * 311.7) * 43_758.545_3
  return x - Math.floor(x)
}

/**
 * Event number `index` of a busy artist's calendar, as a phone writes it: most of them single, a fifth
 * recurring, a few over whole days, from 80 days before `now` to 700 after.
 */
export const benchEvent = (index: number, now: number, prefix = 'bench'): BenchEvent => {
  const uid = `${prefix}-${String(index).padStart(6, '0')}@linework-bench`
  const day = Math.floor(now / DAY + chance(index, 1) * 780 - 80) * DAY
  const recurring = index % 5 === 0
  const allDay = index % 50 === 1
  const start = day + (8 + Math.floor(chance(index, 2) * 32) / 4) * 3_600_000
  const end = start + (1 + Math.floor(chance(index, 3) * 4)) * 900_000
  const local = (instant: number): string => stamp(instant).slice(0, 15)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Linework//Bench//EN',
    'CALSCALE:GREGORIAN',
    ...(allDay ? [] : zone),
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp(now)}`,
    `CREATED:${stamp(now)}`,
    `LAST-MODIFIED:${stamp(now)}`,
    'SEQUENCE:0',
    `SUMMARY:Event ${index} of a long list\\, with a comma`,
    `DESCRIPTION:Made to see how long ten thousand of them take. Number ${index}.`,
    'LOCATION:Studio\\, ground floor',
    ...(allDay
      ? [`DTSTART;VALUE=DATE:${stamp(day).slice(0, 8)}`]
      : [`DTSTART;TZID=Europe/Berlin:${local(start)}`, `DTEND;TZID=Europe/Berlin:${local(end)}`]),
    ...(recurring ? [`RRULE:${rules[(index / 5) % rules.length] ?? ''}`] : []),
    'STATUS:CONFIRMED',
    'TRANSP:OPAQUE',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:Reminder',
    'TRIGGER:-PT15M',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
  return { uid, file: `${prefix}-${index}.ics`, text: lines.join('\r\n') }
}
