import type { Instant } from '../../domain/interval.ts'
import { addDays, type LocalDate } from '../../domain/zone.ts'

/** Something an artist has put into the calendar from a phone; days from today. */
export interface PrivateEvent {
  readonly calendar: string
  readonly title: string
  readonly day: number
  /** Times on the studio's wall clock, or how many whole days. */
  readonly time: readonly [from: string, to: string] | number
  /** More iCalendar lines. */
  readonly lines?: readonly string[]
}

const meeting = (calendar: string): PrivateEvent => ({
  calendar,
  title: 'Team meeting',
  day: -57,
  time: ['10:00', '10:45'],
  lines: ['RRULE:FREQ=WEEKLY'],
})

export const privateEvents: readonly PrivateEvent[] = [
  ...['mara', 'jonas', 'ilka', 'theo', 'yuki', 'rosa'].map(meeting),
  { calendar: 'mara', title: 'Guest spot, Ghent', day: 1, time: 2 },
  {
    calendar: 'ilka',
    title: 'Flash posters due',
    day: 0,
    time: 1,
    lines: ['TRANSP:TRANSPARENT'],
  },
  { calendar: 'theo', title: 'Ink delivery', day: 0, time: ['12:00', '12:30'] },
  { calendar: 'rosa', title: 'Dentist', day: 0, time: ['16:30', '17:15'] },
  { calendar: 'yuki', title: 'Vet with Momo', day: 3, time: ['11:00', '12:00'] },
  { calendar: 'theo', title: 'Call with the printer', day: 7, time: ['12:30', '13:00'] },
  {
    calendar: 'jonas-private',
    title: 'Physiotherapy',
    day: 0,
    time: ['11:15', '12:00'],
    lines: ['CLASS:PRIVATE'],
  },
  {
    calendar: 'jonas-private',
    title: 'Parents’ evening',
    day: 8,
    time: ['17:00', '19:00'],
    lines: ['CLASS:CONFIDENTIAL'],
  },
]

/** Overlaps the second half of the booking that Jonas has at 12:30 both today and tomorrow. */
export const pickUp = (day: number): PrivateEvent => ({
  calendar: 'jonas',
  title: 'Pick up Lio',
  day,
  time: ['14:45', '15:45'],
})

/** The event as iCalendar; its zone by name alone, as RFC 7809 has it. */
export const eventText = (
  { title, day, time, lines = [] }: PrivateEvent,
  { uid, today, zone, now }: { uid: string; today: LocalDate; zone: string; now: Instant },
): string => {
  const date = (offset: number): string => addDays(today, offset).replaceAll('-', '')
  const moment = (name: string, clock: string): string =>
    `${name};TZID=${zone}:${date(day)}T${clock.replace(':', '')}00`
  const span =
    typeof time === 'number'
      ? [`DTSTART;VALUE=DATE:${date(day)}`, `DTEND;VALUE=DATE:${date(day + time)}`]
      : [moment('DTSTART', time[0]), moment('DTEND', time[1])]
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Linework//Sample phone//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '')}`,
    ...span,
    `SUMMARY:${title.replaceAll(',', '\\,')}`,
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}
