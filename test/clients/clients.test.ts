import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { clientUseCases } from '../../src/main/clients/clients.ts'
import { errorOf, valueOf } from '../support/desk.ts'
import { addAppointment, addCalendar, addClient, NOW, openTestStore } from '../support/store.ts'

const open = () => {
  const store = openTestStore()
  return { store, clients: clientUseCases({ store, now: () => NOW, newId: randomUUID }) }
}

const ava = {
  name: 'Ava Chen',
  email: 'ava@example.org',
  phone: '',
  notes: '',
  allergies: 'Nickel',
}

test('a client is made, found, changed', () => {
  const { clients } = open()
  const made = valueOf(clients.create(ava))
  expect(clients.list({ search: 'chen', limit: 10 })).toEqual([made])
  const changed = valueOf(clients.update({ id: made.id, changes: { name: 'Ava Cheng' } }))
  expect(changed).toEqual({ ...made, name: 'Ava Cheng' })
  expect(clients.list({ search: 'cheng', limit: 10 })).toEqual([changed])
  expect(errorOf(clients.get({ id: randomUUID() })).kind).toBe('not-found')
  expect(errorOf(clients.update({ id: randomUUID(), changes: {} })).kind).toBe('not-found')
})

test('a new name goes into the events of coming appointments, notes do not', () => {
  const { store, clients } = open()
  const { id } = addClient(store)
  const calendar = addCalendar(store)
  const row = { artistId: calendar.artistId, clientId: id }
  const { placement } = addAppointment(store, row)
  addAppointment(store, { ...row, start: NOW - 10_000, end: NOW - 5_000 })
  addAppointment(store, { ...row, status: 'CANCELLED' })
  valueOf(clients.update({ id, changes: { notes: 'Late' } }))
  expect(store.read.outbox.all()).toEqual([])
  valueOf(clients.update({ id, changes: { name: 'Ava Cheng' } }))
  expect(store.read.outbox.all().map(({ placementId }) => placementId)).toEqual([placement?.id])
})
