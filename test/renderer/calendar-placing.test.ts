import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../src/domain/interval.ts'
import { instantOn } from '../../src/domain/zone.ts'
import { isUnchanged, minutesFrom, placeAt } from '../../src/renderer/calendar/placing.ts'
import { edgePull, pointAt, scrolledTo, type Frame } from '../../src/renderer/calendar/pointing.ts'
import { at, date, visitOf, zone } from './calendar-studio.ts'

const grid = 15
const minutes = (hour: number, minute = 0): number => hour * 60 + minute
const visit = visitOf('visit', at(14), at(16))
const on = (day: string, minute: number): number => instantOn(day, minute, zone)

describe('a booking that moves', () => {
  const move = { kind: 'move', appointment: visit, grip: 20 } as const

  it('snaps its start to the grid and keeps its length', () => {
    const spot = { date, minute: minutes(15, 17) }
    expect(placeAt(move, spot, grid, zone)).toEqual({ start: at(15), end: at(17) })
  })

  it('leaves a start that is off the grid on the grid', () => {
    const odd = {
      kind: 'move',
      appointment: visitOf('odd', at(14, 5), at(15, 5)),
      grip: 0,
    } as const
    expect(placeAt(odd, { date, minute: minutes(14, 10) }, grid, zone).start).toBe(at(14, 15))
  })

  it('begins no earlier than midnight and no later than the last slot', () => {
    expect(placeAt(move, { date, minute: 0 }, grid, zone).start).toBe(at(0))
    const late = placeAt(move, { date, minute: minutes(24) + 20 }, grid, zone)
    expect(late).toEqual({ start: at(23, 45), end: at(23, 45) + 2 * HOUR })
  })

  it('held after midnight, begins on the day before', () => {
    const night = visitOf('night', at(-2), at(2))
    const grip = minutes(1) - minutesFrom(date, night.start, zone)
    const held = { kind: 'move', appointment: night, grip } as const
    expect(grip).toBe(180)
    expect(placeAt(held, { date, minute: minutes(1, 30) }, grid, zone).start).toBe(at(-1, -30))
  })

  it('is unchanged only with the same artist and time', () => {
    expect(isUnchanged(move, 'mara', visit)).toBe(true)
    expect(isUnchanged(move, 'jonas', visit)).toBe(false)
    expect(isUnchanged(move, 'mara', { start: at(14), end: at(17) })).toBe(false)
  })
})

describe('an end that is pulled', () => {
  const resize = { kind: 'resize', appointment: visit } as const
  it('snaps, and leaves at least one slot', () => {
    expect(placeAt(resize, { date, minute: minutes(17, 5) }, grid, zone).end).toBe(at(17))
    expect(placeAt(resize, { date, minute: minutes(9) }, grid, zone).end).toBe(at(14, 15))
    expect(placeAt(resize, { date, minute: minutes(24) }, grid, zone).end).toBe(at(24))
  })
})

describe('a booking that is drawn', () => {
  const draw = { kind: 'draw', artistId: 'mara', anchor: minutes(14, 7) } as const
  it.each([
    ['one slot at first', minutes(14, 8), at(14), at(14, 15)],
    ['down to the end of the slot it reaches', minutes(15, 31), at(14), at(15, 45)],
    ['up from the end of the first slot', minutes(13, 10), at(13), at(14, 15)],
    ['no further than the day', minutes(30), at(14), at(24)],
  ])('takes %s', (_what, minute, start, end) => {
    expect(placeAt(draw, { date, minute }, grid, zone)).toEqual({ start, end })
  })
})

describe('a day on which the clocks change', () => {
  const spring = '2026-03-29'
  const autumn = '2026-10-25'
  it('of 23 hours: the skipped hour becomes the next one, and lengths stay real', () => {
    const night = visitOf('night', on(spring, 0), on(spring, 60))
    const move = { kind: 'move', appointment: night, grip: 0 } as const
    const skipped = placeAt(move, { date: spring, minute: minutes(2, 30) }, grid, zone)
    expect(skipped.start).toBe(on(spring, minutes(3, 30)))
    const over = placeAt(move, { date: spring, minute: minutes(1, 30) }, grid, zone)
    expect(over.end).toBe(on(spring, minutes(3, 30)))
    expect(over.end - over.start).toBe(HOUR)
  })

  it('of 25 hours: an end by the wall clock is an hour longer', () => {
    const early = visitOf('early', on(autumn, minutes(1)), on(autumn, minutes(2)))
    const resize = { kind: 'resize', appointment: early } as const
    const { start, end } = placeAt(resize, { date: autumn, minute: minutes(4) }, grid, zone)
    expect((end - start) / MINUTE).toBe(240)
  })
})

describe('a point of the window', () => {
  const frame: Frame = {
    left: 72,
    top: 84,
    right: 1072,
    bottom: 884,
    scrollLeft: 100,
    scrollTop: 960,
    gutter: 56,
    head: 90,
    columnWidth: 200,
    columns: 6,
  }

  it('is a column and a minute, wherever it was scrolled to', () => {
    expect(pointAt(frame, { x: 72 + 56 + 150, y: 84 + 90 })).toEqual({ column: 1, minute: 600 })
    expect(pointAt(frame, { x: 72 + 56 + 150, y: 84 + 90 + 96 })).toEqual({
      column: 1,
      minute: 660,
    })
  })

  it('beside the grid is the nearest one', () => {
    expect(pointAt(frame, { x: -500, y: -5000 })).toEqual({ column: 0, minute: 0 })
    expect(pointAt(frame, { x: 5000, y: 5000 })).toEqual({ column: 5, minute: 1440 })
  })

  it('pulls the calendar along only near its edges, faster further out', () => {
    expect(edgePull(frame, { x: 500, y: 500 })).toEqual({ x: 0, y: 0 })
    const near = edgePull(frame, { x: 500, y: 860 }).y
    expect(near).toBeGreaterThan(0)
    expect(edgePull(frame, { x: 500, y: 1200 }).y).toBeGreaterThan(near)
    expect(edgePull(frame, { x: 90, y: 180 })).toEqual({ x: -14, y: expect.any(Number) })
    expect(edgePull(frame, { x: 90, y: 180 }).y).toBeLessThan(0)
  })

  it.each([
    ['is in view', 2, { from: 660, to: 780 }, { left: 100, top: 960 }],
    ['is above', 2, { from: 540, to: 660 }, { left: 100, top: 540 * 1.6 - 12 }],
    ['is below', 2, { from: 1020, to: 1140 }, { left: 100, top: 1140 * 1.6 + 12 - 710 }],
    ['is longer than the view', 2, { from: 660, to: 1260 }, { left: 100, top: 660 * 1.6 - 12 }],
    ['is to the left', 0, { from: 660, to: 780 }, { left: 0, top: 960 }],
    ['is to the right', 5, { from: 660, to: 780 }, { left: 256, top: 960 }],
  ])('scrolls as little as shows what is held, where that %s', (_where, column, held, to) => {
    expect(scrolledTo(frame, column, held)).toEqual(to)
  })
})
