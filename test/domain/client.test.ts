import { expect, test } from 'vitest'
import { emailKey, nameKey, phoneKey } from '../../src/domain/client.ts'

test('names are the same without accents, case and doubled spaces', () => {
  expect(nameKey('  Zoë   MÜLLER ')).toBe('zoe muller')
  expect(nameKey('ﬁona')).toBe('fiona')
})

test('numbers are the same however they are written', () => {
  expect(phoneKey('0049 (30) 12-34')).toBe('+49301234')
  expect(phoneKey('+49 30 1234')).toBe('+49301234')
})

test('addresses are the same in any case', () => {
  expect(emailKey(' Ava@Example.org ')).toBe('ava@example.org')
})
