import { describe, expect, test } from 'vitest'
import type { DiscoveredCalendar } from '../../src/domain/views.ts'
import { artistNameOf, suggestMatches } from '../../src/renderer/first-run/matches.ts'

const calendar = (changes: Partial<DiscoveredCalendar>): DiscoveredCalendar => ({
  url: `https://cloud.example.org/calendars/desk/${changes.calendarId ?? 'mara'}/`,
  calendarId: 'mara',
  name: 'Mara',
  readOnly: false,
  ownedByLogin: true,
  suggestedArtistId: null,
  ...changes,
})

describe('whose a calendar may be', () => {
  test('a new artist is called like the calendar, without what every calendar is called', () => {
    expect(
      ['Mara bookings', 'Jonas Behr', 'Ilka (private)', 'Calendar', ''].map((name) =>
        artistNameOf(calendar({ name })),
      ),
    ).toEqual(['Mara', 'Jonas Behr', 'Ilka', 'Calendar', 'mara'])
  })

  test('the first calendar of an artist is booked in, the next one blocks', () => {
    const roles = suggestMatches([
      calendar({ calendarId: 'a', suggestedArtistId: 'mara' }),
      calendar({ calendarId: 'b', suggestedArtistId: 'mara' }),
      calendar({ calendarId: 'c', suggestedArtistId: 'jonas' }),
    ]).map(({ artistId, role }) => [artistId, role])
    expect(roles).toEqual([
      ['mara', 'booking'],
      ['mara', 'blocking'],
      ['jonas', 'booking'],
    ])
  })

  test('a private calendar only blocks, and makes no new artist', () => {
    expect(
      suggestMatches([
        calendar({ name: 'Privat' }),
        calendar({ name: 'Mara (private)', suggestedArtistId: 'mara' }),
        calendar({ name: 'Mara', suggestedArtistId: 'mara' }),
      ]),
    ).toMatchObject([
      { role: 'blocking', newArtist: false, artistId: null },
      { role: 'blocking', artistId: 'mara' },
      { role: 'booking', artistId: 'mara' },
    ])
  })

  test('what cannot be written to is never booked in, and makes no new artist', () => {
    expect(suggestMatches([calendar({ readOnly: true })])).toMatchObject([
      { role: 'blocking', newArtist: false, artistId: null },
    ])
  })
})
