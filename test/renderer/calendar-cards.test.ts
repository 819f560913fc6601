import { expect, test } from 'vitest'
import type { Status } from '../../src/domain/appointment.ts'
import { cardsOf } from '../../src/renderer/calendar/cards.ts'
import { at, date, eventOf, visitOf, zone } from './calendar-studio.ts'

const placed = (...visits: [id: string, from: number, to: number, status?: Status][]) =>
  cardsOf(
    visits.map(([id, from, to, status]) => visitOf(id, at(from), at(to), status)),
    [eventOf('dentist', at(12), at(13))],
    date,
    zone,
  ).map(({ key, place }) => [key.split(' ')[0], place.left, place.width, place.depth])

test('what was cancelled or missed leaves room beside it, and none to what takes time', () => {
  expect(placed(['gone', 11, 13, 'CANCELLED'], ['booked', 11, 12])).toEqual([
    ['gone', 0.38, 0.62, -1],
    ['booked', 0, 1, 0],
    ['dentist', 0, 1, 0],
  ])
})

test('two that have ended at the same time share what is aside', () => {
  expect(placed(['gone', 14, 16, 'CANCELLED'], ['missed', 14, 16, 'NO_SHOW']).slice(1)).toEqual([
    ['gone', 0.38, 0.31, -1],
    ['missed', 0.69, 0.31, -1],
  ])
})
