import { describe, expect, test } from 'vitest'
import type { Announcement } from '../../src/contract/announcements.ts'
import { fail, ok, type Result } from '../../src/domain/failure.ts'
import type { SyncLogEntry } from '../../src/domain/views.ts'
import { changesOf, everything, filterLog } from '../../src/renderer/sync/log-filter.ts'
import { followLog, readLog, type AskPage, type SyncLog } from '../../src/renderer/sync/read-log.ts'
import { entryOf } from './sync-entry.ts'

const ids = (entries: readonly SyncLogEntry[] | undefined) => entries?.map(({ id }) => id)

/** Entries 1 to `number`, one a minute, as the store pages through them. */
const logOf = (number: number) => {
  const asked: Parameters<AskPage>[0][] = []
  const entries = Array.from({ length: number }, (_, at) => entryOf({ id: at + 1 }))
  const ask: AskPage = async (page) => {
    asked.push(page)
    const before = page.before ?? Infinity
    return ok(
      entries
        .filter(({ id }) => id < before)
        .toReversed()
        .slice(0, page.limit),
    )
  }
  return { ask, asked, entries }
}

const valueOf = (result: Result<readonly SyncLogEntry[]>): readonly SyncLogEntry[] => {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

describe('reading the log', () => {
  test('takes a short log in one page', async () => {
    const { ask, asked } = logOf(3)
    expect(ids(valueOf(await readLog(ask, [], 0)))).toEqual([3, 2, 1])
    expect(asked).toEqual([{ limit: 500 }])
  })

  test('goes on page by page, each entry once, newest first', async () => {
    const { ask, asked } = logOf(1200)
    const entries = valueOf(await readLog(ask, [], 0))
    expect(ids(entries)).toEqual(Array.from({ length: 1200 }, (_, at) => 1200 - at))
    expect(asked.map(({ before }) => before)).toEqual([undefined, 701, 201])
  })

  test('stops at the instant wanted', async () => {
    const { ask, asked } = logOf(1200)
    const entries = valueOf(await readLog(ask, [], 1000 * 60_000))
    expect(entries.at(-1)?.id).toBe(1000)
    expect(asked).toHaveLength(1)
  })

  test('asks only for what was added since', async () => {
    const { ask, asked, entries } = logOf(1000)
    const known = valueOf(await readLog(ask, [], 0))
    asked.length = 0
    entries.push(entryOf({ id: 1001 }), entryOf({ id: 1002 }))
    expect(ids(valueOf(await readLog(ask, known, 0)))?.slice(0, 4)).toEqual([1002, 1001, 1000, 999])
    expect(asked).toEqual([{ limit: 50 }])
  })

  test('finds the way back to what is known when much was added', async () => {
    const { ask, entries } = logOf(10)
    const known = valueOf(await readLog(ask, [], 0))
    for (let id = 11; id <= 170; id++) entries.push(entryOf({ id }))
    expect(ids(valueOf(await readLog(ask, known, 0)))).toEqual(
      Array.from({ length: 170 }, (_, at) => 170 - at),
    )
  })

  test('answers the failure of a page', async () => {
    const failure = fail('internal', 'The log cannot be read.')
    expect(await readLog(async () => failure, [], 0)).toEqual(failure)
  })
})

const settle = () => new Promise<void>((done) => setImmediate(done))

const follow = (ask: AskPage) => {
  const shown: SyncLog[] = []
  const listeners = new Set<(said: Announcement) => void>()
  const stop = followLog(
    {
      ask,
      show: (log) => shown.push(log),
      hear: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    0,
  )
  const say = (topic: 'logs' | 'clients'): void => {
    for (const listener of listeners) listener({ type: 'changed', topics: [topic] })
  }
  return { shown, stop, say, listeners }
}

describe('following the log', () => {
  test('shows what is added when it is announced, and nothing for other news', async () => {
    const { ask, asked, entries } = logOf(2)
    const { shown, say } = follow(ask)
    await settle()
    entries.push(entryOf({ id: 3 }))
    say('clients')
    await settle()
    expect(asked).toHaveLength(1)
    say('logs')
    await settle()
    expect(shown.map((log) => ids(log.entries))).toEqual([
      [2, 1],
      [3, 2, 1],
    ])
  })

  test('reads once more for any number of announcements during a reading', async () => {
    const { ask, asked } = logOf(2)
    const { say } = follow(ask)
    for (let times = 0; times < 5; times++) say('logs')
    await settle()
    expect(asked).toHaveLength(2)
  })

  test('keeps what it has when a reading fails, and has nothing before the first', async () => {
    const { ask } = logOf(1)
    let broken = true
    const failure = fail('internal', 'The log cannot be read.')
    const { shown, say } = follow(async (page) => (broken ? failure : ask(page)))
    await settle()
    broken = false
    say('logs')
    await settle()
    broken = true
    say('logs')
    await settle()
    expect(shown.map(({ entries }) => ids(entries))).toEqual([undefined, [1], [1]])
    expect(shown.map((log) => log.failure !== null)).toEqual([true, false, true])
  })

  test('shows nothing more once it was stopped', async () => {
    const { ask } = logOf(1)
    const { shown, stop, listeners } = follow(ask)
    stop()
    await settle()
    expect(shown).toEqual([])
    expect(listeners.size).toBe(0)
  })
})

describe('filtering the log', () => {
  const entries = [
    entryOf({ id: 5, artistId: 'theo', outcome: 'failed', errorKind: 'timeout' }),
    entryOf({ id: 4, pushed: 1, direction: 'push' }),
    entryOf({ id: 3, created: 1, conflicts: 1 }),
    entryOf({ id: 2, artistId: 'theo', outcome: 'skipped' }),
    entryOf({ id: 1 }),
  ]
  test.each([
    ['everything', everything, [5, 4, 3, 2, 1]],
    ['one artist', { ...everything, artistId: 'theo' }, [5, 2]],
    ['with changes', { ...everything, result: 'changes' as const }, [4, 3]],
    ['what went wrong', { ...everything, result: 'failed' as const }, [5, 3, 2]],
    ['both at once', { ...everything, artistId: 'mara', result: 'failed' as const }, [3]],
  ])('%s', (_, filter, expected) => {
    expect(ids(filterLog(entries, filter))).toEqual(expected)
  })

  test('counts every kind of change', () => {
    expect(changesOf(entryOf({ id: 1, created: 1, updated: 2, deleted: 3, pushed: 4 }))).toBe(10)
  })
})
