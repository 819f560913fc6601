import { describe, expect, test } from 'vitest'
import {
  cut,
  insideMultistatus,
  loginPage,
  lostAnswer,
  maintenance,
  refused,
  status,
  truncated,
  type Fault,
} from '../../src/main/sample/server/faults.ts'
import type { RemoteFailure, RemoteResult } from '../../src/main/sync/remote.ts'
import { NOW, studio } from '../support/caldav.ts'
import { kindOf } from '../support/results.ts'
import { eventText } from '../support/servers/events.ts'

const failureOf = (result: RemoteResult<unknown>): RemoteFailure => {
  if (!result.ok) return result.error
  throw new Error('not a failure')
}

describe('how a request fails', () => {
  const date = 'Wed, 01 Jul 2026 08:10:00 GMT'
  test.each<[string, Fault, Partial<RemoteFailure>]>([
    ['401', status(401), { kind: 'sign-in', status: 401 }],
    ['403', status(403), { kind: 'forbidden' }],
    ['404', status(404), { kind: 'calendar-gone' }],
    ['410', status(410), { kind: 'calendar-gone' }],
    ['405', status(405), { kind: 'not-caldav' }],
    ['423', status(423), { kind: 'locked' }],
    ['429', status(429, { 'Retry-After': '90' }), { kind: 'busy-server', retryAt: NOW + 90_000 }],
    ['500', status(500), { kind: 'server-error', status: 500 }],
    ['502', status(502, {}, '<html>Bad gateway</html>'), { kind: 'server-error' }],
    ['503', status(503, { 'Retry-After': date }), { kind: 'busy-server', retryAt: NOW + 600_000 }],
    ['503 with nonsense', status(503, { 'Retry-After': 'later' }), { kind: 'busy-server' }],
    ['maintenance', maintenance(120), { kind: 'maintenance', retryAt: NOW + 120_000 }],
    ['507', status(507), { kind: 'storage-full' }],
    ['a login page', loginPage(), { kind: 'not-caldav' }],
    ['a connection refused', refused(), { kind: 'unreachable' }],
    ['a lost answer', lostAnswer(), { kind: 'unreachable' }],
    ['a connection cut', cut(), { kind: 'truncated' }],
    ['a body that ends early', truncated(), { kind: 'truncated' }],
    [
      '200 for a question',
      status(200, {}, '<d:multistatus xmlns:d="DAV:"/>'),
      { kind: 'not-caldav' },
    ],
    ['an empty 207', status(207, {}, '<d:multistatus xmlns:d="DAV:"/>'), { kind: 'forbidden' }],
    ['a 207 around a 404', insideMultistatus(404), { kind: 'calendar-gone' }],
  ])('%s', async (_name, fault, failure) => {
    const { server, calendar, remote } = studio()
    server.put(calendar, 'a.ics', eventText('a'))
    // A listing by PROPFIND: the server has no sync-collection for the moment.
    server.faults.next({ method: 'REPORT' }, status(403))
    server.faults.next({ method: 'PROPFIND' }, fault)
    const given = failureOf(await remote.listing(calendar))
    expect(given).toMatchObject(failure)
    expect(given.message).toMatch(/^[^<>]+\.$/)
    expect(JSON.stringify(given)).not.toContain('pässwörd')
    if (failure.retryAt === undefined) expect(given).not.toHaveProperty('retryAt')
  })

  test('a listing that lacks the calendar itself is not whole', async () => {
    const { server, calendar, remote, hrefOf } = studio()
    server.faults.next({ method: 'REPORT' }, status(403))
    const row = `<d:response><d:href>${hrefOf('a.ics')}</d:href><d:propstat><d:prop/></d:propstat></d:response>`
    const body = `<d:multistatus xmlns:d="DAV:">${row}</d:multistatus>`
    server.faults.next({ method: 'PROPFIND' }, status(207, {}, body))
    expect(kindOf(await remote.listing(calendar))).toBe('truncated')
  })
})
