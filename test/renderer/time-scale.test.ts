import { describe, expect, test } from 'vitest'
import { instantOn } from '../../src/domain/zone.ts'
import { minuteOn, outside, slotAt, stretchOn, toPx } from '../../src/renderer/calendar/scale.ts'

const zone = 'Europe/Berlin'
const at = (date: string, minutes: number): number => instantOn(date, minutes, zone)

describe('minutes on a day', () => {
  test('are read from the wall clock', () => {
    expect(minuteOn(Date.parse('2026-11-24T13:22:00Z'), '2026-11-24', zone)).toBe(14 * 60 + 22)
  })

  test('are cut at the edges of the day', () => {
    expect(minuteOn(at('2026-11-23', 600), '2026-11-24', zone)).toBe(0)
    expect(minuteOn(at('2026-11-25', 600), '2026-11-24', zone)).toBe(1440)
  })
})

describe('the part of an event on a day', () => {
  const night = { start: at('2026-11-24', 22 * 60), end: at('2026-11-25', 120) }

  test('over midnight there is a part on both days', () => {
    expect(stretchOn(night, '2026-11-24', zone)).toEqual({ from: 1320, to: 1440 })
    expect(stretchOn(night, '2026-11-25', zone)).toEqual({ from: 0, to: 120 })
  })

  test('there is none on a day it only touches', () => {
    const evening = { start: at('2026-11-24', 22 * 60), end: at('2026-11-25', 0) }
    expect(stretchOn(evening, '2026-11-25', zone)).toBeNull()
  })

  test('the hour that comes twice still has a height', () => {
    const repeated = {
      start: Date.parse('2026-10-25T00:30:00Z'),
      end: Date.parse('2026-10-25T01:15:00Z'),
    }
    const stretch = stretchOn(repeated, '2026-10-25', zone)
    expect(stretch).toEqual({ from: 150, to: 165 })
  })

  test('an event in the last minutes does not hang out of the day', () => {
    const late = { start: at('2026-11-24', 1435), end: at('2026-11-24', 1438) }
    expect(stretchOn(late, '2026-11-24', zone)).toEqual({ from: 1425, to: 1440 })
  })
})

describe('pixels', () => {
  test('a quarter of an hour is a target of 24 px', () => {
    expect(toPx(15)).toBe(24)
  })

  test('find the slot they are in, also at the very ends', () => {
    expect(slotAt(toPx(16 * 60) + 5, 15)).toBe(16 * 60)
    expect(slotAt(toPx(16 * 60) - 1, 15)).toBe(15 * 60 + 45)
    expect(slotAt(-3, 15)).toBe(0)
    expect(slotAt(toPx(1440) + 10, 30)).toBe(1410)
  })
})

test('off-hours are what the working hours leave, breaks too', () => {
  expect(
    outside([
      { from: 600, to: 780 },
      { from: 840, to: 1080 },
    ]),
  ).toEqual([
    { from: 0, to: 600 },
    { from: 780, to: 840 },
    { from: 1080, to: 1440 },
  ])
  expect(outside([])).toEqual([{ from: 0, to: 1440 }])
  expect(outside([{ from: 0, to: 1440 }])).toEqual([])
})
