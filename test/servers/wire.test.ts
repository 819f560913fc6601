import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readXml } from '../../src/main/sample/server/xml-read.ts'
import { eventText } from '../support/servers/events.ts'
import { request } from '../support/servers/request.ts'
import type { TestServer } from '../support/servers/test-server.ts'
import { servers } from '../support/servers/servers.ts'
import {
  multigetBody,
  propfindBody,
  queryBody,
  readRows,
  statuses,
  syncBody,
  syncToken,
} from '../support/servers/wire.ts'

const xml = { 'Content-Type': 'application/xml; charset=utf-8' }
const ics = { 'Content-Type': 'text/calendar; charset=utf-8' }

/** The facts of the wire that the sync relies on, asked with bare requests. */
describe.each(servers)('%s', (_name, start) => {
  let server: TestServer
  let number = 0
  let calendar = ''
  const fresh = async (): Promise<string> => server.createCalendar(`wire-${(number += 1)}`)
  const put = async (url: string, body: string, headers: Record<string, string> = {}) =>
    request(server, 'PUT', url, { headers: { ...ics, ...headers }, body })
  const report = async (url: string, body: string, depth = '1') =>
    request(server, 'REPORT', url, { headers: { ...xml, Depth: depth }, body })
  const etagOf = async (url: string): Promise<string> =>
    (await request(server, 'GET', url)).headers.get('etag') ?? ''

  beforeAll(async () => {
    server = await start()
    calendar = await fresh()
  })
  afterAll(async () => server.stop())

  it('asks for the password', async () => {
    const { status } = await request({ ...server, password: 'wrong' }, 'PROPFIND', calendar, {
      headers: { Depth: '0' },
    })
    expect(status).toBe(server.supports.auth ? 401 : 207)
  })

  it('leads from /.well-known/caldav to the server', async () => {
    const { status } = await request(server, 'GET', '/.well-known/caldav')
    expect(server.supports.wellKnown ? [301, 302] : [404]).toContain(status)
  })

  it('is discovered from principal to calendar', async () => {
    const principal = await request(server, 'PROPFIND', server.homePath, {
      headers: { ...xml, Depth: '0' },
      body: propfindBody('current-user-principal'),
    })
    const [first] = readRows(principal.body)
    const href = first?.found.get('{DAV:}current-user-principal')?.trim() ?? ''
    const home = await request(server, 'PROPFIND', href, {
      headers: { ...xml, Depth: '0' },
      body: propfindBody('c:calendar-home-set'),
    })
    expect(home.body).toContain(server.homePath)
    const listing = await request(server, 'PROPFIND', server.homePath, {
      headers: { ...xml, Depth: '1' },
      body: propfindBody('resourcetype', 'displayname', 'x:no-such-property'),
    })
    expect(listing.status).toBe(207)
    const found = readRows(listing.body).find(({ path }) => path === new URL(calendar).pathname)
    expect(found?.found.get('{DAV:}displayname')).toBe('wire-1')
    expect(found?.found.has('{urn:test}no-such-property')).toBe(false)
  })

  it('tells the ETag of what was put, and keeps to it', async () => {
    const url = `${calendar}etag.ics`
    const created = await put(url, eventText('etag'))
    expect([201, 204]).toContain(created.status)
    const told = created.headers.get('etag')
    const read = await request(server, 'GET', url)
    expect(told ?? read.headers.get('etag')).toMatch(/^".+"$/)
    expect(read.headers.get('etag')).toBe(told ?? read.headers.get('etag'))
    expect(read.body === eventText('etag')).toBe(server.supports.keepsBytes)
  })

  it('keeps to If-None-Match and If-Match', async () => {
    const url = `${calendar}precondition.ics`
    const text = eventText('precondition')
    expect((await put(url, text, { 'If-None-Match': '*' })).status).toBe(201)
    expect((await put(url, text, { 'If-None-Match': '*' })).status).toBe(412)
    expect((await put(url, text, { 'If-Match': '"other"' })).status).toBe(412)
    const etag = await etagOf(url)
    const changed = eventText('precondition', ['SUMMARY:Changed'])
    expect([200, 201, 204]).toContain((await put(url, changed, { 'If-Match': etag })).status)
    expect(await etagOf(url)).not.toBe(etag)
    const stale = await request(server, 'DELETE', url, { headers: { 'If-Match': etag } })
    expect(stale.status).toBe(412)
    const now = { 'If-Match': await etagOf(url) }
    expect([200, 204]).toContain((await request(server, 'DELETE', url, { headers: now })).status)
    expect((await request(server, 'GET', url)).status).toBe(404)
    const again = await request(server, 'DELETE', url, { headers: now })
    expect([404, 412]).toContain(again.status)
  })

  it('refuses what is not iCalendar', async () => {
    const { status } = await put(`${calendar}garbage.ics`, 'this is not a calendar')
    // Xandikos wraps its refusal into a 207.
    expect([207, 400, 403, 415]).toContain(status)
    expect((await request(server, 'GET', `${calendar}garbage.ics`)).status).toBe(404)
  })

  it('answers for a UID that lives at another href', async () => {
    await put(`${calendar}first.ics`, eventText('twice'))
    const { status } = await put(`${calendar}second.ics`, eventText('twice'))
    expect(server.supports.uidConflict ? [207, 400, 409, 412] : [201]).toContain(status)
  })

  it('gives several objects at once, and says which is missing', async () => {
    const url = await fresh()
    await put(`${url}a.ics`, eventText('a'))
    await put(`${url}b%20%C3%A4.ics`, eventText('b'))
    const path = new URL(url).pathname
    const both = await report(url, multigetBody([`${path}a.ics`, `${path}b%20%C3%A4.ics`]))
    expect(both.status).toBe(207)
    const rows = readRows(both.body)
    expect(new Set(rows.map((row) => row.path))).toEqual(
      new Set([`${path}a.ics`, `${path}b ä.ics`]),
    )
    const a = rows.find((row) => row.path === `${path}a.ics`)
    expect(a?.found.get('{DAV:}getetag')).toBe(await etagOf(`${url}a.ics`))
    expect(a?.found.get('{urn:ietf:params:xml:ns:caldav}calendar-data')).toContain('UID:a')

    const missing = await report(url, multigetBody([`${path}a.ics`, `${path}none.ics`]))
    if (server.supports.missingInMultiget === 'whole-report') expect(missing.status).toBe(404)
    else expect(statuses(missing.body)).toEqual({ [`${path}a.ics`]: 200, [`${path}none.ics`]: 404 })
  })

  it('finds events by time range', async () => {
    const url = await fresh()
    const rule = ['DTSTART:20260105T090000Z', 'DTEND:20260105T100000Z', 'RRULE:FREQ=WEEKLY']
    await put(`${url}weekly.ics`, eventText('weekly', rule))
    await put(`${url}july.ics`, eventText('july'))
    await put(`${url}august.ics`, eventText('august', ['DTSTART:20260806T120000Z']))
    const { status, body } = await report(url, queryBody('20260706T000000Z', '20260707T000000Z'))
    expect(status).toBe(207)
    const files = new Set(readRows(body).map(({ path }) => path.split('/').at(-1)))
    expect(files).toEqual(
      new Set(server.supports.timeRangeRecurs ? ['july.ics', 'weekly.ics'] : ['july.ics']),
    )
  })

  it('moves its ctag with every change', async () => {
    const url = await fresh()
    const ctag = async (): Promise<string | undefined> => {
      const { body } = await request(server, 'PROPFIND', url, {
        headers: { ...xml, Depth: '0' },
        body: propfindBody('cs:getctag'),
      })
      return readRows(body)[0]?.found.get('{http://calendarserver.org/ns/}getctag')
    }
    const before = await ctag()
    expect(before).toBeTruthy()
    expect(await ctag()).toBe(before)
    await put(`${url}new.ics`, eventText('new'))
    expect(await ctag()).not.toBe(before)
  })

  it('tells what changed since a token, deletions as 404', async () => {
    const url = await fresh()
    const path = new URL(url).pathname
    await put(`${url}kept.ics`, eventText('kept'))
    await put(`${url}changed.ics`, eventText('changed'))
    await put(`${url}deleted.ics`, eventText('deleted'))
    const first = await report(url, syncBody(''))
    if (!server.supports.syncCollection) {
      expect(first.status).toBe(403)
      return
    }
    expect(first.status).toBe(207)
    expect(readRows(first.body).map((row) => row.path)).toHaveLength(3)
    const token = syncToken(first.body)
    expect(token).toBeTruthy()

    await put(`${url}changed.ics`, eventText('changed', ['SUMMARY:Changed']))
    await request(server, 'DELETE', `${url}deleted.ics`)
    const second = await report(url, syncBody(token))
    expect(statuses(second.body)).toEqual({
      [`${path}changed.ics`]: 200,
      [`${path}deleted.ics`]: 404,
    })
    expect(syncToken(second.body)).not.toBe(token)
    const third = await report(url, syncBody(syncToken(second.body)))
    expect(readRows(third.body)).toEqual([])
  })

  it('refuses a token it does not know', async () => {
    if (!server.supports.syncCollection) return
    const { status, body } = await report(calendar, syncBody('http://example.org/no-such-token'))
    expect(status).toBe(server.supports.invalidToken)
    if (status === 403) expect(readXml(body)?.children[0]?.name).toBe('{DAV:}valid-sync-token')
  })
  it('can be unplugged and plugged in again with all it had', async () => {
    const url = `${calendar}survives.ics`
    await put(url, eventText('survives'))
    await server.unplug()
    await expect(request(server, 'GET', url)).rejects.toThrow('fetch failed')
    await server.plugIn()
    expect((await request(server, 'GET', url)).body).toContain('UID:survives')
  })
})
