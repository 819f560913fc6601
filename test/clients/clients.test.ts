import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { DAY } from '../../src/domain/interval.ts'
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

test('half a number is enough, with its country or without', () => {
  const { store, clients } = open()
  addClient(store, { name: 'Ada', phone: '+49 171 392 0011' })
  addClient(store, { name: 'Bea', phone: '0171/3920012' })
  const found = (search: string): string[] =>
    clients.list({ search, limit: 10 }).map(({ name }) => name)
  expect(found('0171 392')).toEqual(['Ada', 'Bea'])
  expect(found('20012')).toEqual(['Bea'])
  expect(found('0')).toEqual(['Ada', 'Bea'])
  expect(found('0172')).toEqual([])
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

test('figures: visits, no-shows, deposits held', () => {
  const { store, clients } = open()
  const { id } = addClient(store)
  const past = { clientId: id, start: NOW - 2 * DAY, end: NOW - DAY }
  addAppointment(store, { ...past, status: 'COMPLETED' })
  addAppointment(store, { ...past, status: 'NO_SHOW' })
  addAppointment(store, { clientId: id, depositCents: 5000, depositState: 'paid' })
  addAppointment(store)
  expect(valueOf(clients.record({ id }))).toEqual({
    visits: 1,
    noShows: 1,
    lastNoShow: past.start,
    cancelled: 0,
    heldCents: 5000,
    since: past.start,
  })
  expect(errorOf(clients.record({ id: randomUUID() })).kind).toBe('not-found')
})

test('an export holds what was written down, history included', () => {
  const { store, clients } = open()
  const { id } = addClient(store, { ...ava, notes: 'Prefers mornings' })
  const { appointment } = addAppointment(store, { clientId: id, notes: 'Left arm' })
  store.transaction((tx) =>
    tx.audit.insert({
      at: NOW,
      actor: 'artist',
      action: 'moved',
      appointmentId: appointment.id,
      before: { start: 1 },
      after: { start: 2 },
    }),
  )
  addAppointment(store, { description: 'Of somebody else' })
  const exported = valueOf(clients.export({ id }))
  expect(exported.client).toEqual({
    ...ava,
    notes: 'Prefers mornings',
    enteredAt: '2026-03-04T09:00:00.000Z',
  })
  expect(exported.appointments).toMatchObject([
    {
      artist: 'Mara Voss',
      description: 'Fern sleeve',
      start: '2026-03-04T13:00:00.000Z',
      notes: 'Left arm',
      history: [{ at: '2026-03-04T09:00:00.000Z', actor: 'artist', after: { start: 2 } }],
    },
  ])
})
