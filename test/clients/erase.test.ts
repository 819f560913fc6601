import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { clientUseCases } from '../../src/main/clients/clients.ts'
import { openStore } from '../../src/main/store/open.ts'
import { booking, errorOf, openTestDesk, valueOf } from '../support/desk.ts'
import {
  addAppointment,
  addClient,
  migrations,
  NOW,
  openTestStore,
  temporaryFolder,
  ZONE,
} from '../support/store.ts'

const openOn = (store = openTestStore()) => ({
  store,
  clients: clientUseCases({
    store,
    now: () => NOW,
    newId: randomUUID,
    keepErasure: () => undefined,
  }),
})

const past = { start: NOW - 9_000, end: NOW - 5_000, status: 'COMPLETED' } as const

test('what is still to come has to be cancelled first', () => {
  const { store, clients } = openOn()
  const { id } = addClient(store)
  const { appointment } = addAppointment(store, { clientId: id })
  expect(errorOf(clients.erase({ id }))).toMatchObject({
    kind: 'not-allowed',
    message: 'This client still has 1 coming booking.',
  })
  store.transaction((tx) => tx.appointments.update(appointment.id, { status: 'CANCELLED' }))
  expect(valueOf(clients.erase({ id }))).toEqual({ appointmentsKept: 1, eventsLeft: 0 })
})

test('past appointments stay for the figures, and say which events are left', () => {
  const desk = openTestDesk()
  const { store, artistId, calendar } = desk
  const { clients } = openOn(store)
  const { id } = addClient(store)
  const { appointment, placement } = addAppointment(store, { artistId, clientId: id, ...past })
  store.transaction((tx) =>
    tx.objects.upsert(
      {
        calendarId: calendar.id,
        href: placement?.href ?? '',
        uid: placement?.caldavUid ?? null,
        etag: null,
        text: '',
        hash: '',
        problem: null,
      },
      [],
    ),
  )
  expect(valueOf(clients.erase({ id }))).toEqual({ appointmentsKept: 1, eventsLeft: 1 })
  expect(store.read.appointments.view(appointment.id)).toMatchObject({
    clientName: 'Erased client',
    description: '',
    status: 'COMPLETED',
    version: 2,
  })
  expect(clients.list({ search: '', limit: 10 })).toEqual([])
  expect(clients.list({ search: 'erased', limit: 10 })).toEqual([])
  expect(store.read.search.people('erased', 10)).toEqual([])
  expect(errorOf(clients.get({ id })).kind).toBe('not-found')
  expect(errorOf(clients.erase({ id })).kind).toBe('not-found')
  const again = desk.commands.create(booking(artistId, { client: { id } }))
  expect(errorOf(again)).toMatchObject({ kind: 'not-found', field: 'client' })
})

test('a client without appointments leaves nothing', () => {
  const { store, clients } = openOn()
  const { id } = addClient(store)
  expect(valueOf(clients.erase({ id }))).toEqual({ appointmentsKept: 0, eventsLeft: 0 })
  expect(store.read.clients.get(id)).toBeUndefined()
})

test('no word about the person is left in the file', () => {
  const file = join(temporaryFolder(), 'linework.db')
  const store = openStore({ file, migrations, now: () => NOW, zone: ZONE })
  const { clients } = openOn(store)
  const { id } = addClient(store, {
    name: 'Secretname One',
    email: 'secretmail@example.org',
    phone: '+49 170 1234567',
    notes: 'Secretnote',
    allergies: 'Secretallergy',
  })
  const { appointment } = addAppointment(store, {
    clientId: id,
    ...past,
    description: 'Secretpiece',
    notes: 'Secretword',
    cancelReason: 'Secretreason',
  })
  store.transaction((tx) => {
    tx.audit.insert({
      at: NOW,
      actor: 'desk',
      action: 'edited',
      appointmentId: appointment.id,
      before: { description: 'Secretold', start: 1 },
      after: { description: 'Secretpiece', start: 2, note: 'Secretoffer' },
    })
    tx.notices.insert({
      at: NOW,
      kind: 'moved',
      artistId: appointment.artistId,
      appointmentId: appointment.id,
      message: 'Mara moved Secretname.',
    })
  })
  valueOf(clients.erase({ id }))
  expect(store.read.audit.of(appointment.id)).toMatchObject([
    { before: { start: 1 }, after: { start: 2 } },
  ])
  expect(store.read.audit.of(appointment.id)[0]?.after).not.toHaveProperty('note')
  store.close()
  const client = new Database(file)
  client.exec('vacuum')
  client.close()
  expect(readFileSync(file, 'latin1')).not.toMatch(
    /secret(name|mail|note|all|piece|wo|rea|old|off)|1234567/i,
  )
})
