import { expect, test } from 'vitest'
import { DAY, HOUR } from '../../src/domain/interval.ts'
import { addAppointment, addBusy, addCalendar, NOW, openTestStore } from '../support/store.ts'

const busy = { start: NOW, end: NOW + HOUR }

test('an object that comes again replaces its text and its busy time under the same id', () => {
  const store = openTestStore()
  const { id: calendarId } = addCalendar(store)
  const id = addBusy(store, calendarId, busy, 'a')
  const later = { start: NOW + HOUR, end: NOW + 2 * HOUR }
  expect(addBusy(store, calendarId, later, 'a')).toBe(id)
  const hits = store.read.busy.overlapping([calendarId], NOW, NOW + 9 * HOUR)
  expect(hits).toMatchObject([{ ...later, uid: 'a', objectId: id, appointmentId: null }])
  store.transaction((tx) => tx.objects.remove(id))
  expect(store.read.busy.overlapping([calendarId], NOW, NOW + 9 * HOUR)).toEqual([])
})

test('busy time is half open', () => {
  const store = openTestStore()
  const { id } = addCalendar(store)
  addBusy(store, id, busy)
  expect(store.read.busy.overlapping([id], NOW + HOUR, NOW + 2 * HOUR)).toEqual([])
  expect(store.read.busy.overlapping([id], NOW - HOUR, NOW)).toEqual([])
  expect(store.read.busy.overlapping([id], NOW + HOUR - 1, NOW + HOUR)).toHaveLength(1)
  expect(store.read.busy.overlapping([], NOW, NOW + HOUR)).toEqual([])
})

test('pages go through every object once', () => {
  const store = openTestStore()
  const { id: calendarId } = addCalendar(store)
  for (const uid of ['a', 'b', 'c']) addBusy(store, calendarId, busy, uid)
  const first = store.read.objects.page(calendarId, 0, 2)
  const second = store.read.objects.page(calendarId, first.at(-1)?.id ?? 0, 2)
  expect([...first, ...second].map(({ uid }) => uid)).toEqual(['a', 'b', 'c'])
})

test('our own objects say whose they are, by calendar and UID', () => {
  const store = openTestStore()
  const calendar = addCalendar(store)
  const { appointment, placement } = addAppointment(store, { artistId: calendar.artistId })
  addBusy(store, calendar.id, busy, placement?.caldavUid)
  expect(store.read.busy.overlapping([calendar.id], NOW, NOW + HOUR)).toMatchObject([
    {
      appointmentId: appointment.id,
      pending: null,
      appointment: { status: 'CONFIRMED', start: appointment.start },
    },
  ])
  expect(store.read.placements.byHref(calendar.id, placement?.href ?? '')?.id).toBe(placement?.id)
  expect(store.read.placements.byUid(placement?.caldavUid ?? '')?.id).toBe(placement?.id)
  expect(store.read.objects.byUid(calendar.id, placement?.caldavUid ?? '')).toBeDefined()
})

test('what clashes is found whether long or short, but for one’s own event', () => {
  const store = openTestStore()
  const calendar = addCalendar(store)
  const { artistId } = calendar
  const add = (day: number, days: number) =>
    addAppointment(store, { artistId, start: NOW + day * DAY, end: NOW + (day + days) * DAY })
  const free = add(0, 0.1)
  const met = add(2, 0.1)
  const within = add(10, 0.1)
  const long = add(20, 9)
  const own = add(40, 0.1)
  const all = [free, met, within, long, own].map(({ appointment }) => appointment)
  const event = (day: number, days: number, uid?: string) =>
    addBusy(store, calendar.id, { start: NOW + day * DAY, end: NOW + (day + days) * DAY }, uid)
  event(0.1, 1.9)
  event(2.05, 0.01)
  event(3, 20)
  event(40, 0.1, own.placement?.caldavUid)
  expect(new Set(store.read.busy.clashing(all, [calendar.id]))).toEqual(
    new Set([met, within, long].map(({ appointment }) => appointment.id)),
  )
  expect(store.read.busy.clashing(all, [])).toEqual([])
})

test('problem and window of an object can be set on their own', () => {
  const store = openTestStore()
  const { id: calendarId } = addCalendar(store)
  const id = addBusy(store, calendarId, busy, 'a')
  store.transaction((tx) => {
    tx.objects.replaceBusy(id, [])
  })
  const { href = '' } = store.read.objects.states(calendarId)[0] ?? {}
  const object = store.read.objects.get(calendarId, href)
  expect(object).toMatchObject({ problem: null })
  expect(store.read.objects.problems(calendarId)).toEqual([])
  if (object)
    store.transaction((tx) => {
      const { id: _, ...row } = object
      tx.objects.upsert({ ...row, problem: 'Its time cannot be read.' }, [])
    })
  expect(store.read.objects.problems(calendarId)).toMatchObject([{ uid: 'a' }])
})

test('removing a calendar removes what was read from it and keeps the appointments', () => {
  const store = openTestStore()
  const calendar = addCalendar(store)
  const { appointment } = addAppointment(store, { artistId: calendar.artistId })
  addBusy(store, calendar.id, busy)
  store.transaction((tx) => tx.calendars.remove(calendar.id))
  expect(store.read.busy.overlapping([calendar.id], NOW, NOW + HOUR)).toEqual([])
  expect(store.read.appointments.view(appointment.id)).toMatchObject({ calendar: null })
})
