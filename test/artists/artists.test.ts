import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { defaultHours, inkOrder } from '../../src/domain/artist.ts'
import { artistUseCases } from '../../src/main/artists/artists.ts'
import { settingsUseCases } from '../../src/main/settings/settings.ts'
import { errorOf, valueOf } from '../support/desk.ts'
import { addAppointment, addCalendar, NOW, openTestStore } from '../support/store.ts'

const open = () => {
  const store = openTestStore()
  return {
    store,
    artists: artistUseCases({ store, now: () => NOW, newId: randomUUID }),
    settings: settingsUseCases({ store }),
  }
}

test('a name is enough: the next ink and the studio’s hours come by themselves', () => {
  const { artists, settings } = open()
  const hours = defaultHours.map(() => [{ from: 600, to: 960 }])
  settings.update({ hours: hours.map((spans) => [...spans]) })
  const [first, second] = ['Mara', 'Ines'].map((name) => valueOf(artists.create({ name })))
  expect(first).toMatchObject({ ink: inkOrder[0], hours, active: true, sessionMinutes: 120 })
  expect(second?.ink).toBe(inkOrder[1])
  expect(artists.list()).toEqual([first, second])
})

test('an artist is changed; an unknown one is refused', () => {
  const { artists } = open()
  const { id } = valueOf(artists.create({ name: 'Mara' }))
  expect(valueOf(artists.update({ id, changes: { bufferAfter: 15 } }))).toMatchObject({
    name: 'Mara',
    bufferAfter: 15,
  })
  const unknown = randomUUID()
  expect(errorOf(artists.update({ id: unknown, changes: { name: 'X' } })).kind).toBe('not-found')
  expect(errorOf(artists.remove({ id: unknown })).kind).toBe('not-found')
})

test('an artist without appointments is removed with the calendars, one with them is kept', () => {
  const { store, artists } = open()
  const calendar = addCalendar(store)
  valueOf(artists.remove({ id: calendar.artistId }))
  expect(store.read.artists.all()).toEqual([])
  expect(store.read.calendars.all()).toEqual([])

  const { appointment } = addAppointment(store, { status: 'CANCELLED' })
  valueOf(artists.remove({ id: appointment.artistId }))
  expect(store.read.artists.get(appointment.artistId)?.active).toBe(false)
})

test('presets keep their order', () => {
  const { artists } = open()
  const { id, presets } = valueOf(artists.create({ name: 'Mara' }))
  expect(presets).toEqual([])
  const changes = {
    presets: [
      { name: 'Full day', minutes: 420 },
      { name: 'Consultation', minutes: 30 },
    ],
  }
  expect(valueOf(artists.update({ id, changes })).presets).toEqual(changes.presets)
})
