import { expect, test } from 'vitest'
import { typedClient } from '../../src/renderer/booking/typed-client.ts'

test.each([
  ['Ava Chen', { name: 'Ava Chen' }],
  ['Ava 2', { name: 'Ava 2' }],
  ['+49 (171) 392-00.11', { phone: '+49 (171) 392-00.11' }],
  ['0171/39', { phone: '0171/39' }],
  ['ava@example.org', { email: 'ava@example.org' }],
  ['-', { name: '-' }],
])('%s goes where it belongs', (typed, expected) => {
  expect(typedClient(typed)).toEqual({
    kind: 'new',
    name: '',
    email: '',
    phone: '',
    ...expected,
  })
})
