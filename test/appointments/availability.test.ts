import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { DAY, type Interval } from '../../src/domain/interval.ts'
import type { BusyBeyond } from '../../src/main/appointments/desk.ts'
import { at, booking, errorOf, openTestDesk, valueOf } from '../support/desk.ts'
import { addArtist, addBusy, addCalendar, NOW } from '../support/store.ts'

type Desk = ReturnType<typeof openTestDesk>

const check = (desk: Desk, over: Partial<Interval> & { ignoring?: string } = {}) =>
  valueOf(
    desk.availability.check({
      artistId: desk.artistId,
      start: at(14),
      end: at(16),
      from: 'local',
      ...over,
    }),
  )

test('a free time, answered from the copy', () => {
  expect(check(openTestDesk())).toMatchObject({
    available: true,
    reason: null,
    checked: 'local',
    asOf: NOW,
  })
})

test('private events block without their title, other ones with it', () => {
  const desk = openTestDesk()
  addBusy(desk.store, desk.calendar.id, {
    start: at(14),
    end: at(15),
    private: true,
    title: 'Doctor',
  })
  addBusy(desk.store, desk.calendar.id, { start: at(15), end: at(16) })
  const answer = check(desk)
  expect(answer).toMatchObject({ available: false, reason: 'busy', overrulable: false })
  expect(answer.message).toBe('Overlaps “Busy” 14:00–15:00')
  expect(answer.blockers.map(({ title }) => title)).toEqual(['Busy', 'Dentist'])
})

test('events marked free block unless the calendar says they do not', () => {
  const desk = openTestDesk()
  addBusy(desk.store, desk.calendar.id, { start: at(14), end: at(16), transparent: true })
  expect(check(desk).available).toBe(false)
  desk.store.transaction((tx) => tx.calendars.update(desk.calendar.id, { freeDoesNotBlock: true }))
  expect(check(desk).available).toBe(true)
  const views = desk.availability.busyViews({ from: at(0), to: at(24) })
  expect(views).toMatchObject([{ blocks: false, artistId: desk.artistId }])
})

test('blocking calendars count, other artists’ do not', () => {
  const desk = openTestDesk()
  const other = addCalendar(desk.store)
  addBusy(desk.store, other.id, { start: at(14), end: at(16) })
  expect(check(desk).available).toBe(true)
  const own = addCalendar(desk.store, {
    artistId: desk.artistId,
    role: 'blocking',
    lastSuccessAt: NOW - DAY,
  })
  addBusy(desk.store, own.id, { start: at(14), end: at(16) })
  expect(check(desk)).toMatchObject({ available: false, asOf: NOW - DAY })
  desk.store.transaction((tx) => tx.calendars.update(own.id, { lastSuccessAt: null }))
  expect(check(desk).asOf).toBeNull()
})

test('our own event is told once, by its appointment', () => {
  const desk = openTestDesk()
  const { id, calendar } = valueOf(desk.commands.create(booking(desk.artistId)))
  const placement = desk.store.read.placements.current(id)
  desk.store.transaction((tx) => tx.outbox.remove(placement?.id ?? ''))
  addBusy(desk.store, desk.calendar.id, { start: at(14), end: at(16) }, calendar?.uid)
  expect(check(desk)).toMatchObject({
    reason: 'appointment',
    blockers: [{ source: 'appointment' }],
  })
  expect(check(desk, { ignoring: id }).available).toBe(true)
  expect(desk.availability.busyViews({ from: at(0), to: at(24) })).toEqual([])
})

test('a move on its way counts where it goes; one that is held also where the server has it', () => {
  const desk = openTestDesk()
  const { id, calendar } = valueOf(desk.commands.create(booking(desk.artistId)))
  addBusy(desk.store, desk.calendar.id, { start: at(11), end: at(13) }, calendar?.uid)
  expect(check(desk, { start: at(11), end: at(13) }).available).toBe(true)
  expect(check(desk).available).toBe(false)
  const placement = desk.store.read.placements.current(id)
  desk.store.transaction((tx) => tx.outbox.update(placement?.id ?? '', { phase: 'held' }))
  expect(check(desk, { start: at(11), end: at(13) })).toMatchObject({ reason: 'busy' })
  expect(check(desk, { start: at(11), end: at(13), ignoring: id }).available).toBe(true)
})

