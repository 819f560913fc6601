import { describe, expect, test } from 'vitest'
import { figuresOf } from '../../src/renderer/sync/figures.ts'
import { BARS, QUARTER, quarterEnd, stripOf } from '../../src/renderer/sync/strip.ts'
import { entryOf } from './sync-entry.ts'

const failed = (id: number, artistId: string, errorKind: string) =>
  entryOf({ id, artistId, errorKind, outcome: 'failed' })

const run = (id: number, artistId: string, calendarId: string, durationMs: number) =>
  entryOf({ id, artistId, calendarId, durationMs })

const kinds = (strip: ReturnType<typeof stripOf>) => strip.map(({ kind }) => kind)

describe('figures of the log', () => {
  test('know nothing without a run', () => {
    const probe = entryOf({ id: 1, direction: 'test', outcome: 'failed' })
    const skipped = entryOf({ id: 2, outcome: 'skipped' })
    expect(figuresOf([probe, skipped])).toEqual({
      success: null,
      pulled: 0,
      pushed: 0,
      durationMs: null,
      failures: 0,
      worst: null,
    })
  })

  test('count what was read and what was sent', () => {
    const { success, pulled, pushed } = figuresOf([
      entryOf({ id: 1, created: 1, updated: 2, deleted: 3, pushed: 4 }),
      entryOf({ id: 2, pushed: 1 }),
    ])
    expect({ success, pulled, pushed }).toEqual({ success: 1, pulled: 6, pushed: 5 })
  })

  test('name the most frequent failure and whom it struck most', () => {
    const figures = figuresOf([
      failed(1, 'ilka', 'timeout'),
      failed(2, 'rosa', 'timeout'),
      failed(3, 'rosa', 'timeout'),
      failed(4, 'theo', 'sign-in'),
      ...[5, 6, 7, 8].map((id) => entryOf({ id })),
    ])
    expect(figures.success).toBe(0.5)
    expect(figures.failures).toBe(4)
    expect(figures.worst).toEqual({ kind: 'timeout', times: 3, artistIds: ['rosa', 'ilka'] })
  })

  test('add up the mean times of an artist’s calendars, leaving failures out', () => {
    const { durationMs } = figuresOf([
      run(1, 'mara', 'bookings', 400),
      run(2, 'mara', 'bookings', 600),
      run(3, 'mara', 'private', 100),
      run(4, 'jonas', 'jonas', 200),
      { ...run(5, 'jonas', 'jonas', 60_000), outcome: 'failed' },
    ])
    expect(durationMs).toBe((500 + 100 + 200) / 2)
  })
})

describe('the strip of a day', () => {
  const end = 1000 * QUARTER
  const at = (bar: number) => end - (BARS - bar) * QUARTER + 1

  test('ends with the quarter hour it is', () => {
    expect(quarterEnd(5 * QUARTER)).toBe(6 * QUARTER)
    expect(quarterEnd(6 * QUARTER - 1)).toBe(6 * QUARTER)
  })

  test('has a bar for each quarter hour, empty where nothing ran', () => {
    const strip = stripOf([], end)
    expect(strip).toHaveLength(BARS)
    expect(strip[0]?.from).toBe(end - 24 * 60 * 60_000)
    expect(new Set(kinds(strip))).toEqual(new Set(['none']))
  })

  test('puts runs into their quarter hours and leaves out older ones', () => {
    const strip = stripOf(
      [
        entryOf({ id: 4, startedAt: at(95), durationMs: 900 }),
        entryOf({ id: 3, startedAt: at(10), outcome: 'failed', durationMs: 5000 }),
        entryOf({ id: 2, startedAt: at(10) }),
        entryOf({ id: 1, startedAt: at(-1) }),
      ],
      end,
    )
    expect(kinds(strip).filter((kind) => kind !== 'none')).toEqual(['failed', 'ok'])
    expect(strip[10]).toMatchObject({ kind: 'failed', durationMs: 5000 })
    expect(strip[95]).toMatchObject({ kind: 'ok', durationMs: 900 })
  })

  test('is paused from a refused sign-in to the next run', () => {
    const strip = stripOf(
      [
        entryOf({ id: 2, startedAt: at(8) }),
        entryOf({ id: 1, startedAt: at(4), outcome: 'failed', errorKind: 'sign-in' }),
      ],
      end,
    )
    expect(kinds(strip).slice(3, 10)).toEqual([
      'none',
      'failed',
      'paused',
      'paused',
      'paused',
      'ok',
      'none',
    ])
  })

  test('is paused where every run was skipped', () => {
    const strip = stripOf([entryOf({ id: 1, startedAt: at(7), outcome: 'skipped' })], end)
    expect(strip[7]?.kind).toBe('paused')
  })
})
