import { assert, constantFrom, oneof, property, string, tuple } from 'fast-check'
import { expect, it } from 'vitest'
import { readDeepLink } from '../../src/domain/deep-link.ts'

const id = '0b0d2c1e-1f5c-4c0e-9d7e-6a1f3f0f3a55'

it.each([
  ['linework://requests', { to: 'screen', screen: 'requests' }],
  ['linework://Settings/', { to: 'screen', screen: 'settings' }],
  ['linework://new', { to: 'new-booking' }],
  ['linework://day/2026-11-25', { to: 'day', date: '2026-11-25' }],
  [`linework://appointment/${id.toUpperCase()}`, { to: 'appointment', id }],
])('%s', (text, link) => {
  expect(readDeepLink(text)).toEqual(link)
})

it.each([
  '',
  'linework:',
  'linework://',
  'linework://nowhere',
  'linework://day',
  'linework://day/2026-02-30',
  'linework://day/2026-13-01',
  `linework://appointment/${id}/cancel`,
  `linework://appointment/${id}?status=CANCELLED`,
  `linework://appointment/..%2f..%2f`,
  'linework://user:secret@requests',
  'https://requests',
  'javascript:alert(1)',
  '--inspect',
  `linework://requests${'/'.repeat(300)}`,
])('is nothing: %s', (text) => {
  expect(readDeepLink(text)).toBeNull()
})

it('takes whatever comes after the scheme without a mistake', () => {
  const part = oneof(string(), constantFrom('day', 'appointment', id, '/', '2026-11-25', '%', ' '))
  assert(
    property(tuple(part, part, part), (parts) => {
      const link = readDeepLink(`linework://${parts.join('')}`)
      expect([null, 'screen', 'day', 'appointment', 'new-booking']).toContain(link?.to ?? null)
    }),
    { numRuns: 2_000 },
  )
})
