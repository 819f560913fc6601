import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { DAY } from '../../src/domain/interval.ts'
import { searchUseCases } from '../../src/main/search/search.ts'
import type { Store } from '../../src/main/store/store.ts'
import { addAppointment, addArtist, addClient, NOW, openTestStore } from '../support/store.ts'

const open = () => {
  const store = openTestStore()
  const { find } = searchUseCases({ store, now: () => NOW })
  /** The hits in a form that is easy to compare: kind and name, and where there is one the day. */
  const say = (text: string, limit = 20): string[] =>
    find({ text, limit }).map((hit) =>
      hit.kind === 'artist'
        ? `artist ${hit.artist.name}`
        : hit.kind === 'client'
          ? `client ${hit.client.name}`
          : `${hit.appointment.clientName}: ${hit.appointment.description}`,
    )
  return { store, say }
}

const furnish = (store: Store) => {
  const mara = addArtist(store, { name: 'Mara Voß' })
  const jose = addClient(store, {
    name: 'José Núñez',
    email: 'jose@example.org',
    phone: '+49 170 123 45 67',
  })
  const { appointment } = addAppointment(store, {
    artistId: mara.id,
    clientId: jose.id,
    description: 'Café sign',
  })
  return { mara, jose, appointment }
}

test('people and bookings are found by the beginnings of words, accents and case aside', () => {
  const { store, say } = open()
  furnish(store)
  expect(say('nunez')).toEqual(['client José Núñez', 'José Núñez: Café sign'])
  expect(say('JOS NÚÑ')).toEqual(['client José Núñez', 'José Núñez: Café sign'])
  expect(say('mara')).toEqual(['artist Mara Voß', 'José Núñez: Café sign'])
  expect(say('cafe jose mar')).toEqual(['José Núñez: Café sign'])
  expect(say('jose nobody')).toEqual([])
  expect(say('unez')).toEqual([])
})

test('clients are found by address and by number, however it is written', () => {
  const { store, say } = open()
  furnish(store)
  for (const text of ['jose@exam', '0170 1234567', '+49 (170) 123', '4567'])
    expect(say(text)).toEqual(['client José Núñez'])
  expect(say('0171')).toEqual([])
})

test('what is typed is never read as a query', () => {
  const { store, say } = open()
  furnish(store)
  for (const text of [
    '',
    ' ',
    '"',
    '"jose',
    'jose"',
    '*',
    '(',
    'name:jose',
    '^jose',
    'jose -nunez',
  ])
    expect(() => say(text)).not.toThrow()
  for (const text of [
    'jose AND',
    'NEAR(jose)',
    'jose OR mara',
    '\0',
    '🙂',
    "'; drop table clients",
  ])
    expect(() => say(text)).not.toThrow()
  expect(say('"José" (Núñez)*')[0]).toBe('client José Núñez')
  expect(say('NOT')).toEqual([])
})

test('the words follow every change', () => {
  const { store, say } = open()
  const { mara, jose, appointment } = furnish(store)
  store.transaction((tx) => {
    tx.clients.update(jose.id, { name: 'Josefa Ruiz' })
    tx.artists.update(mara.id, { name: 'Ilka Petrova' })
    tx.appointments.update(appointment.id, { description: 'Swallow' })
  })
  expect(say('nunez')).toEqual([])
  expect(say('cafe')).toEqual([])
  expect(say('mara')).toEqual([])
  expect(say('swallow ruiz ilka')).toEqual(['Josefa Ruiz: Swallow'])

  const other = addClient(store, { name: 'Bo Lind' })
  const artist = addArtist(store, { name: 'Jonas Behr' })
  store.transaction((tx) =>
    tx.appointments.update(appointment.id, { clientId: other.id, artistId: artist.id }),
  )
  expect(say('lind jonas')).toEqual(['Bo Lind: Swallow'])
  expect(say('ruiz')).toEqual(['client Josefa Ruiz'])
  store.transaction((tx) => {
    tx.clients.remove(jose.id)
    tx.artists.remove(mara.id)
  })
  expect(say('ruiz')).toEqual([])
  expect(say('ilka')).toEqual([])
})

