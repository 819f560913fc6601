import { expect, test } from 'vitest'
import { rowsBetween } from '../../src/renderer/calendar/use-rows-in-view.ts'

test.each([
  ['at the top', 0, 700, 2000, { first: 0, last: 35 }],
  ['in the middle', 40_000, 40_700, 2000, { first: 985, last: 1035 }],
  ['at the end', 79_300, 80_000, 2000, { first: 1965, last: 1999 }],
])('the rows to draw, %s', (_where, top, bottom, count, rows) => {
  expect(rowsBetween(top, bottom, count)).toEqual(rows)
})

test('a short scroll draws nothing anew', () => {
  expect(rowsBetween(40_080, 40_780, 2000)).toEqual(rowsBetween(40_010, 40_710, 2000))
})
