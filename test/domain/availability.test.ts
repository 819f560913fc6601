import { expect, test } from 'vitest'
import { defaultHours } from '../../src/domain/artist.ts'
import {
  checkAvailability,
  freeStarts,
  type Agenda,
  type Blocker,
} from '../../src/domain/availability.ts'
import { DAY, HOUR, MINUTE } from '../../src/domain/interval.ts'
import { timeAt } from '../../src/domain/zone.ts'

const zone = 'Europe/Berlin'
/** Wednesday, 4 March 2026, midnight in Berlin. */
const midnight = Date.UTC(2026, 2, 3, 23)
const at = (hour: number): number => midnight + hour * HOUR

const event = (from: number, to: number, title = 'Dentist'): Blocker => ({
  start: at(from),
  end: at(to),
  title,
  source: 'event',
})

const appointment = (from: number, to: number): Blocker => ({
  ...event(from, to, 'Ava Chen - Fern'),
  source: 'appointment',
})

const agenda = (
  blockers: Blocker[] = [],
  buffers: { bufferBefore?: number; bufferAfter?: number } = {},
): Agenda => ({
  artist: {
    id: 'a',
    name: 'Mara',
    ink: 1,
    active: true,
    hours: defaultHours,
    sessionMinutes: 120,
    bufferBefore: 0,
    bufferAfter: 0,
    presets: [],
    ...buffers,
  },
  zone,
  now: at(10),
  connected: true,
  blockers,
  timeOff: [],
})

const check = (from: number, to: number, on: Agenda) =>
  checkAvailability({ start: at(from), end: at(to) }, on)

test('free between two that only touch', () => {
  const between = agenda([event(12, 14), appointment(16, 18)])
  expect(check(14, 16, between)).toMatchObject({ available: true, message: null, blockers: [] })
})

test('all that overlaps is named, an event before an appointment', () => {
  const verdict = check(14, 16, agenda([event(15, 17), appointment(13, 15)]))
  expect(verdict).toMatchObject({ reason: 'busy', message: 'Overlaps “Dentist” 15:00–17:00' })
  expect(verdict.blockers.map(({ source }) => source)).toEqual(['appointment', 'event'])
  expect(check(14, 16, agenda([appointment(13, 15)]))).toMatchObject({
    reason: 'appointment',
    overrulable: false,
  })
})

test('whole days and nights are said as a person would', () => {
  expect(check(14, 16, agenda([event(0, 24)])).message).toBe('Overlaps “Dentist” all day')
  expect(check(14, 16, agenda([event(0, 72)])).message).toBe(
    'Overlaps “Dentist” from 2026-03-04 to 2026-03-06',
  )
  expect(check(14, 16, agenda([event(15, 26)])).message).toBe(
    'Overlaps “Dentist” 2026-03-04 15:00 – 2026-03-05 02:00',
  )
})

test('the past, the hours and a day off can be overruled; a missing calendar cannot', () => {
  expect(check(8, 9, agenda())).toMatchObject({ reason: 'past', overrulable: true })
  expect(check(18, 20, agenda())).toMatchObject({
    reason: 'outside-hours',
    message: 'Outside working hours (11:00–19:00)',
    overrulable: true,
  })
  const sunday = 4 * 24
  expect(check(sunday + 12, sunday + 13, agenda()).message).toBe('Day off')
  const lone = { ...agenda(), connected: false }
  expect(check(14, 16, lone)).toMatchObject({ reason: 'no-calendar', overrulable: false })
})

test('busy time is busy even where it could be overruled for another reason', () => {
  expect(check(20, 22, agenda([event(21, 23)]))).toMatchObject({
    reason: 'busy',
    overrulable: false,
  })
})

test('buffers: the larger between two appointments, its own side next to an event', () => {
  const buffers = { bufferBefore: 30, bufferAfter: 15 }
  const booked = agenda([appointment(14, 16)], buffers)
  expect(check(16.25, 17, booked)).toMatchObject({ reason: 'buffer', overrulable: true })
  expect(check(16.5, 17, booked).available).toBe(true)
  expect(check(12, 13.75, booked).reason).toBe('buffer')
  expect(check(12, 13.5, booked).available).toBe(true)
  const dentist = agenda([event(14, 16)], buffers)
  expect(check(16.25, 17, dentist).reason).toBe('buffer')
  expect(check(12, 13.75, dentist).available).toBe(true)
})

const starts = (on: Agenda, wish: Partial<Parameters<typeof freeStarts>[1]> = {}) =>
  freeStarts(on, {
    minutes: 120,
    from: at(0),
    until: at(0) + 30 * DAY,
    count: 3,
    grid: 15,
    ...wish,
  })

test('free starts are on the grid, after now, in working hours and in gaps that are long enough', () => {
  const on = agenda([event(11, 12.2), event(14, 17)])
  expect(starts(on)).toEqual([at(17), at(24 + 11), at(24 + 11.25)])
  expect(starts(on, { minutes: 60, count: 4 })).toEqual([at(12.25), at(12.5), at(12.75), at(13)])
  expect(starts(on, { count: 1, from: at(24 + 11) + MINUTE })).toEqual([at(24 + 11.25)])
})

test('every start that is offered is free, buffers included', () => {
  const buffers = { bufferBefore: 30, bufferAfter: 15 }
  const on = agenda([appointment(13, 14), event(16, 17), appointment(24 + 12, 24 + 15)], buffers)
  const offered = starts(on, { minutes: 60, count: 50 })
  expect(offered).toHaveLength(50)
  for (const start of offered)
    expect(checkAvailability({ start, end: start + HOUR }, on).available).toBe(true)
})

test('no starts after the last day asked for, without a calendar, or for a session that never fits', () => {
  expect(starts(agenda(), { until: at(11.5), count: 9 })).toEqual([at(11), at(11.25), at(11.5)])
  expect(starts({ ...agenda(), connected: false })).toEqual([])
  expect(starts(agenda(), { minutes: 9 * 60 })).toEqual([])
  expect(starts(agenda(), { grid: 0 })).toEqual([])
})

test('the grid is the wall clock’s, also on the day the clocks change', () => {
  const always = agenda()
  const hours = [0, 1, 2, 3, 4, 5, 6].map(() => [{ from: 660, to: 1140 }])
  const on = { ...always, artist: { ...always.artist, hours } }
  const from = Date.UTC(2026, 2, 28, 23)
  const times = starts(on, { from, grid: 120, count: 3 }).map((start) => timeAt(start, zone))
  expect(times).toEqual(['12:00', '14:00', '16:00'])
})
