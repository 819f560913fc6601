import { describe, expect, test } from 'vitest'
import { discover } from '../../src/main/caldav/discovery.ts'
import {
  loginPage,
  maintenance,
  refused,
  status,
  type Fault,
} from '../../src/main/sample/server/faults.ts'
import { now, studio } from '../support/caldav.ts'
import { kindOf, valueOf } from '../support/results.ts'

describe('discovery', () => {
  test('leaves out what holds no events and tells whose a calendar is', async () => {
    const { server, login } = studio()
    server.mkcalendar({ user: 'jürgen', name: 'tasks', components: ['VTODO'] })
    const shared = server.mkcalendar({ user: 'bob', name: 'walk-ins', displayName: '2024' })
    server.share(shared, 'jürgen', false)
    const rows = valueOf(await discover(login, { fetch: server.fetch, now }))
    expect(rows).toMatchObject([
      { calendarId: 'bookings', readOnly: false, ownedByLogin: true, owner: 'jürgen' },
      { name: '2024', readOnly: true, ownedByLogin: false, owner: 'bob' },
    ])
  })

  test('sends a wrong password once', async () => {
    const { server, login } = studio()
    const wrong = { ...login, password: 'wrong' }
    expect(kindOf(await discover(wrong, { fetch: server.fetch, now }))).toBe('sign-in')
    expect(server.requests.filter((request) => request.status === 401)).toHaveLength(1)
  })

  test.each<[string, Fault, string]>([
    ['a login page', loginPage(), 'not-caldav'],
    ['maintenance', maintenance(), 'maintenance'],
    ['an unreachable server', refused(), 'unreachable'],
    ['a web server', status(404), 'not-caldav'],
  ])('of %s is a failure, not an empty list', async (_name, fault, kind) => {
    const { server, login } = studio()
    server.faults.always({}, fault)
    expect(kindOf(await discover(login, { fetch: server.fetch, now }))).toBe(kind)
  })

  test('no calendars is an answer too', async () => {
    const { server, login } = studio()
    const bob = { ...login, username: 'bob' }
    expect(valueOf(await discover(bob, { fetch: server.fetch, now }))).toEqual([])
  })
})
