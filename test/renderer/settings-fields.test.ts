import { expect, test } from 'vitest'
import { certificateIn } from '../../src/renderer/format/certificate.ts'
import { entriesOf, presetsOf } from '../../src/renderer/settings/presets-field.tsx'
import { wireFailure } from '../../src/main/caldav/failure.ts'

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

const fingerprint = Array.from({ length: 32 }, () => 'AB').join(':')

test('the certificate to trust is the one the failure names', () => {
  const { message } = wireFailure('certificate', 'https://cloud.example:8443/')
  expect(certificateIn(message)).toBeNull()
  expect(certificateIn(`${message} Its fingerprint is ${fingerprint}.`)).toEqual({
    host: 'cloud.example:8443',
    fingerprint,
  })
})
