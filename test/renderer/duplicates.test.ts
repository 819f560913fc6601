import { expect, test } from 'vitest'
import type { Client } from '../../src/domain/client.ts'
import { shownOf } from '../../src/renderer/clients/clients-screen.tsx'
import { duplicatesAmong } from '../../src/renderer/clients/duplicates.ts'

const client = (id: string, over: Partial<Client> = {}): Client => ({
  id,
  name: id,
  email: '',
  phone: '',
  notes: '',
  allergies: '',
  ...over,
})

test('entries with the same email or phone are a pair, however they are written', () => {
  const all = [
    client('Ava', { email: 'Ava@Example.org', phone: '0171 392 00 11' }),
    client('Ben', { phone: '12' }),
    client('Ava C.', { email: 'ava@example.org ' }),
    client('Ben B.', { phone: '12' }),
    client('A. Chen', { phone: '0171-3920011' }),
    client('Ava Ch.', { phone: '+49 (171) 3920011' }),
  ]
  expect(duplicatesAmong(all).map((pair) => pair.map(({ id }) => id))).toEqual([
    ['Ava', 'Ava C.'],
    ['Ava', 'A. Chen'],
    ['Ava', 'Ava Ch.'],
  ])
  expect(duplicatesAmong([])).toEqual([])
})

test('the page follows the search, and stays with who was chosen where they are found', () => {
  const found = [client('Ava'), client('Ben')]
  expect(shownOf('Cem', found, '')).toBe('Cem')
  expect(shownOf(null, found, '')).toBe('Ava')
  expect(shownOf('Ben', found, 'e')).toBe('Ben')
  expect(shownOf('Cem', found, 'e')).toBe('Ava')
  expect(shownOf('Cem', [], 'x')).toBeUndefined()
})
