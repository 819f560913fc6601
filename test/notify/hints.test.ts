import { expect, test } from 'vitest'
import { gatherHints } from '../../src/main/notify/hints.ts'
import { manualTimers } from '../support/studio.ts'

const gathering = () => {
  const looks: string[] = []
  const timers = manualTimers()
  const hints = gatherHints((accountId) => looks.push(accountId), timers)
  const pass = (): void => {
    for (const { work } of timers.due.splice(0)) work()
  }
  return { looks, timers, hints, pass }
}

test('a burst is one look per account, a second after it began', () => {
  const { looks, timers, hints, pass } = gathering()
  for (let count = 0; count < 100; count += 1) hints.hint('a')
  hints.hint('b')
  expect(timers.due.map(({ delay }) => delay)).toEqual([1_000, 1_000])
  expect(looks).toEqual([])
  pass()
  expect(looks).toEqual(['a', 'b'])
})

test('a hint after the look is another look', () => {
  const { looks, hints, pass } = gathering()
  hints.hint('a')
  pass()
  hints.hint('a')
  pass()
  expect(looks).toEqual(['a', 'a'])
})

test('nothing is looked at any more once it is closed', () => {
  const { looks, timers, hints, pass } = gathering()
  hints.hint('a')
  hints.close()
  hints.hint('a')
  pass()
  expect(timers.due).toEqual([])
  expect(looks).toEqual([])
})
