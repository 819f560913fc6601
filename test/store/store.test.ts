import { expect, test } from 'vitest'
import { addArtist, addClient, NOW, openTestStore, ZONE } from '../support/store.ts'

test('a commit is followed by exactly one event with everything that changed', () => {
  const store = openTestStore()
  const heard: string[][] = []
  store.onChange((topics) => heard.push([...topics].toSorted()))
  store.transaction((tx) => {
    tx.notices.insert({ at: NOW, kind: 'moved', artistId: 'a', message: 'Moved.' })
    tx.notices.insert({ at: NOW, kind: 'moved', artistId: 'a', message: 'Moved again.' })
    tx.settings.update({ slotMinutes: 30 })
  })
  expect(heard).toEqual([['notices', 'settings']])
})

test('a transaction that throws changes nothing and says nothing', () => {
  const store = openTestStore()
  let events = 0
  store.onChange(() => events++)
  const work = () =>
    store.transaction((tx) => {
      tx.notices.insert({ at: NOW, kind: 'moved', artistId: 'a', message: 'Moved.' })
      throw new Error('stop')
    })
  expect(work).toThrow('stop')
  expect(store.read.notices.list(10)).toEqual([])
  expect(events).toBe(0)
})

test('reading in a transaction says nothing, and a subscription can be ended', () => {
  const store = openTestStore()
  let events = 0
  const end = store.onChange(() => events++)
  store.transaction((tx) => tx.artists.all())
  end()
  addArtist(store)
  expect(events).toBe(0)
})

test('transactions do not nest, and a later one works all the same', () => {
  const store = openTestStore()
  expect(() => store.transaction(() => store.transaction(() => 1))).toThrow(/already open/)
  expect(store.transaction(() => 2)).toBe(2)
})

test('nothing is written outside a transaction', () => {
  const store = openTestStore()
  expect(() => store.read.artists.remove('x')).toThrow(/inside a transaction/)
})

test('a listener may write in turn', () => {
  const store = openTestStore()
  const end = store.onChange(() => {
    end()
    store.transaction((tx) => tx.settings.setValue('seen', true))
  })
  addArtist(store)
  expect(store.read.settings.getValue('seen')).toBe(true)
})

test('foreign keys hold', () => {
  const store = openTestStore()
  const wrong = { artistId: 'nobody', accountId: 'none', url: 'x', name: '', role: 'booking' }
  expect(() =>
    store.transaction((tx) =>
      tx.calendars.insert({ ...wrong, role: 'booking', id: 'c', createdAt: NOW }),
    ),
  ).toThrow()
})

test('settings: the computer’s zone first, defaults for what is missing or makes no sense', () => {
  const store = openTestStore()
  expect(store.read.settings.get()).toMatchObject({ zone: ZONE, slotMinutes: 15, ready: false })
  store.transaction((tx) => {
    tx.settings.update({ slotMinutes: 30, studioName: 'Linework Berlin' })
    tx.settings.setValue('pullMinutes', 'often')
    tx.settings.setValue('window', { x: 1 })
  })
  expect(store.read.settings.get()).toMatchObject({
    slotMinutes: 30,
    pullMinutes: 5,
    studioName: 'Linework Berlin',
  })
  expect(store.read.settings.getValue('window')).toEqual({ x: 1 })
})

test('clients are found by parts of name, email and phone, without accents or case', () => {
  const store = openTestStore()
  addClient(store, { name: 'Zoë Müller', email: 'zoe@example.org', phone: '+49 30 1234-567' })
  addClient(store, { name: 'Mulligan 100%', phone: '0049 30 999' })
  addClient(store, { name: 'Anna Muller' })
  const names = (text: string) => store.read.clients.search(text, 10).map(({ name }) => name)
  expect(names('MULL')).toEqual(['Mulligan 100%', 'Anna Muller', 'Zoë Müller'])
  expect(names('müll')).toEqual(['Mulligan 100%', 'Anna Muller', 'Zoë Müller'])
  expect(names('zoe@')).toEqual(['Zoë Müller'])
  expect(names('30 12 34')).toEqual(['Zoë Müller'])
  expect(names('%')).toEqual(['Mulligan 100%'])
  expect(names('_')).toEqual([])
  expect(names('')).toHaveLength(3)
  expect(store.read.clients.findDuplicate('', '+4930999')).toHaveLength(1)
  expect(store.read.clients.findDuplicate(' ZOE@example.org', '')).toHaveLength(1)
  expect(store.read.clients.findDuplicate('', '')).toEqual([])
})
