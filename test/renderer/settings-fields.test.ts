import { expect, test } from 'vitest'
import { entriesOf, presetsOf } from '../../src/renderer/settings/presets-field.tsx'

test('presets are read as typed, without the empty rows', () => {
  const presets = [{ name: 'Half day', minutes: 240 }]
  expect(presetsOf([...entriesOf(presets), { name: ' ', minutes: '' }])).toEqual(presets)
})

test.each([
  ['', '60'],
  ['Consultation', ''],
  ['Consultation', '4'],
  ['Consultation', '1441'],
  ['Consultation', 'an hour'],
])('a preset “%s” of “%s” minutes makes no sense', (name, minutes) => {
  expect(presetsOf([{ name, minutes }])).toBeNull()
})
