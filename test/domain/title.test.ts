import { expect, test } from 'vitest'
import { formatTitle, parseTitle } from '../../src/domain/title.ts'

test('a request says so, anything else does not', () => {
  expect(formatTitle('PENDING', 'Ava Chen', 'Fern sleeve')).toBe('REQUEST: Ava Chen - Fern sleeve')
  expect(formatTitle('CONFIRMED', 'Ava Chen', 'Fern sleeve')).toBe('Ava Chen - Fern sleeve')
})

test('no description, no separator; one line whatever was entered', () => {
  expect(formatTitle('CONFIRMED', ' Ava  Chen ', '')).toBe('Ava Chen')
  expect(formatTitle('CONFIRMED', 'Ava', 'Fern\r\n sleeve')).toBe('Ava - Fern sleeve')
})

test.each([
  ['REQUEST: Ava Chen - Fern', true, 'Ava Chen', 'Fern'],
  ['request:Ava Chen - Fern', true, 'Ava Chen', 'Fern'],
  ['  Request:   Ava Chen', true, 'Ava Chen', ''],
  ['Ava Chen - Fern - second session', false, 'Ava Chen', 'Fern - second session'],
  ['Ava Chen-Smith', false, 'Ava Chen-Smith', ''],
  ['My REQUEST: later', false, 'My REQUEST: later', ''],
  ['REQUEST Ava', false, 'REQUEST Ava', ''],
  ['', false, '', ''],
])('reads %j', (summary, request, clientName, description) => {
  expect(parseTitle(summary)).toEqual({ request, clientName, description })
})

test('a title is read as it was written', () => {
  for (const status of ['PENDING', 'CONFIRMED'] as const)
    expect(parseTitle(formatTitle(status, 'Zoë', 'Moth - left'))).toEqual({
      request: status === 'PENDING',
      clientName: 'Zoë',
      description: 'Moth - left',
    })
})
