import { expect, test } from 'vitest'
import { eventDescription } from '../../src/domain/event-words.ts'

const client = { phone: '+49 30 1234', email: 'ava@example.org' }

test.each([
  ['name', ''],
  ['name-phone', '+49 30 1234'],
  ['all', '+49 30 1234\nava@example.org\nBrings a drawing.'],
] as const)('with “%s” an event says %j below its title', (privacy, said) => {
  expect(eventDescription(client, 'Brings a drawing.', privacy)).toBe(said)
})

test('what is not known leaves no empty line', () => {
  expect(eventDescription({ phone: '', email: 'ava@example.org' }, '', 'all')).toBe(
    'ava@example.org',
  )
})
