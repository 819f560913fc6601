import { expect, it } from 'vitest'
import { countCrashes } from '../../src/main/shell/crashes.ts'

it('takes the fourth crash within a minute for one too many', () => {
  const isOneTooMany = countCrashes()
  const start = Date.UTC(2026, 10, 24, 9)
  const seconds = [0, 10, 20, 59, 61, 200, 201, 202, 203]
  expect(seconds.filter((second) => isOneTooMany(start + second * 1_000))).toEqual([59, 61, 203])
})
