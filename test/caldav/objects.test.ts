import { describe, expect, test } from 'vitest'
import { loginPage, refused, status } from '../../src/main/sample/server/faults.ts'
import { studio } from '../support/caldav.ts'
import { kindOf, valueOf } from '../support/results.ts'
import { eventText } from '../support/servers/events.ts'

describe('texts', () => {
  test('come in batches', async () => {
    const { server, calendar, remote } = studio()
    const hrefs = Array.from({ length: 1100 }, (_, index) => {
      return server.put(calendar, `${index}.ics`, eventText(`e${index}`)).href
    })
    server.requests.length = 0
    expect(valueOf(await remote.fetch(calendar, hrefs)).found).toHaveLength(1100)
    expect(server.requests.map(({ method }) => method)).toEqual(['REPORT', 'REPORT', 'REPORT'])
  })

  test('what a multiget leaves out is asked for by itself', async () => {
    const { server, calendar, remote, hrefOf } = studio()
    server.quirks.multigetOmitsMissing = true
    const { href } = server.put(calendar, 'a.ics', eventText('a'))
    const fetched = valueOf(await remote.fetch(calendar, [href, hrefOf('lost.ics')]))
    expect(fetched).toMatchObject({ found: [{ href }], missing: [hrefOf('lost.ics')] })
  })

  test('one the server fails on does not stop the others', async () => {
    const { server, calendar, remote, hrefOf } = studio()
    const good = server.put(calendar, 'good.ics', eventText('good')).href
    server.quirks.multigetOmitsMissing = true
    server.faults.next({ method: 'GET', path: 'bad.ics' }, status(500))
    const fetched = valueOf(await remote.fetch(calendar, [good, hrefOf('bad.ics')]))
    expect(fetched).toMatchObject({
      found: [{ href: good }],
      missing: [],
      unreadable: [hrefOf('bad.ics')],
    })
  })

  test('a server that is gone midway leaves nothing missing', async () => {
    const { server, calendar, remote, hrefOf } = studio()
    server.quirks.multigetOmitsMissing = true
    const { href } = server.put(calendar, 'a.ics', eventText('a'))
    server.faults.next({ method: 'GET' }, refused())
    expect(kindOf(await remote.fetch(calendar, [href, hrefOf('b.ics')]))).toBe('unreachable')
  })

  test('a login page is no event', async () => {
    const { server, calendar, remote, hrefOf } = studio()
    server.faults.next({ method: 'GET' }, loginPage())
    expect(kindOf(await remote.get(calendar, hrefOf('a.ics')))).toBe('not-caldav')
  })
})
