import { expect, test } from 'vitest'
import {
  defaultHours,
  inkOrder,
  nextInk,
  nextWorkingTime,
  workingTime,
} from '../../src/domain/artist.ts'
import { HOUR } from '../../src/domain/interval.ts'

const zone = 'Europe/Berlin'

test('twelve artists get twelve inks in the order that keeps neighbours apart', () => {
  const used: number[] = []
  for (let count = 0; count < 12; count++) used.push(nextInk(used))
  expect(used).toEqual([...inkOrder])
  expect(nextInk(used)).toBe(inkOrder[0])
})

test('a removed artist’s ink is the next one taken', () => {
  expect(nextInk(inkOrder.filter((ink) => ink !== 3))).toBe(3)
})

test('working time follows the wall clock', () => {
  const winter = workingTime(defaultHours, '2026-03-04', zone)
  expect(winter).toEqual([{ start: Date.UTC(2026, 2, 4, 10), end: Date.UTC(2026, 2, 4, 18) }])
  const summer = workingTime(defaultHours, '2026-07-01', zone)
  expect(summer[0]?.start).toBe(Date.UTC(2026, 6, 1, 9))
  expect(workingTime(defaultHours, '2026-03-08', zone)).toEqual([])
})

test('a whole day of 23 or 25 hours has as many working hours', () => {
  const always = [0, 1, 2, 3, 4, 5, 6].map(() => [{ from: 0, to: 1440 }])
  const hours = (date: string) =>
    workingTime(always, date, zone).map(({ start, end }) => (end - start) / HOUR)
  expect(hours('2026-03-29')).toEqual([23])
  expect(hours('2026-10-25')).toEqual([25])
})

/** The hour in Berlin of a day in March 2026. */
const at = (day: number, hour: number): number => Date.UTC(2026, 2, day, hour - 1)

test('the next working time: now, later today, after a day off, or never', () => {
  const next = (from: number): number | null => nextWorkingTime([defaultHours], from, zone)
  expect(next(at(4, 12))).toBe(at(4, 12))
  expect(next(at(4, 9))).toBe(at(4, 11))
  expect(next(at(7, 19))).toBe(at(9, 11))
  expect(nextWorkingTime([[[], [], [], [], [], [], []]], at(4, 9), zone)).toBeNull()
  const withTime = (from: number, length: number): number | null =>
    nextWorkingTime([defaultHours], from, zone, length)
  expect(withTime(at(4, 18), HOUR)).toBe(at(4, 18))
  expect(withTime(at(4, 18) + 1, HOUR)).toBe(at(5, 11))
  expect(withTime(at(4, 9), 9 * HOUR)).toBeNull()
})
