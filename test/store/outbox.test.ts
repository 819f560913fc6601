import { expect, test } from 'vitest'
import { addAppointment, addCalendar, NOW, openTestStore } from '../support/store.ts'

const open = () => {
  const store = openTestStore()
  const calendar = addCalendar(store)
  const { appointment, placement } = addAppointment(store, { artistId: calendar.artistId })
  const id = placement?.id ?? ''
  store.transaction((tx) => tx.outbox.want(id, 'present', NOW))
  const want = (intent: 'present' | 'gone') =>
    store.transaction((tx) => tx.outbox.want(id, intent, NOW + 1))
  return { store, calendar, appointment, id, want }
}

test('wishes for the same placement become one row', () => {
  const { store, id, want } = open()
  want('present')
  want('gone')
  expect(store.read.outbox.get(id)).toMatchObject({ intent: 'gone', revision: 3, createdAt: NOW })
})

test('a new wish forgets backoff and failure and frees a held row', () => {
  const { store, id, want } = open()
  const failure = { kind: 'timeout', message: 'x' } as const
  store.transaction((tx) =>
    tx.outbox.update(id, { phase: 'held', attempts: 4, notBefore: NOW, failure }),
  )
  want('present')
  expect(store.read.outbox.get(id)).toMatchObject({
    phase: 'ready',
    attempts: 0,
    notBefore: 0,
    failure: null,
  })
})

test('a row that waits to be verified stays so, with what was sent', () => {
  const { store, id, want } = open()
  store.transaction((tx) => tx.outbox.update(id, { phase: 'verify', sendingHash: 'h' }))
  want('gone')
  expect(store.read.outbox.get(id)).toMatchObject({
    intent: 'gone',
    phase: 'verify',
    sendingHash: 'h',
  })
})

test('rows tell calendar and appointment, by calendar and by appointment', () => {
  const { store, calendar, appointment, id } = open()
  const row = { placementId: id, calendarId: calendar.id, appointmentId: appointment.id }
  expect(store.read.outbox.all()).toMatchObject([row])
  expect(store.read.outbox.ofCalendar(calendar.id)).toMatchObject([row])
  expect(store.read.outbox.ofAppointment(appointment.id)).toMatchObject([row])
  expect(store.read.outbox.ofCalendar('other')).toEqual([])
})

test('how far an appointment has come shows in its view', () => {
  const { store, appointment, id } = open()
  const delivery = () => store.read.appointments.view(appointment.id)?.delivery
  expect(delivery()).toBe('waiting')
  store.transaction((tx) => tx.outbox.update(id, { phase: 'verify' }))
  expect(delivery()).toBe('sending')
  store.transaction((tx) => tx.outbox.update(id, { phase: 'held' }))
  expect(delivery()).toBe('held')
  store.transaction((tx) => tx.outbox.remove(id))
  expect(delivery()).toBe('sent')
})
