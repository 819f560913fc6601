import { describe, expect, test } from 'vitest'
import type { DiscoveredCalendar } from '../../src/domain/views.ts'
import {
  artistNameOf,
  bookedTwice,
  keyOf,
  newNamesIn,
  suggestMatches,
} from '../../src/renderer/connect/matches.ts'

const calendar = (changes: Partial<DiscoveredCalendar>): DiscoveredCalendar => ({
  url: `https://cloud.example.org/calendars/desk/${changes.calendarId ?? 'mara'}/`,
  calendarId: 'mara',
  name: 'Mara',
  readOnly: false,
  ownedByLogin: true,
  suggestedArtistId: null,
  ...changes,
})

const guesses = (
  calendars: readonly Partial<DiscoveredCalendar>[],
  alreadyBooked?: ReadonlySet<string>,
) =>
  suggestMatches(calendars.map(calendar), alreadyBooked).map(({ owner, role }) => [
    keyOf(owner),
    role,
  ])

describe('whose a calendar may be', () => {
  test('a new artist is called like the calendar, without what every calendar is called', () => {
    expect(
      ['Mara bookings', 'Jonas Behr', 'Ilka (private)', 'Calendar', ''].map((name) =>
        artistNameOf(calendar({ name })),
      ),
    ).toEqual(['Mara', 'Jonas Behr', 'Ilka', 'Calendar', 'mara'])
  })

  test('the first calendar of an artist is booked in, the next one blocks', () => {
    const found = [
      { calendarId: 'a', suggestedArtistId: 'mara' },
      { calendarId: 'b', suggestedArtistId: 'mara' },
      { calendarId: 'c', suggestedArtistId: 'jonas' },
    ]
    expect(guesses(found)).toEqual([
      ['artist mara', 'booking'],
      ['artist mara', 'blocking'],
      ['artist jonas', 'booking'],
    ])
    expect(guesses(found, new Set(['jonas'])).at(-1)).toEqual(['artist jonas', 'blocking'])
  })

  test('a private calendar only blocks: for the artist it names, or nobody', () => {
    expect(
      guesses([
        { name: 'Privat' },
        { name: 'Mara private' },
        { name: 'Mara bookings' },
        { name: 'Jonas (private)', suggestedArtistId: 'jonas' },
      ]),
    ).toEqual([
      ['nobody', 'blocking'],
      ['new mara', 'blocking'],
      ['new mara', 'booking'],
      ['artist jonas', 'blocking'],
    ])
  })

  test('what cannot be written to is never booked in, and makes no new artist', () => {
    expect(guesses([{ readOnly: true }])).toEqual([['nobody', 'blocking']])
  })

  test('two calendars of one name are one new artist', () => {
    const matches = suggestMatches([
      calendar({ calendarId: 'a', name: 'Mara bookings' }),
      calendar({ calendarId: 'b', name: 'mara' }),
    ])
    expect(matches.map(({ role }) => role)).toEqual(['booking', 'blocking'])
    expect(newNamesIn(matches)).toEqual(['mara'])
  })

  test('two calendars to book into for one artist are a clash', () => {
    const [first, second] = suggestMatches([
      calendar({ calendarId: 'a', suggestedArtistId: 'mara' }),
      calendar({ calendarId: 'b', suggestedArtistId: 'mara' }),
    ])
    if (!first || !second) throw new Error('Two were given.')
    expect(bookedTwice([first, second])).toEqual(new Set())
    expect(bookedTwice([first, { ...second, role: 'booking' }])).toEqual(new Set(['artist mara']))
    const free = { nobody: true } as const
    expect(bookedTwice([first, { ...second, owner: free, role: 'booking' }])).toEqual(new Set())
  })
})
