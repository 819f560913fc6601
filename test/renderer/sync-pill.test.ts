import { describe, expect, test } from 'vitest'
import { MINUTE } from '../../src/domain/interval.ts'
import type { ArtistSync, SyncStatus } from '../../src/domain/views.ts'
import { statusLine, syncTroubles } from '../../src/renderer/shell/status-text.ts'

const place = { zone: 'Europe/Berlin', locale: 'en-GB' }
const now = Date.parse('2026-11-24T13:22:00Z')

const fine: ArtistSync = {
  artistId: 'mara',
  state: 'ok',
  lastSuccessAt: now - 2 * MINUTE,
  waiting: 0,
  conflicts: 0,
  unreadable: 0,
  failure: null,
}
const broken: ArtistSync = {
  ...fine,
  state: 'failed',
  failure: { kind: 'server-error', message: 'An error of its own.' },
}
const status: SyncStatus = {
  state: 'idle',
  progress: null,
  lastSuccessAt: now - 2 * MINUTE,
  nextRunAt: null,
  waiting: 0,
  artists: [fine],
}
const words = (changes: Partial<SyncStatus>) =>
  statusLine({ ...status, ...changes }, now, place).words

describe('the status pill', () => {
  test('says it in words', () => {
    expect(words({})).toBe('Synced 2 min ago')
    expect(words({ waiting: 1 })).toBe('Synced 2 min ago, 1 change waiting')
    expect(words({ lastSuccessAt: null })).toBe('Not synced yet')
    expect(words({ state: 'syncing', progress: { done: 3, total: 8 } })).toBe('Syncing 3 of 8')
    expect(words({ state: 'offline', waiting: 4 })).toBe('Offline, 4 changes waiting')
    expect(words({ artists: [broken, broken] })).toBe('2 artists failed')
    expect(words({ artists: [broken], waiting: 3 })).toBe('1 artist failed, 3 changes waiting')
    expect(words({ artists: [{ ...fine, conflicts: 1 }] })).toBe('1 conflict')
  })

  test('where all that is missing is a password, that is what it says', () => {
    const refused: ArtistSync = { ...broken, failure: { kind: 'sign-in', message: 'Refused.' } }
    const asked: ArtistSync = {
      ...broken,
      failure: { kind: 'sign-in-needed', message: 'Password needed.' },
    }
    expect(words({ artists: [refused, asked] })).toBe('Sign-in needed')
    expect(words({ artists: [asked, fine], waiting: 1 })).toBe('Sign-in needed, 1 change waiting')
    expect(words({ artists: [asked, broken] })).toBe('2 artists failed')
  })

  test('a failure comes before conflicts, and is never green', () => {
    const line = statusLine({ ...status, artists: [broken, { ...fine, conflicts: 2 }] }, now, place)
    expect(line).toEqual({ tone: 'warn', words: '1 artist failed' })
  })
})

test('the rail counts artists, not failures and conflicts', () => {
  expect(syncTroubles(undefined)).toBe(0)
  expect(syncTroubles({ ...status, artists: [fine, { ...broken, conflicts: 3 }] })).toBe(1)
})
