import { expect, test } from 'vitest'
import { accountFromEnvironment } from '../../src/main/calendars/environment.ts'
import { mostAlike } from '../../src/main/calendars/likeness.ts'
import { valueOf } from '../support/results.ts'

const whole = {
  NEXTCLOUD_BASE_URL: 'https://cloud.example',
  NEXTCLOUD_USERNAME: 'desk',
  NEXTCLOUD_PASSWORD: 'secret',
}

test('an account from the environment', () => {
  expect(valueOf(accountFromEnvironment(whole))).toEqual({
    label: '',
    baseUrl: 'https://cloud.example',
    username: 'desk',
    password: 'secret',
    calendarBasePath: '/remote.php/dav/calendars',
  })
  const path = { ...whole, NEXTCLOUD_CALENDAR_BASE_PATH: '/dav' }
  expect(valueOf(accountFromEnvironment(path))?.calendarBasePath).toBe('/dav')
  expect(valueOf(accountFromEnvironment({ PATH: '/bin', NEXTCLOUD_USERNAME: ' ' }))).toBeNull()
})

test.each([
  ['NEXTCLOUD_BASE_URL', ''],
  ['NEXTCLOUD_USERNAME', '  '],
  ['NEXTCLOUD_PASSWORD', undefined],
  ['NEXTCLOUD_BASE_URL', 'cloud.example'],
])('%s as %j is named', (variable, value) => {
  const answer = accountFromEnvironment({ ...whole, [variable]: value })
  expect(answer).toMatchObject({ error: { kind: 'invalid-input', field: variable } })
  expect(JSON.stringify(answer)).not.toContain('secret')
})

test.each([
  ['Lina', 'lina'],
  ['Termine – Línà B.', 'lina'],
  ['linabrandt', 'lina'],
  ['José Núñez', 'jose'],
  ['jose', 'jose'],
  ['Brandt', null],
  ['Studio', null],
  ['', null],
])('%j is most like %s', (text, id) => {
  const artists = [
    { id: 'lina', name: 'Lina Brandt' },
    { id: 'otto', name: 'Otto Brandt' },
    { id: 'jose', name: 'José Nuñez' },
  ]
  expect(mostAlike(artists, text)).toBe(id)
})