test('a change that is rolled back leaves no words', () => {
  const { store, say } = open()
  const { jose } = furnish(store)
  expect(() =>
    store.transaction((tx) => {
      tx.clients.update(jose.id, { name: 'Nobody' })
      throw new Error('no')
    }),
  ).toThrow('no')
  expect(say('nobody')).toEqual([])
  expect(say('nunez')).toHaveLength(2)
})

test('dates are understood, beside words and alone; a month may be a name', () => {
  const { store, say } = open()
  const artistId = addArtist(store, { name: 'Ilka' }).id
  const clientId = addClient(store, { name: 'April May' }).id
  const row = { artistId, clientId }
  addAppointment(store, { ...row, description: 'Today' })
  addAppointment(store, { ...row, description: 'Late', start: NOW + DAY, end: NOW + DAY + 1 })
  const april = NOW + 40 * DAY
  addAppointment(store, { ...row, description: 'Spring', start: april, end: april + 1 })
  expect(say('today')).toEqual(['April May: Today'])
  expect(say('morgen')).toEqual(['April May: Late'])
  expect(say('5 mar')).toEqual(['April May: Late'])
  expect(say('may 5.3.')).toEqual(['April May: Late'])
  expect(say('2026-03-04 ilka')).toEqual(['April May: Today'])
  expect(say('2026-03-04 nobody')).toEqual([])
  expect(say('april 2026')).toEqual(['April May: Spring'])
  expect(say('april')[0]).toBe('client April May')
})

test('bookings come nearest first, and neither kind pushes the other out', () => {
  const { store, say } = open()
  const artistId = addArtist(store).id
  for (let number = 0; number < 6; number++) {
    const clientId = addClient(store, { name: `Chen ${number}` }).id
    const start = NOW + (number % 2 ? 1 : -1) * (number + 1) * DAY
    addAppointment(store, { artistId, clientId, description: `${number}`, start, end: start + 1 })
  }
  expect(say('chen', 6)).toEqual([
    'client Chen 0',
    'client Chen 1',
    'client Chen 2',
    'Chen 0: 0',
    'Chen 1: 1',
    'Chen 2: 2',
  ])
  expect(say('chen 4', 6)).toEqual(['client Chen 4', 'Chen 4: 4'])
})

test('one is found among thousands, and many are cut to the best', () => {
  const { store, say } = open()
  const artistId = addArtist(store, { name: 'Mara' }).id
  store.transaction((tx) => {
    for (let number = 0; number < 3000; number++) {
      const id = randomUUID()
      const name = `Client${number} Person`
      tx.clients.insert({ id, name, createdAt: NOW })
      tx.appointments.insert({
        id: randomUUID(),
        artistId,
        clientId: id,
        description: `Piece ${number}`,
        start: NOW + number * 60_000,
        end: NOW + number * 60_000 + 1,
        status: 'CONFIRMED',
        createdAt: NOW,
        updatedAt: NOW,
      })
    }
  })
  expect(say('client2999')).toEqual(['client Client2999 Person', 'Client2999 Person: Piece 2999'])
  expect(say('person mara', 3)).toEqual([
    'Client0 Person: Piece 0',
    'Client1 Person: Piece 1',
    'Client2 Person: Piece 2',
  ])
})

test('digits are a number first, also where their groups are in many others', () => {
  const { store, say } = open()
  for (const [name, phone] of [
    ['Ada', '0171 3920103'],
    ['Bea', '0171 3920112'],
    ['Cem', '0171 3920013'],
  ] as const)
    addClient(store, { name, phone })
  expect(say('0171 3920 0')[0]).toBe('client Cem')
})
