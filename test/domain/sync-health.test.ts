import { describe, expect, test } from 'vitest'
import { DAY } from '../../src/domain/interval.ts'
import {
  artistHealth,
  BARS,
  meanDuration,
  QUARTER,
  quarterEnd,
  stripOf,
  worstOf,
  type CalendarRuns,
  type QuarterRuns,
} from '../../src/domain/sync-health.ts'

const end = 1000 * QUARTER

const quarterOf = (quarter: number, changes: Partial<QuarterRuns> = {}): QuarterRuns => ({
  artistId: 'mara',
  quarter,
  failures: 0,
  tried: 1,
  durationMs: 400,
  lastErrorKind: null,
  ...changes,
})

const runsOf = (artistId: string, calendarId: string, durationMs: number | null): CalendarRuns => ({
  artistId,
  calendarId,
  runs: 2,
  failures: 1,
  objects: 5,
  durationMs,
})

const kinds = (strip: ReturnType<typeof stripOf>) => strip.map(({ kind }) => kind)

describe('the strip of a day', () => {
  test('ends with the quarter hour it is', () => {
    expect(quarterEnd(5 * QUARTER)).toBe(6 * QUARTER)
    expect(quarterEnd(6 * QUARTER - 1)).toBe(6 * QUARTER)
  })

  test('has a bar for each quarter hour, empty where nothing ran', () => {
    const strip = stripOf([], end)
    expect(strip).toHaveLength(BARS)
    expect(strip[0]?.from).toBe(end - DAY)
    expect(new Set(kinds(strip))).toEqual(new Set(['none']))
  })

  test('shows how long it took, and that it failed', () => {
    const strip = stripOf(
      [quarterOf(10, { failures: 1, durationMs: 5000 }), quarterOf(95, { durationMs: 900 })],
      end,
    )
    expect(kinds(strip).filter((kind) => kind !== 'none')).toEqual(['failed', 'ok'])
    expect(strip[10]).toMatchObject({ kind: 'failed', durationMs: 5000 })
    expect(strip[95]).toMatchObject({ kind: 'ok', durationMs: 900 })
  })

  test('is paused from a refused sign-in to the next run', () => {
    const refused = quarterOf(4, { failures: 1, lastErrorKind: 'sign-in' })
    const strip = stripOf([refused, quarterOf(8)], end)
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
    expect(stripOf([quarterOf(7, { tried: 0 })], end)[7]?.kind).toBe('paused')
  })
})

test('an artist waits for all calendars; the artists’ mean leaves out who never got through', () => {
  const artists = artistHealth(
    [
      runsOf('mara', 'bookings', 500),
      runsOf('mara', 'private', 100),
      runsOf('jonas', 'bookings', 200),
      runsOf('theo', 'bookings', null),
    ],
    [quarterOf(3)],
    end,
  )
  expect(artists.map(({ artistId, durationMs, runs }) => [artistId, durationMs, runs])).toEqual([
    ['mara', 600, 4],
    ['jonas', 200, 2],
    ['theo', null, 2],
  ])
  expect(artists[0]?.bars[3]?.kind).toBe('ok')
  expect(meanDuration(artists)).toBe(400)
  expect(meanDuration([])).toBeNull()
})

test('what fails most is the kind, with those it struck most first', () => {
  expect(
    worstOf([
      { artistId: 'ilka', kind: 'timeout', times: 1 },
      { artistId: 'theo', kind: 'sign-in', times: 2 },
      { artistId: 'rosa', kind: 'timeout', times: 2 },
    ]),
  ).toEqual({ kind: 'timeout', times: 3, artistIds: ['rosa', 'ilka'] })
  expect(worstOf([])).toBeNull()
})
