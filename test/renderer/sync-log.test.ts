import { describe, expect, test } from 'vitest'
import type { Announcement } from '../../src/contract/announcements.ts'
import { fail, ok } from '../../src/domain/failure.ts'
import { DAY } from '../../src/domain/interval.ts'
import type { SyncLogEntry } from '../../src/domain/views.ts'
import { followLog, readLog, type AskPage } from '../../src/renderer/sync/follow-log.ts'
import { changesOf, everything } from '../../src/renderer/sync/log-filter.ts'
import { logQuestion, type SyncLog } from '../../src/renderer/sync/use-sync-log.ts'
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

const read = async (ask: AskPage, most: number) => {
  const result = await readLog(ask, most)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

describe('reading the log', () => {
  test('takes a short log in one page, and knows that there is no more', async () => {
    const { ask, asked } = logOf(3)
    const { entries, more } = await read(ask, 100)
    expect(ids(entries)).toEqual([3, 2, 1])
    expect(more).toBe(false)
    expect(asked).toEqual([{ limit: 101 }])
  })

  test.each([
    [100, false],
    [101, true],
  ])('of %i entries shows a hundred', async (number, more) => {
    const log = await read(logOf(number).ask, 100)
    expect(log.entries).toHaveLength(100)
    expect(log.more).toBe(more)
  })

  test('goes on page by page, each entry once, newest first', async () => {
    const { ask, asked } = logOf(1300)
    const { entries, more } = await read(ask, 1200)
    expect(ids(entries)).toEqual(Array.from({ length: 1200 }, (_, at) => 1300 - at))
    expect(more).toBe(true)
    expect(asked.map(({ before }) => before)).toEqual([undefined, 801, 301])
  })

  test('answers the failure of a page', async () => {
    const failure = fail('internal', 'The log cannot be read.')
    expect(await readLog(async () => failure, 10)).toEqual(failure)
  })
})

test('the filter is the question', () => {
  expect(logQuestion(everything, DAY)).toEqual({ result: 'all', from: 0 })
  expect(logQuestion({ artistId: 'mara', result: 'failed', days: 7 }, 10 * DAY)).toEqual({
    artistId: 'mara',
    result: 'failed',
    from: 3 * DAY,
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
    100,
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

test('counts every kind of change', () => {
  expect(changesOf(entryOf({ id: 1, created: 1, updated: 2, deleted: 3, pushed: 4 }))).toBe(10)
})
