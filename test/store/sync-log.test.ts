import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../src/domain/interval.ts'
import type { SyncLogEntry } from '../../src/domain/views.ts'
import { syncLogAsCsv } from '../../src/main/export/sync-log.ts'
import { readHealth } from '../../src/main/sync/health.ts'
import { keepLogShort } from '../../src/main/sync/log-keeping.ts'
import { entryOf } from '../renderer/sync-entry.ts'
import { addArtist, addCalendar, NOW, openTestStore } from '../support/store.ts'
import { manualTimers } from '../support/studio.ts'

const open = () => {
  const store = openTestStore()
  const log = (...entries: Partial<SyncLogEntry>[]): void =>
    store.transaction((tx) => {
      for (const entry of entries) {
        const { id: _, ...row } = entryOf({ id: 0, startedAt: NOW, ...entry })
        tx.syncLogs.insert(row)
      }
    })
  return { store, log }
}

describe('the health of the sync', () => {
  test('is nothing yet without a log', () => {
    expect(readHealth(open().store.read, NOW)).toEqual({
      week: { runs: 0, failures: 0 },
      today: { pulled: 0, pushed: 0 },
      days: [0, 0, 0, 0, 0, 0, 0],
      durationMs: null,
      failures: 0,
      worst: null,
      artists: [],
    })
  })

  test('counts the week, the studio’s days and the last 24 hours, without tests', () => {
    const { store, log } = open()
    log(
      { created: 3, pushed: 1, durationMs: 600 },
      { durationMs: 400, startedAt: NOW - 20 * MINUTE },
      { direction: 'test', outcome: 'failed', errorKind: 'timeout', created: 9 },
      { outcome: 'skipped', startedAt: NOW - HOUR, durationMs: 0 },
      { outcome: 'failed', errorKind: 'timeout', startedAt: NOW - 2 * HOUR, durationMs: 9000 },
      // 23:30 in Berlin on the day before
      { updated: 2, startedAt: NOW - 10.5 * HOUR },
      { deleted: 1, startedAt: NOW - 6 * DAY },
      { outcome: 'failed', errorKind: 'sign-in', startedAt: NOW - 6 * DAY },
      { created: 50, startedAt: NOW - 8 * DAY },
    )
    const health = readHealth(store.read, NOW)
    expect(health).toMatchObject({
      week: { runs: 6, failures: 2 },
      today: { pulled: 3, pushed: 1 },
      days: [1, 0, 0, 0, 0, 2, 4],
      failures: 1,
      worst: { kind: 'timeout', times: 1, artistIds: ['mara'] },
    })
    expect(health.durationMs).toBeCloseTo((600 + 400 + 400) / 3)
    const [mara] = health.artists
    expect(mara).toMatchObject({ artistId: 'mara', runs: 4, failures: 1, objects: 6 })
    expect(mara?.bars.filter(({ kind }) => kind === 'failed')).toHaveLength(1)
    expect(mara?.bars.at(-1)).toMatchObject({ kind: 'ok', durationMs: 600 })
  })

  test('pauses the strip after the newest entry of a quarter hour was a refused sign-in', () => {
    const { store, log } = open()
    const startedAt = NOW - 2 * HOUR
    log(
      { outcome: 'failed', errorKind: 'timeout', startedAt, durationMs: 9000 },
      { outcome: 'failed', errorKind: 'sign-in', startedAt: startedAt + 1 },
    )
    const bars = readHealth(store.read, NOW).artists[0]?.bars
    expect(bars?.at(-1)?.kind).toBe('paused')
  })
})

