import { describe, expect, test } from 'vitest'
import { discover } from '../../src/main/caldav/discovery.ts'
import {
  gzipEtags,
  insideMultistatus,
  loginPage,
  lostAnswer,
  refused,
  status,
  withoutEtag,
  type Fault,
} from '../../src/main/sample/server/faults.ts'
import type { Remote } from '../../src/main/sync/remote.ts'
import { now, studio } from '../support/caldav.ts'
import { kindOf, valueOf } from '../support/results.ts'
import { eventText } from '../support/servers/events.ts'

const put = (
  { remote, calendar, hrefOf }: ReturnType<typeof studio>,
  file = 'a',
): ReturnType<Remote['put']> =>
  remote.put(calendar, hrefOf(`${file}.ics`), eventText('a'), { create: true })

describe('writing', () => {
  test('ETags marked by a packer come back plain, missing ones as null', async () => {
    const desk = studio()
    desk.server.faults.next({ method: 'PUT' }, gzipEtags())
    const { etag } = valueOf(await put(desk))
    expect(etag).toBe(desk.server.list(desk.calendar)[0]?.etag)
    desk.server.faults.next({ method: 'PUT' }, withoutEtag())
    const change = { etag: etag ?? '' }
    const { remote, calendar, hrefOf } = desk
    const text = eventText('a', ['SUMMARY:New'])
    expect(valueOf(await remote.put(calendar, hrefOf('a.ics'), text, change)).etag).toBeNull()
  })

  test.each<[string, Fault, string]>([
    ['401', status(401), 'sign-in'],
    ['403', status(403), 'read-only'],
    [
      '403 for its content',
      status(
        403,
        {},
        '<d:error xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><c:valid-calendar-data/></d:error>',
      ),
      'object-refused',
    ],
    ['400', status(400), 'object-refused'],
    ['400 for its UID', status(400, {}, 'Calendar object with uid already exists'), 'uid-conflict'],
    ['404 where the calendar is', status(404), 'read-only'],
    ['405', status(405), 'read-only'],
    ['409 without a reason', status(409), 'object-refused'],
    ['412', status(412), 'precondition'],
    ['413', status(413), 'object-refused'],
    ['415', status(415), 'object-refused'],
    ['422', status(422), 'object-refused'],
    ['423', status(423), 'locked'],
    ['507', status(507), 'storage-full'],
    ['500', status(500), 'server-error'],
    ['a 207 around a 412', insideMultistatus(412), 'precondition'],
    ['a 207 around a 403', insideMultistatus(403), 'read-only'],
    ['a login page', loginPage(), 'not-caldav'],
    ['a lost answer', lostAnswer(), 'unreachable'],
    ['an unreadable 207', status(207, {}, 'oops'), 'not-caldav'],
  ])('%s', async (_name, fault, kind) => {
    const desk = studio()
    desk.server.faults.next({ method: 'PUT' }, fault)
    expect(kindOf(await put(desk))).toBe(kind)
  })

  test('an empty answer that PHP calls HTML is a success', async () => {
    const desk = studio()
    const headers = { 'Content-Type': 'text/html; charset=UTF-8', ETag: '"1"' }
    desk.server.faults.next({ method: 'PUT' }, status(201, headers))
    expect(valueOf(await put(desk)).etag).toBe('"1"')
  })

  test.each([400, 409] as const)('a UID in use, said with %i', async (code) => {
    const desk = studio()
    desk.server.quirks.uidConflict = code
    valueOf(await put(desk))
    expect(kindOf(await put(desk, 'b'))).toBe('uid-conflict')
  })

  test('a UID in Nextcloud’s trash bin', async () => {
    const desk = studio()
    desk.server.quirks.trashBin = true
    valueOf(await put(desk))
    valueOf(await desk.remote.remove(desk.calendar, desk.hrefOf('a.ics'), null))
    expect(kindOf(await put(desk, 'b'))).toBe('uid-conflict')
  })

  test('a calendar shared to read', async () => {
    const desk = studio()
    const { server, calendar, remote, login } = desk
    const { href, etag } = server.put(calendar, 'a.ics', eventText('a'))
    server.setReadOnly(calendar, true)
    expect(kindOf(await put(desk, 'b'))).toBe('read-only')
    expect(kindOf(await remote.remove(calendar, href, etag))).toBe('read-only')
    expect(valueOf(await remote.look())).toMatchObject([{ readOnly: true, ownedByLogin: true }])
    expect(valueOf(await discover(login, { fetch: server.fetch, now }))).toMatchObject([
      { calendarId: 'bookings', readOnly: true },
    ])
  })

  test('DELETE answered 404 although the event is there: it may not be written', async () => {
    const { server, calendar, remote } = studio()
    const { href, etag } = server.put(calendar, 'a.ics', eventText('a'))
    server.faults.next({ method: 'DELETE' }, status(404))
    expect(kindOf(await remote.remove(calendar, href, etag))).toBe('read-only')
    server.faults.next({ method: 'DELETE' }, status(412))
    expect(kindOf(await remote.remove(calendar, href, etag))).toBe('precondition')
  })

  test('what cannot be looked up is not called gone', async () => {
    const { server, calendar, remote, hrefOf } = studio()
    server.faults.next({ method: 'DELETE' }, status(412))
    server.faults.next({ method: 'GET' }, refused())
    expect(kindOf(await remote.remove(calendar, hrefOf('a.ics'), '"1"'))).toBe('unreachable')
  })
})
