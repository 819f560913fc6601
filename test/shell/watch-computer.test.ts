import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { watchComputer } from '../../src/main/shell/watch-computer.ts'

const openComputer = () => {
  const power = new EventEmitter()
  const network = { online: true }
  const diary: string[] = []
  const looks: (() => void)[] = []
  watchComputer(
    {
      onSuspend: (listener) => power.on('suspend', listener),
      onResume: (listener) => power.on('resume', listener),
      onLock: (listener) => power.on('lock-screen', listener),
      isOnline: () => network.online,
      every: (_, work) => looks.push(work),
    },
    {
      wake: (trigger) => diary.push(trigger),
      sleep: () => diary.push('sleep'),
      leave: () => diary.push('leave'),
    },
  )
  return { power, network, diary, look: () => looks.forEach((work) => work()) }
}

test('sleep is written down before it comes, and calendars are looked at after it', () => {
  const { power, diary } = openComputer()
  power.emit('suspend')
  power.emit('resume')
  expect(diary).toEqual(['sleep', 'leave', 'resume'])
})

test('a locked screen locks the owner’s part too', () => {
  const { power, diary } = openComputer()
  power.emit('lock-screen')
  expect(diary).toEqual(['leave'])
})

test('calendars are looked at when the network returns, once', () => {
  const { network, diary, look } = openComputer()
  look()
  network.online = false
  look()
  look()
  expect(diary).toEqual([])
  network.online = true
  look()
  look()
  expect(diary).toEqual(['network'])
})
