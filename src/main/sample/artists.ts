import type { Span, WeekHours } from '../../domain/artist.ts'
import { parseTime, weekdayOf, type LocalDate } from '../../domain/zone.ts'

type Hours = readonly [from: string, to: string]

interface SampleArtist {
  readonly name: string
  /** The booking calendar's last path segment. */
  readonly calendar: string
  readonly hours: Hours
  /** Days from today on which the artist is not there, repeated every week. */
  readonly off: readonly number[]
  readonly sessionMinutes: number
  readonly freeDoesNotBlock?: boolean
  /** A second calendar, which only takes time. */
  readonly blocking?: { readonly calendar: string; readonly name: string }
}

export const sampleArtists: readonly SampleArtist[] = [
  {
    name: 'Mara Lindqvist',
    calendar: 'mara',
    hours: ['11:00', '19:00'],
    off: [],
    sessionMinutes: 120,
  },
  {
    name: 'Jonas Behr',
    calendar: 'jonas',
    hours: ['11:00', '19:00'],
    off: [],
    sessionMinutes: 180,
    blocking: { calendar: 'jonas-private', name: 'Private' },
  },
  {
    name: 'Ilka Petrova',
    calendar: 'ilka',
    hours: ['10:00', '17:00'],
    off: [4],
    sessionMinutes: 120,
    freeDoesNotBlock: true,
  },
  {
    name: 'Theo Adeyemi',
    calendar: 'theo',
    hours: ['12:00', '20:00'],
    off: [6],
    sessionMinutes: 120,
  },
  {
    name: 'Yuki Tanabe',
    calendar: 'yuki',
    hours: ['11:00', '19:00'],
    off: [2],
    sessionMinutes: 180,
  },
  {
    name: 'Rosa Delmar',
    calendar: 'rosa',
    hours: ['13:00', '19:00'],
    off: [1, 6],
    sessionMinutes: 90,
  },
]

const span = ([from, to]: Hours): Span => ({ from: parseTime(from), to: parseTime(to) })

/** Days from today. Counted like this everyone is at work on the first day, whichever it is. */
const SHORT_DAY = 4
const CLOSED_DAY = 5
const shortDay = span(['12:00', '17:00'])

/** Working hours for a studio whose week is told from `today`. */
export const weekFrom = (
  today: LocalDate,
  { hours, off }: Pick<SampleArtist, 'hours' | 'off'>,
): WeekHours =>
  Array.from({ length: 7 }, (_, weekday) => {
    const day = (weekday - weekdayOf(today) + 7) % 7
    if (day === CLOSED_DAY || off.includes(day)) return []
    const usual = span(hours)
    return [
      day === SHORT_DAY ? { from: Math.max(usual.from, shortDay.from), to: shortDay.to } : usual,
    ]
  })

/** The studio's own hours: while anyone is there. */
export const openingHours = (today: LocalDate): WeekHours =>
  weekFrom(today, { hours: ['10:00', '20:00'], off: [] })
