import { afterEach, describe, expect, it } from 'vitest'
import type { Interval } from '../../src/domain/interval.ts'
import { neighbour } from '../../src/renderer/calendar/card-keys.ts'
import { endDrag, startDrag, useDrag, type Drag } from '../../src/renderer/calendar/drag.ts'
import { outcomeOf } from '../../src/renderer/calendar/drop.ts'
import { judgeOf } from '../../src/renderer/calendar/judge.ts'
import { everything, isHeavy, windowOf } from '../../src/renderer/calendar/use-window.ts'
import { shareItems } from '../../src/renderer/stores/share.ts'
import { artistOf, at, columnOf, date, eventOf, visitOf, zone } from './calendar-studio.ts'

const conditions = { zone, now: at(8), grid: 15 }
const visit = visitOf('visit', at(12), at(14))
const dentist = eventOf('dentist', at(16, 30), at(17, 15))
const column = columnOf({
  appointments: [visit, visitOf('gone', at(15), at(16), 'CANCELLED')],
  events: [dentist, { ...eventOf('flash', at(0), at(24)), allDay: true, blocks: false }],
})

describe('the verdict while dragging', () => {
  const judge = judgeOf(column, 'visit', conditions)
  const of = (start: number, end: number) => judge({ start, end })

  it('does not count what moves, what was cancelled and what does not block', () => {
    expect(of(at(12, 30), at(14, 30)).verdict.available).toBe(true)
    expect(of(at(14), at(16)).verdict.available).toBe(true)
  })

  it('names what is in the way, and the nearest time that fits', () => {
    const { verdict, blocking, fit } = of(at(15, 45), at(17, 45))
    expect(verdict).toMatchObject({ available: false, overrulable: false, reason: 'busy' })
    expect([...blocking]).toEqual([`dentist ${at(16, 30)}`])
    expect(fit).toEqual({ start: at(14, 30), end: at(16, 30) })
  })

  it('only warns outside working hours, where nothing is in the way', () => {
    const { verdict, blocking } = of(at(9), at(11))
    expect(verdict).toMatchObject({ available: false, overrulable: true, reason: 'outside-hours' })
    expect(blocking.size).toBe(0)
  })

  it('fits nowhere without a calendar', () => {
    const none = judgeOf({ ...column, connected: false }, null, conditions)
    expect(none({ start: at(14), end: at(15) })).toMatchObject({ fit: null })
  })
})

describe('letting go', () => {
  afterEach(endDrag)
  const jonas = columnOf({ artist: artistOf('jonas') })
  const ground = { columns: [column, jonas], grid: 15, zone, now: at(8) }
  const hold = (index: number, minute: number): Drag | null => {
    startDrag({ kind: 'move', appointment: visit, grip: 0 }, 'pointer', () => ground)(index, minute)
    return useDrag.getState().drag
  }

  it.each([
    ['changes nothing at the same place', 0, 12 * 60, 'nothing'],
    ['is refused over somebody’s event', 0, 16 * 60, 'refused'],
    ['changes the time where it is free', 0, 13 * 60, 'change'],
    ['changes the artist', 1, 12 * 60, 'change'],
    ['asks main, which asks back, outside working hours', 1, 19 * 60, 'change'],
  ])('%s', (_what, index, minute, outcome) => {
    const drag = hold(index, minute)
    expect(drag && outcomeOf(drag)).toBe(outcome)
  })

  it('opens the form for what was drawn', () => {
    const subject = { kind: 'draw', artistId: 'mara', anchor: 14 * 60 } as const
    startDrag(subject, 'pointer', () => ground)(0, 15 * 60)
    const { drag } = useDrag.getState()
    expect(drag && outcomeOf(drag)).toBe('form')
    expect(drag?.time).toEqual({ start: at(14), end: at(15) } satisfies Interval)
  })
})

describe('walking between bookings', () => {
  const [a, b, c] = [
    visitOf('a', at(11), at(12)),
    visitOf('b', at(13), at(14)),
    visitOf('c', at(18), at(19)),
  ]
  const columns = [columnOf({ appointments: [b, a] }), columnOf(), columnOf({ appointments: [c] })]

  it('goes up and down in time', () => {
    expect(neighbour(columns, { column: 0, id: 'a' }, 'ArrowDown')).toEqual({ column: 0, id: 'b' })
    expect(neighbour(columns, { column: 0, id: 'b' }, 'ArrowUp')).toEqual({ column: 0, id: 'a' })
    expect(neighbour(columns, { column: 0, id: 'a' }, 'ArrowUp')).toBeNull()
  })

  it('goes over empty columns to the nearest in time', () => {
    expect(neighbour(columns, { column: 0, id: 'a' }, 'ArrowRight')).toEqual({ column: 2, id: 'c' })
    expect(neighbour(columns, { column: 2, id: 'c' }, 'ArrowLeft')).toEqual({ column: 0, id: 'b' })
    expect(neighbour(columns, { column: 2, id: 'c' }, 'ArrowRight')).toBeNull()
  })

  it('keeps the hour from day to day', () => {
    const day = 24 * 3_600_000
    const tomorrow = columnOf({
      date: '2026-11-25',
      appointments: [
        visitOf('early', at(9) + day, at(10) + day),
        visitOf('late', at(17) + day, at(18) + day),
      ],
    })
    const week = [columnOf({ date, appointments: [c] }), tomorrow]
    expect(neighbour(week, { column: 0, id: 'c' }, 'ArrowRight')).toEqual({ column: 1, id: 'late' })
  })
})

describe('what is drawn of a heavy day', () => {
  it('is the columns in view, and their hours in steps', () => {
    const view = { left: 180, right: 1000, top: 960, bottom: 1700 }
    expect(windowOf(view, 40, 90)).toEqual({
      first: 2,
      last: 11,
      hours: { from: 570, to: 1080 },
      narrow: true,
    })
    expect(isHeavy(6, 40)).toBe(false)
    expect(isHeavy(31, 0)).toBe(true)
    expect(everything(2)).toEqual({
      first: 0,
      last: 1,
      hours: { from: 0, to: 1440 },
      narrow: false,
    })
  })
})

describe('an answer like the one before', () => {
  it('keeps the items that say the same, and the list where all do', () => {
    const before = [
      { id: 'a', version: 1 },
      { id: 'b', version: 1 },
    ]
    expect(shareItems(before, structuredClone(before))).toBe(before)
    const after = shareItems(before, [
      { id: 'a', version: 2 },
      { id: 'b', version: 1 },
    ])
    expect(after[0]).not.toBe(before[0])
    expect(after[1]).toBe(before[1])
    expect(shareItems(undefined, before)).toBe(before)
  })
})