describe('the log', () => {
  test('is filtered by artist, result and time', () => {
    const { store, log } = open()
    log(
      { artistId: 'jo', message: 'quiet' },
      { created: 1, message: 'news' },
      { outcome: 'failed', errorKind: 'timeout', message: 'broken' },
      { conflicts: 1, message: 'overlap' },
      { message: 'old', startedAt: NOW - DAY },
    )
    const messages = (filter: object) =>
      store.read.syncLogs.list({ limit: 10, ...filter }).map(({ message }) => message)
    expect(messages({})).toEqual(['old', 'overlap', 'broken', 'news', 'quiet'])
    expect(messages({ artistId: 'jo' })).toEqual(['quiet'])
    expect(messages({ result: 'changes' })).toEqual(['news'])
    expect(messages({ result: 'failed' })).toEqual(['overlap', 'broken'])
    expect(messages({ from: NOW })).toEqual(['overlap', 'broken', 'news', 'quiet'])
  })

  test('is written as CSV with names, safe for a spreadsheet', () => {
    const { store, log } = open()
    const artist = addArtist(store, { name: '=Mara' })
    log({ artistId: artist.id, message: 'One, “two”', outcome: 'failed', errorKind: 'timeout' })
    const [head, row, ...more] = syncLogAsCsv(store.read, {}).split('\r\n')
    expect(head).toMatch(/^Started \(UTC\),Artist,Calendar,/)
    expect(row).toBe(
      `2026-03-04T09:00:00.000Z,'=Mara,,pull,timer,failed,400,2,0,0,0,0,0,timeout,"One, “two”"`,
    )
    expect(more).toEqual([''])
  })

  test('is kept as long as the settings say; what nothing came of, for a week', () => {
    const { store, log } = open()
    const timers = manualTimers()
    const clock = { now: NOW }
    store.transaction((tx) => tx.settings.update({ logDays: 30 }))
    log(
      { message: 'quiet', startedAt: NOW - 6 * DAY },
      { message: 'quiet and old', startedAt: NOW - 8 * DAY },
      { message: 'news', created: 1, startedAt: NOW - 29 * DAY },
      { message: 'test', direction: 'test', startedAt: NOW - 29 * DAY },
      { message: 'failure', outcome: 'failed', startedAt: NOW - 29 * DAY },
      { message: 'too old', outcome: 'failed', startedAt: NOW - 31 * DAY },
    )
    const end = keepLogShort(store, timers, () => clock.now)
    const fire = (): void => {
      for (const { work } of timers.due.splice(0)) work()
    }
    const messages = () =>
      store.read.syncLogs
        .list({ limit: 10 })
        .map(({ message }) => message)
        .toSorted()
    fire()
    expect(messages()).toEqual(['failure', 'news', 'quiet', 'test'])
    expect(timers.due.map(({ delay }) => delay)).toEqual([DAY])
    clock.now += 2 * DAY
    fire()
    expect(messages()).toEqual([])
    end()
    expect(timers.due).toEqual([])
  })

  test('goes in slices when there is much to remove', () => {
    const { store } = open()
    const timers = manualTimers()
    const { id: _, ...row } = entryOf({ id: 0, startedAt: NOW - 99 * DAY })
    store.transaction((tx) => tx.syncLogs.insert(Array.from({ length: 1_000 }, () => row)))
    store.transaction((tx) => tx.syncLogs.insert(Array.from({ length: 1_001 }, () => row)))
    keepLogShort(store, timers, () => NOW)
    const step = (): number => {
      for (const { work } of timers.due.splice(0)) work()
      return store.read.syncLogs.list({ limit: 3_000 }).length
    }
    expect([step(), step()]).toEqual([1, 0])
  })
})

test('failures in a row are those since the last success of each calendar that fails now', () => {
  const { store, log } = open()
  const failure = { kind: 'timeout' as const, message: 'No answer.' }
  const since = { createdAt: NOW - 3 * DAY, failure }
  const never = addCalendar(store, { ...since, lastSuccessAt: null }).id
  const lately = addCalendar(store, { ...since, lastSuccessAt: NOW - HOUR }).id
  const well = addCalendar(store).id
  const failed = { outcome: 'failed', errorKind: 'timeout' } as const
  for (const calendarId of [never, lately, well, 'removed'])
    log(
      { ...failed, calendarId, startedAt: NOW - 4 * DAY },
      { ...failed, calendarId, startedAt: NOW - 2 * DAY },
      { ...failed, calendarId },
      { ...failed, calendarId, trigger: 'focus' },
      { calendarId },
    )
  expect(store.read.syncLogs.failuresInARow()).toEqual(
    new Map([
      [never, 2],
      [lately, 1],
    ]),
  )
  store.transaction((tx) => tx.syncLogs.insertFailed([never, lately], 'timer', NOW, failure))
  expect(store.read.syncLogs.failuresInARow().get(never)).toBe(3)
  const [entry] = store.read.syncLogs.list({ limit: 1 })
  expect(entry).toMatchObject({ outcome: 'failed', errorKind: 'timeout', message: 'No answer.' })
})