test('beyond the busy window the stored texts are asked, and only about what is outside', () => {
  const asked: Interval[] = []
  const beyond = (calendarId: string, span: Interval): BusyBeyond[] => {
    asked.push(span)
    const event = { start: at(24 * 20 + 13), end: at(24 * 20 + 15) }
    return event.end > span.start && event.start < span.end
      ? [
          {
            ...event,
            objectId: 1,
            calendarId,
            title: 'Convention',
            private: false,
            transparent: false,
            allDay: false,
          },
        ]
      : []
  }
  const desk = openTestDesk({ busyBeyond: beyond })
  const busyTo = NOW + 10 * DAY
  desk.store.transaction((tx) => tx.calendars.update(desk.calendar.id, { busyFrom: 0, busyTo }))
  expect(check(desk).available).toBe(true)
  expect(asked).toEqual([])
  const far = { start: at(24 * 20 + 14), end: at(24 * 20 + 16) }
  expect(check(desk, far)).toMatchObject({
    reason: 'busy',
    message: 'Overlaps “Convention” 13:00–15:00',
  })
  desk.availability.busyViews({ from: busyTo - DAY, to: busyTo + DAY })
  expect(asked.at(-1)).toEqual({ start: busyTo, end: busyTo + DAY })
})

test('our own event beyond the window is known as ours', () => {
  const start = at(24 * 20 + 14)
  let objectId = 0
  const desk = openTestDesk({
    busyBeyond: (calendarId) => [
      {
        start,
        end: start + 2 * 3_600_000,
        objectId,
        calendarId,
        title: 'Ava',
        private: false,
        transparent: false,
        allDay: false,
      },
    ],
  })
  const created = valueOf(
    desk.commands.create(booking(desk.artistId, { start, end: start + 2 * 3_600_000 })),
  )
  const uid = created.calendar?.uid ?? ''
  objectId = addBusy(desk.store, desk.calendar.id, { start: 0, end: 1 }, uid)
  desk.store.transaction((tx) => {
    tx.calendars.update(desk.calendar.id, { busyFrom: 0, busyTo: NOW + DAY })
    tx.outbox.remove(desk.store.read.placements.current(created.id)?.id ?? '')
  })
  expect(check(desk, { start, end: start + 1, ignoring: created.id }).available).toBe(true)
  expect(check(desk, { start, end: start + 1 }).blockers).toHaveLength(1)
})

test('slots: on the grid, in hours, after now, several artists in order of time', () => {
  const desk = openTestDesk()
  const ines = addCalendar(desk.store, { artistId: addArtist(desk.store, { name: 'Ines' }).id })
  addArtist(desk.store, { name: 'Away', active: false })
  addBusy(desk.store, desk.calendar.id, { start: at(11), end: at(17) })
  addBusy(desk.store, ines.id, { start: at(11), end: at(12.6) })
  const slots = (over: { artistId?: string; count?: number }) =>
    valueOf(desk.availability.slots({ minutes: 120, from: 0, count: 3, ...over }))
  expect(slots({ artistId: desk.artistId, count: 2 }).map(({ start }) => start)).toEqual([
    at(17),
    at(24 + 11),
  ])
  expect(slots({})).toEqual([
    { artistId: ines.artistId, start: at(12.75), end: at(14.75) },
    { artistId: ines.artistId, start: at(13), end: at(15) },
    { artistId: ines.artistId, start: at(13.25), end: at(15.25) },
  ])
})

test('unknown artists and backward times are refused', () => {
  const { availability, artistId } = openTestDesk()
  const missing = randomUUID()
  const time = { start: at(14), end: at(15), from: 'local' as const }
  expect(errorOf(availability.check({ ...time, artistId: missing })).field).toBe('artistId')
  expect(errorOf(availability.check({ ...time, artistId, end: at(14) })).field).toBe('end')
  const slots = availability.slots({ artistId: missing, minutes: 60, from: 0, count: 1 })
  expect(errorOf(slots).kind).toBe('not-found')
})
