import { expect, test } from 'vitest'
import type { NoticeView } from '../../src/domain/views.ts'
import { tellSystem, type SystemNotice } from '../../src/main/notify/system.ts'
import { NOW, openTestStore } from '../support/store.ts'
import { manualTimers } from '../support/studio.ts'

const open = () => {
  const store = openTestStore()
  const timers = manualTimers()
  const shown: SystemNotice[] = []
  const window = { focused: false }
  const add = (kind: NoticeView['kind'], message: string): void =>
    store.transaction((tx) => tx.notices.insert({ at: NOW, kind, artistId: 'a', message }))
  const fire = (): void => {
    for (const { work } of timers.due.splice(0)) work()
  }
  add('conflict', 'From the day before.')
  const end = tellSystem({
    store,
    timers,
    isFocused: () => window.focused,
    languageFor: (setting) => (setting === 'de' ? 'de' : 'en'),
    show: (notice) => shown.push(notice),
  })
  return { store, timers, shown, window, add, fire, end }
}

test('one that needs a person is told once; older ones and what only informs are not', () => {
  const { add, fire, shown } = open()
  add('moved', 'Mara moved Ava.')
  fire()
  expect(shown).toEqual([])
  add('refused', 'Ava Chen: storage is full.')
  fire()
  expect(shown).toEqual([
    {
      title: 'A calendar did not accept a booking',
      body: 'Ava Chen: storage is full.',
      appointmentId: null,
    },
  ])
  add('moved', 'Mara moved Ava.')
  fire()
  expect(shown).toHaveLength(1)
})

test('many at once are one', () => {
  const { add, fire, shown, timers } = open()
  for (const name of ['One', 'Two', 'Three', 'Four', 'Five']) add('conflict', `${name}.`)
  expect(timers.due).toHaveLength(1)
  fire()
  expect(shown).toEqual([
    {
      title: '5 things need your decision',
      body: 'Five.\nFour.\nThree.\nAnd 2 more.',
      appointmentId: null,
    },
  ])
})

test('not while the window is looked at, nor what was seen in time', () => {
  const { store, add, fire, shown, window } = open()
  window.focused = true
  add('conflict', 'One.')
  fire()
  window.focused = false
  fire()
  add('brake', 'Two.')
  store.transaction((tx) => tx.notices.markSeen(99))
  fire()
  expect(shown).toEqual([])
})

test('nothing more once it has ended', () => {
  const { add, timers, end } = open()
  add('conflict', 'One.')
  end()
  add('conflict', 'Two.')
  expect(timers.due).toEqual([])
})
