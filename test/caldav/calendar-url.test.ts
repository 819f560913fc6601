import { expect, test } from 'vitest'
import {
  calendarUrlById,
  configuredHome,
  resolveCalendarUrl,
} from '../../src/main/caldav/calendar-url.ts'
import { kindOf, valueOf } from '../support/results.ts'

const account = {
  baseUrl: 'https://cloud.example',
  username: 'jürgen@studio.example',
  calendarBasePath: '/remote.php/dav/calendars',
}
const home = 'https://cloud.example/remote.php/dav/calendars/j%C3%BCrgen%40studio.example/'

test.each([
  ['https://cloud.example', '', ''],
  ['https://cloud.example/', '', ''],
  ['https://cloud.example/index.php/apps/files', '', ''],
  ['https://cloud.example/remote.php/dav/', '', ''],
  ['https://cloud.example/nextcloud', '', '/nextcloud'],
  ['https://cloud.example/nextcloud/remote.php/dav/calendars/x/', '', '/nextcloud'],
])('the home of an account at %s', (baseUrl, _, path) => {
  expect(configuredHome({ ...account, baseUrl })).toBe(
    home.replace('/remote.php', `${path}/remote.php`),
  )
})

test('a path of one’s own, for other servers', () => {
  const radicale = { baseUrl: 'http://127.0.0.1:5232', username: 'alice', calendarBasePath: '/' }
  expect(configuredHome(radicale)).toBe('http://127.0.0.1:5232/alice/')
})

test('a calendar by its id', () => {
  expect(calendarUrlById(account, 'Lina’s bookings')).toBe(`${home}Lina%E2%80%99s%20bookings/`)
  expect(calendarUrlById(account, '/personal/')).toBe(`${home}personal/`)
})

test.each([
  `${home}personal`,
  `${home}personal/`,
  `${home}personal?export`,
  `  ${home}personal/?export  `,
  'https://cloud.example/remote.php/dav/calendars/jürgen@studio.example/personal/',
  `${home.replace('https:', 'http:')}personal/`,
])('%s is taken', (pasted) => {
  expect(valueOf(resolveCalendarUrl(account, pasted))).toBe(`${home}personal/`)
})

test.each([
  ['personal', /https/],
  ['webcal://cloud.example/x', /https/],
  ['https://cloud.example/apps/calendar/dayGridMonth/now', /web page/],
  ['https://cloud.example/index.php/apps/calendar/p/aBc/', /web page/],
  ['https://cloud.example/remote.php/dav/public-calendars/aBc/', /public/],
  ['https://other.example/remote.php/dav/calendars/x/personal/', /other\.example/],
  [`${home}personal/event.ics`, /one event/],
  [home, /all calendars/],
  ['https://cloud.example', /all calendars/],
])('%s is refused in its field', (pasted, sentence) => {
  const answer = resolveCalendarUrl(account, pasted)
  expect(kindOf(answer)).toBe('invalid-input')
  expect(answer).toMatchObject({
    error: { field: 'url', message: expect.stringMatching(sentence), remedy: expect.any(String) },
  })
})
