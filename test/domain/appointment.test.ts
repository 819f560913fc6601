import { expect, test } from 'vitest'
import { isLive, mayBecome, statuses, transitions } from '../../src/domain/appointment.ts'

test('nothing leaves cancelled, and only what is over cannot be cancelled', () => {
  expect(transitions.CANCELLED).toEqual([])
  const cancellable = statuses.filter((status) => transitions[status].includes('CANCELLED'))
  expect(cancellable).toEqual(['PENDING', 'CONFIRMED', 'ARRIVED'])
})

test('a request is approved before anybody arrives', () => {
  expect(mayBecome('PENDING', 'CONFIRMED')).toBe(true)
  expect(mayBecome('PENDING', 'ARRIVED')).toBe(false)
  expect(mayBecome('CONFIRMED', 'ARRIVED')).toBe(true)
})

test('what was cancelled or missed takes no time', () => {
  expect(statuses.filter((status) => !isLive(status))).toEqual(['NO_SHOW', 'CANCELLED'])
})
