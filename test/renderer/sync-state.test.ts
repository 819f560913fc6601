import { describe, expect, test } from 'vitest'
import type { ArtistSync, CalendarView, SyncStatus } from '../../src/domain/views.ts'
import { artistState } from '../../src/renderer/sync/artist-state.ts'
import { clockOf, seconds } from '../../src/renderer/sync/seconds.ts'
import { waitReason } from '../../src/renderer/sync/wait-reason.ts'
import { nearMoment } from '../../src/renderer/format/near-moment.ts'

const fine: ArtistSync = {
  artistId: 'mara',
  state: 'ok',
  lastSuccessAt: 1,
  waiting: 0,
  conflicts: 0,
  unreadable: 0,
  failure: null,
}

const calendar: CalendarView = {
  id: 'bookings',
  artistId: 'mara',
  accountId: 'studio',
  url: 'https://cloud.example/mara/',
  calendarId: 'mara',
  name: 'Bookings',
  role: 'booking',
  freeDoesNotBlock: false,
  readOnly: false,
  ownedByLogin: true,
  lastSuccessAt: 1,
  lastTest: null,
  failure: null,
  brake: null,
  unreadable: { count: 0, names: [] },
}

const signIn = { kind: 'sign-in', message: 'The server refused the sign-in.' } as const
const timeout = { kind: 'timeout', message: 'The server took too long.' } as const
const braked = { ...calendar, brake: { cancellations: 7, inWindow: 20 } }

describe('an artist’s state in a word', () => {
  test.each([
    ['in sync', fine, [calendar], 'In sync', 'ok'],
    ['under way', { ...fine, state: 'syncing' }, [calendar], 'Syncing', 'info'],
    ['never read', { ...fine, state: 'never' }, [calendar], 'Not synced yet', 'plain'],
    ['without a calendar', fine, [], 'No calendar', 'plain'],
    [
      'signed out',
      { ...fine, state: 'failed', failure: signIn },
      [calendar],
      'Sign-in needed',
      'warn',
    ],
    ['failed', { ...fine, state: 'failed', failure: timeout }, [calendar], 'Failed', 'warn'],
    [
      'in conflict',
      { ...fine, state: 'attention', conflicts: 2 },
      [calendar],
      '2 conflicts',
      'danger',
    ],
    ['with events nobody can read', { ...fine, unreadable: 1 }, [calendar], '1 unreadable', 'warn'],
    [
      'stopped by the brake',
      { ...fine, conflicts: 2 },
      [calendar, braked],
      'Waits for you',
      'warn',
    ],
  ] as const)('%s', (_, sync, calendars, words, tone) => {
    expect(artistState(sync, calendars)).toMatchObject({ words, tone })
  })

  test('says whether somebody must sign in', () => {
    expect(artistState({ ...fine, failure: signIn }, [calendar]).signIn).toBe(true)
    expect(artistState({ ...fine, failure: timeout }, [calendar]).signIn).toBe(false)
  })
})

describe('why a change waits', () => {
  const status: Pick<SyncStatus, 'state' | 'artists'> = { state: 'idle', artists: [fine] }
  const change = { artistId: 'mara', delivery: 'waiting' } as const

  test.each([
    ['for the next run', change, status, 'tried again at 14:25'],
    ['for a decision', { ...change, delivery: 'held' as const }, status, 'needs a decision'],
    ['for the network', change, { ...status, state: 'offline' as const }, 'waits for the network'],
    [
      'for a sign-in',
      change,
      { ...status, artists: [{ ...fine, failure: signIn }] },
      'waits for sign-in',
    ],
    [
      'not at all',
      change,
      { ...status, artists: [{ ...fine, state: 'syncing' as const }] },
      'being sent',
    ],
  ])('%s', (_, appointment, state, words) => {
    expect(waitReason(appointment, state, '14:25')).toBe(words)
  })

  test('says no time when none is known', () => {
    expect(waitReason(change, status, null)).toBe('waits for the next sync')
  })
})

test('near days have names, on the studio’s wall clock', () => {
  const place = { zone: 'Europe/Berlin', locale: 'en-GB' }
  const late = Date.parse('2026-11-24T23:30:00Z')
  expect(nearMoment(late, '2026-11-25', place)).toBe('today 00:30')
  expect(nearMoment(late, '2026-11-24', place)).toBe('tomorrow 00:30')
  expect(nearMoment(late, '2026-11-20', place)).toBe('Wed 25 Nov 00:30')
})

test('durations and times of day are written as the locale has them', () => {
  expect(seconds(849, 'en-GB')).toBe('0.8 s')
  expect(seconds(12_000, 'de-DE')).toBe('12,0 s')
  const instant = Date.parse('2026-11-24T13:20:02Z')
  expect(clockOf(instant, 'Europe/Berlin', 'en-GB')).toBe('14:20:02')
  expect(clockOf(instant, 'UTC', 'en-GB')).toBe('13:20:02')
})
