import { describe, expect, test } from 'vitest'
import {
  maintenance,
  refused,
  status,
  truncated,
  type Fault,
} from '../../src/main/sample/server/faults.ts'
import type { ChangesPage } from '../../src/main/sync/remote.ts'
import { studio } from '../support/caldav.ts'
import { kindOf, valueOf } from '../support/results.ts'
import { eventText } from '../support/servers/events.ts'

const answer = (rows: string, token: string): Fault =>
  status(
    207,
    { 'Content-Type': 'application/xml' },
    `<d:multistatus xmlns:d="DAV:">${rows}<d:sync-token>${token}</d:sync-token></d:multistatus>`,
  )
const row = (code: number): string =>
  `<d:response><d:href>/x/a.ics</d:href><d:status>HTTP/1.1 ${code} Odd</d:status></d:response>`

describe('changes', () => {
  test('pages are asked for until the last, and a listing takes them all', async () => {
    const { server, calendar, remote } = studio()
    for (const name of ['a', 'b', 'c', 'd', 'e'])
      server.put(calendar, `${name}.ics`, eventText(name))
    server.quirks.pageSize = 2
    const pages = []
    let token: string | null = null
    for (let more = true; more;) {
      const page: ChangesPage = valueOf(await remote.changes(calendar, token))
      pages.push(page.changed.length)
      ;({ token, more } = page)
    }
    expect(pages).toEqual([2, 2, 1])
    expect(valueOf(await remote.listing(calendar))).toHaveLength(5)
  })

  test.each([400, 403, 409, 410, 412, 415, 500, 501, 507])(
    '%i to a token calls for a listing',
    async (code) => {
      const { server, calendar, remote } = studio()
      const { token } = valueOf(await remote.changes(calendar, null))
      server.faults.next({ method: 'REPORT' }, status(code))
      expect(kindOf(await remote.changes(calendar, token))).toBe('sync-token')
    },
  )

  test('an expired token is refused', async () => {
    const { server, calendar, remote } = studio()
    const { token } = valueOf(await remote.changes(calendar, null))
    server.expireTokens(calendar)
    expect(kindOf(await remote.changes(calendar, token))).toBe('sync-token')
  })

  test('trouble of the server is no reason to give a token up', async () => {
    const { server, calendar, remote } = studio()
    const { token } = valueOf(await remote.changes(calendar, null))
    for (const fault of [status(401), status(502), maintenance(), refused(), truncated()]) {
      server.faults.next({ method: 'REPORT' }, fault)
      expect(kindOf(await remote.changes(calendar, token))).not.toBe('sync-token')
    }
  })

  test.each([
    ['a token that went back', '', 's/9', 's/7', /went back/],
    ['a token that moved without a change', '', 's/9', 's/10', /without a change/],
    ['a member with another status', row(500), 's/9', 's/10', /status 500/],
    ['nothing odd', row(404), 's/9', 's/10', null],
    ['nothing at all', '', 's/9', 's/9', null],
  ])('%s', async (_name, rows, before, after, odd) => {
    const { server, calendar, remote } = studio()
    server.faults.next({ method: 'REPORT' }, answer(rows, after))
    const page = valueOf(await remote.changes(calendar, before))
    if (odd === null) expect(page.odd).toBeNull()
    else expect(page.odd).toMatch(odd)
  })

  test('a restored backup is noticed', async () => {
    const { server, calendar, remote } = studio()
    const backup = server.snapshot()
    server.put(calendar, 'a.ics', eventText('a'))
    const { token } = valueOf(await remote.changes(calendar, null))
    server.restore(backup)
    server.quirks.acceptFutureTokens = true
    expect(valueOf(await remote.changes(calendar, token)).odd).toMatch(/went back/)
  })

  test('an answer without a token is none', async () => {
    const { server, calendar, remote } = studio()
    const body = '<d:multistatus xmlns:d="DAV:"/>'
    server.faults.next({ method: 'REPORT' }, status(207, {}, body))
    expect(kindOf(await remote.changes(calendar, 's/1'))).toBe('sync-token')
  })
})
