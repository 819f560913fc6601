import { expect, it } from 'vitest'
import { createPace } from '../../src/main/ipc/pace.ts'

const open = () => {
  const clock = { now: 0 }
  const pace = createPace(() => clock.now)
  const ask = (name: unknown, times: number): (string | undefined)[] =>
    Array.from({ length: times }, () => pace(name)?.kind)
  return { clock, ask }
}

it('lets a costly question through twenty times in ten seconds', () => {
  const { clock, ask } = open()
  expect(ask('calendars.test', 21)).toEqual([...Array.from({ length: 20 }), 'not-allowed'])
  clock.now = 9_999
  expect(ask('calendars.test', 1)).toEqual(['not-allowed'])
  clock.now = 10_000
  expect(ask('calendars.test', 1)).toEqual([undefined])
})

it('holds up one question only', () => {
  const { ask } = open()
  ask('sync.run', 30)
  expect(ask('calendars.test', 1)).toEqual([undefined])
})

it('lets the window look as often as it draws', () => {
  const { ask } = open()
  expect(ask('availability.check', 2_999).every((kind) => kind === undefined)).toBe(true)
  expect([...ask(7, 1), ...ask('busy.list', 1)]).toEqual([undefined, 'not-allowed'])
})
