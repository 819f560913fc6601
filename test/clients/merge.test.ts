import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { questions } from '../../src/contract/questions.ts'
import { clientUseCases } from '../../src/main/clients/clients.ts'
import { errorOf, valueOf } from '../support/desk.ts'
import { addAppointment, addCalendar, addClient, NOW, openTestStore } from '../support/store.ts'

const open = () => {
  const store = openTestStore()
  return {
    store,
    clients: clientUseCases({
      store,
      now: () => NOW,
      newId: randomUUID,
      keepErasure: () => undefined,
    }),
  }
}

test('appointments move with their history, coming events are written again', () => {
  const { store, clients } = open()
  const { artistId } = addCalendar(store)
  const keep = addClient(store, { name: 'Ava Chen' }).id
  const drop = addClient(store, { name: 'A. Chen' }).id
  const coming = addAppointment(store, { artistId, clientId: drop })
  const past = addAppointment(store, { artistId, clientId: drop, start: NOW - 9, end: NOW - 5 })

  valueOf(clients.merge({ keep, drop }))
  for (const { appointment } of [coming, past]) {
    expect(store.read.appointments.get(appointment.id)).toMatchObject({
      clientId: keep,
      version: 2,
    })
    expect(store.read.audit.of(appointment.id)).toMatchObject([
      { actor: 'desk', action: 'client-merged', before: { clientId: drop } },
    ])
  }
  expect(store.read.outbox.all().map(({ placementId }) => placementId)).toEqual([
    coming.placement?.id,
  ])
  expect(errorOf(clients.get({ id: drop })).kind).toBe('not-found')
  expect(clients.list({ search: 'chen', limit: 5 }).map(({ id }) => id)).toEqual([keep])
})

test('no detail is lost', () => {
  const { store, clients } = open()
  const keep = addClient(store, { email: 'ava@example.org', notes: 'Late', allergies: 'Nickel' })
  const drop = addClient(store, {
    name: 'Ava Chen-Lund',
    email: 'work@example.org',
    phone: '+49 170 1',
    notes: 'Prefers mornings',
    allergies: 'Nickel',
  })
  expect(valueOf(clients.merge({ keep: keep.id, drop: drop.id }))).toEqual({
    id: keep.id,
    name: 'Ava Chen',
    email: 'ava@example.org',
    phone: '+49 170 1',
    notes: 'Late\nPrefers mornings\nAva Chen-Lund, work@example.org',
    allergies: 'Nickel',
  })
})

test('both have to be there and be two', () => {
  const { store, clients } = open()
  const { id } = addClient(store)
  expect(errorOf(clients.merge({ keep: id, drop: randomUUID() })).kind).toBe('not-found')
  expect(errorOf(clients.merge({ keep: randomUUID(), drop: id })).kind).toBe('not-found')
  const { input } = questions['clients.merge']
  expect(input.safeParse({ keep: id, drop: id }).success).toBe(false)
})
