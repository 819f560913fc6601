import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { discover } from '../../src/main/caldav/discovery.ts'
import { openRemote } from '../../src/main/caldav/client.ts'
import { testConnection } from '../../src/main/caldav/connection-test.ts'
import { createTransport, type Transport } from '../../src/main/caldav/transport.ts'
import type { Fetch } from '../../src/main/caldav/session.ts'
import type { Login, Remote } from '../../src/main/sync/remote.ts'
import { valueOf, kindOf } from '../support/results.ts'
import { eventText } from '../support/servers/events.ts'
import { request } from '../support/servers/request.ts'
import { servers } from '../support/servers/servers.ts'
import type { TestServer } from '../support/servers/test-server.ts'

const now = (): number => Date.now()

describe.each(servers)('the port to %s', (_name, start) => {
  let server: TestServer
  let transport: Transport
  let fetch: Fetch
  let login: Login
  let remote: Remote
  let calendar: string
  let count = 0

  beforeAll(async () => {
    server = await start()
    transport = createTransport()
    fetch = server.baseUrl.endsWith('.invalid') ? server.fetch : transport
    login = {
      baseUrl: server.baseUrl,
      username: server.user,
      password: server.password,
      calendarBasePath: server.homePath.replace(/[^/]+\/$/, ''),
    }
  })
  afterAll(async () => {
    transport.close()
    await server.stop()
  })
  beforeEach(async () => {
    count += 1
    calendar = await server.createCalendar(`calendar-${count}`)
    remote = openRemote(login, { fetch, now })
  })

  const hrefOf = (name: string): string => new URL(calendar).pathname + name
  const write = async (name: string, uid = name, lines: string[] = []): Promise<string> => {
    valueOf(await remote.put(calendar, hrefOf(name), eventText(uid, lines), { create: true }))
    return hrefOf(name)
  }
  const etagOf = async (href: string): Promise<string> => {
    const object = valueOf(await remote.get(calendar, href))
    if (!object?.etag) throw new Error(`${href} has no ETag`)
    return object.etag
  }

  test('look finds every calendar with what tells that it changed', async () => {
    const before = valueOf(await remote.look()).find(({ url }) => url === calendar)
    expect(before).toMatchObject({ url: calendar, readOnly: false, ownedByLogin: true })
    await write('one.ics')
    const after = valueOf(await remote.look()).find(({ url }) => url === calendar)
    expect([after?.syncToken, after?.ctag]).not.toEqual([before?.syncToken, before?.ctag])
  })

  test('look finds the home by itself where the configured path is wrong', async () => {
    const lost = openRemote({ ...login, calendarBasePath: '/nowhere' }, { fetch, now })
    expect(valueOf(await lost.look()).map(({ url }) => url)).toContain(calendar)
    const requests = lost.requests
    valueOf(await lost.look())
    expect(lost.requests).toBe(requests + 1)
  })

  test('discovery lists the calendars from the server’s root, a principal, a home and a calendar', async () => {
    const places = ['', server.principalPath, server.homePath].map((path) => server.baseUrl + path)
    for (const baseUrl of [...places, calendar]) {
      const rows = valueOf(await discover({ ...login, baseUrl }, { fetch, now }))
      expect(rows.find(({ url }) => url === calendar)).toMatchObject({
        calendarId: `calendar-${count}`,
        readOnly: false,
        ownedByLogin: true,
      })
    }
  })

  test('an empty calendar is a complete answer', async () => {
    expect(valueOf(await remote.listing(calendar))).toEqual([])
    expect(valueOf(await remote.fetch(calendar, []))).toEqual({
      found: [],
      missing: [],
      unreadable: [],
    })
  })

  test('what is put is listed, got and fetched under the same ETag', async () => {
    const href = await write('one.ics')
    const got = valueOf(await remote.get(calendar, href))
    expect(got).toMatchObject({ href, text: expect.stringContaining('UID:one.ics') })
    expect(got?.etag).toMatch(/^"[^"]+"$/)
    expect(valueOf(await remote.listing(calendar))).toEqual([{ href, etag: got?.etag }])
    const { found, missing } = valueOf(await remote.fetch(calendar, [href]))
    expect(found).toMatchObject([{ href, etag: got?.etag }])
    expect(missing).toEqual([])
  })

  test('a batch comes with its line ends, and names what is missing', async () => {
    const hrefs = [await write('one.ics'), await write('two.ics'), await write('three.ics')]
    const lost = [hrefOf('lost.ics'), hrefOf('lost%20too.ics')]
    const { found, missing, unreadable } = valueOf(
      await remote.fetch(calendar, [lost[0] ?? '', ...hrefs, lost[1] ?? '']),
    )
    expect(found.map(({ href }) => href).sort()).toEqual([...hrefs].sort())
    expect([...missing].sort()).toEqual([...lost].sort())
    expect(unreadable).toEqual([])
    for (const { text } of found) expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/)
  })

  test('get is null where nothing is', async () => {
    expect(valueOf(await remote.get(calendar, hrefOf('none.ics')))).toBeNull()
  })

  test.each([
    'with space.ics',
    'Müller & Söhne.ics',
    'ナナ.ics',
    'a+b=c@d;e,f.ics',
    "it's (1)!.ics",
  ])('an object called %j keeps one href everywhere', async (name) => {
    const href = hrefOf(encodeURIComponent(name))
    await request(server, 'PUT', calendar + encodeURI(name), {
      headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
      body: eventText('odd'),
    })
    expect(valueOf(await remote.listing(calendar)).map((state) => state.href)).toEqual([href])
    const { found } = valueOf(await remote.fetch(calendar, [href, await write('other.ics')]))
    expect(found.map((object) => object.href).sort()).toEqual([href, hrefOf('other.ics')].sort())
    const { etag } = valueOf(
      await remote.put(calendar, href, eventText('odd', ['SUMMARY:New']), {
        etag: await etagOf(href),
      }),
    )
    expect(valueOf(await remote.remove(calendar, href, etag))).toBeUndefined()
  })

  test('create refuses to overwrite, change refuses an older ETag', async () => {
    const href = await write('one.ics')
    const first = await etagOf(href)
    const changed = eventText('one.ics', ['SUMMARY:Changed'])
    expect(kindOf(await remote.put(calendar, href, changed, { create: true }))).toBe('precondition')
    valueOf(await remote.put(calendar, href, changed, { etag: first }))
    const late = eventText('one.ics', ['SUMMARY:Late'])
    expect(kindOf(await remote.put(calendar, href, late, { etag: first }))).toBe('precondition')
    expect(valueOf(await remote.get(calendar, href))?.text).toContain('SUMMARY:Changed')
  })

  test('a change to what is gone fails and creates nothing', async () => {
    const href = await write('one.ics')
    const etag = await etagOf(href)
    valueOf(await remote.remove(calendar, href, etag))
    const answer = await remote.put(calendar, href, eventText('one.ics'), { etag })
    expect(['precondition', 'object-gone']).toContain(kindOf(answer))
    expect(valueOf(await remote.get(calendar, href))).toBeNull()
  })

  test('remove refuses an older ETag and tells when nothing was there', async () => {
    const href = await write('one.ics')
    const first = await etagOf(href)
    valueOf(await remote.put(calendar, href, eventText('one.ics', ['SUMMARY:B']), { etag: first }))
    expect(kindOf(await remote.remove(calendar, href, first))).toBe('precondition')
    expect(valueOf(await remote.remove(calendar, href, null))).toBeUndefined()
    expect(kindOf(await remote.remove(calendar, href, first))).toBe('object-gone')
    expect(kindOf(await remote.remove(calendar, href, null))).toBe('object-gone')
  })

  test('an object the server cannot take is refused alone', async () => {
    const answer = await remote.put(calendar, hrefOf('bad.ics'), 'no calendar', { create: true })
    expect(kindOf(answer)).toBe('object-refused')
  })

  test('a UID is found, exactly', async () => {
    const href = await write('one.ics', 'abc')
    await write('two.ics', 'abcd')
    expect(valueOf(await remote.findByUid(calendar, 'abc'))).toMatchObject([{ href }])
    expect(valueOf(await remote.findByUid(calendar, 'bc'))).toEqual([])
    expect(valueOf(await remote.findByUid(calendar, '<none> & "other"'))).toEqual([])
  })

  test('a UID at another href is a conflict where the server keeps watch', async () => {
    await write('one.ics', 'same')
    const answer = await remote.put(calendar, hrefOf('two.ics'), eventText('same'), {
      create: true,
    })
    expect(answer.ok ? 'written' : answer.error.kind).toBe(
      server.supports.uidConflict ? 'uid-conflict' : 'written',
    )
  })

  test('within finds single events in a span and none outside', async () => {
    const href = await write('inside.ics')
    await write('outside.ics', 'outside', ['DTSTART:20260801T120000Z', 'DTEND:20260801T130000Z'])
    const day = { start: Date.UTC(2026, 6, 6), end: Date.UTC(2026, 6, 7) }
    const found = valueOf(await remote.within(calendar, day))
    expect(found).toMatchObject([{ href, text: expect.stringContaining('inside.ics') }])
  })

  test('changes name what was made, changed and removed since the token', async () => {
    if (!server.supports.syncCollection) {
      expect(kindOf(await remote.changes(calendar, null))).toBe('sync-token')
      return
    }
    const [kept, changed, gone] = [await write('a.ics'), await write('b.ics'), await write('c.ics')]
    const first = valueOf(await remote.changes(calendar, null))
    expect(first.changed.map(({ href }) => href).sort()).toEqual([kept, changed, gone].sort())
    expect(first).toMatchObject({ more: false, odd: null })

    const quiet = valueOf(await remote.changes(calendar, first.token))
    expect(quiet).toMatchObject({ changed: [], removed: [], more: false, odd: null })

    valueOf(
      await remote.put(calendar, changed, eventText('b.ics', ['SUMMARY:B']), {
        etag: await etagOf(changed),
      }),
    )
    valueOf(await remote.remove(calendar, gone, null))
    const made = await write('d.ics')
    const next = valueOf(await remote.changes(calendar, first.token))
    expect(next.changed.map(({ href }) => href).sort()).toEqual([changed, made].sort())
    expect(next.removed).toEqual([gone])
    expect(next.changed.find(({ href }) => href === made)?.etag).toBe(await etagOf(made))
    expect(next).toMatchObject({ more: false, odd: null })
  })

  test('a token the server does not know calls for a listing', async () => {
    for (const token of ['nonsense', 'http://example.com/sync/99', '<&">'])
      expect(kindOf(await remote.changes(calendar, token))).toBe('sync-token')
  })

  test('a calendar that is not there is gone, whatever is asked', async () => {
    const gone = calendar.replace(/\/$/, '-gone/')
    const href = `${new URL(gone).pathname}one.ics`
    expect(kindOf(await remote.listing(gone))).toBe('calendar-gone')
    expect(valueOf(await remote.get(gone, href))).toBeNull()
    expect(kindOf(await remote.put(gone, href, eventText('x'), { create: true }))).toBe(
      'calendar-gone',
    )
  })

  test('a wrong password is said at once', async () => {
    if (!server.supports.auth) return
    const stranger = openRemote({ ...login, password: 'wrong' }, { fetch, now })
    expect(kindOf(await stranger.look())).toBe('sign-in')
    expect(stranger.requests).toBe(1)
    expect(kindOf(await stranger.listing(calendar))).toBe('sign-in')
    expect(kindOf(await discover({ ...login, password: 'wrong' }, { fetch, now }))).toBe('sign-in')
  })

  test('the connection test goes through and leaves nothing behind', async () => {
    const subject = {
      login,
      calendarUrl: calendar,
      writes: true,
      studioZone: 'Europe/Berlin',
      computerZone: 'Europe/Berlin',
    }
    const { report, failure } = await testConnection(subject, { fetch, now, newId: randomUUID })
    expect(failure).toBeNull()
    expect(report.steps.filter(({ outcome }) => outcome === 'failed')).toEqual([])
    expect(report.steps.find(({ id }) => id === 'write')?.outcome).toBe('passed')
    expect(report.steps.find(({ id }) => id === 'sync')?.outcome).toBe(
      server.supports.syncCollection ? 'passed' : 'skipped',
    )
    expect(valueOf(await remote.listing(calendar))).toEqual([])
  })

  test('nothing is sent after close', async () => {
    remote.close()
    expect(kindOf(await remote.listing(calendar))).toBe('cancelled')
  })
})
