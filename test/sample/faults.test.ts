import { beforeEach, describe, expect, it } from 'vitest'
import {
  cut,
  gzipEtags,
  hold,
  insideMultistatus,
  loginPage,
  lostAnswer,
  maintenance,
  refused,
  status,
  truncated,
  withoutEtag,
} from '../../src/main/sample/server/faults.ts'
import { eventText } from '../support/servers/events.ts'
import { request, type PlainAnswer } from '../support/servers/request.ts'
import { startSample } from '../support/servers/sample.ts'
import { multigetBody, readRows, statuses, syncBody, syncToken } from '../support/servers/wire.ts'

let server: Awaited<ReturnType<typeof startSample>>
let calendar: string

const ask = async (method: string, file = '', body?: string): Promise<PlainAnswer> =>
  request(server, method, calendar + file, {
    headers: { Depth: '1' },
    ...(body === undefined ? {} : { body }),
  })
const sync = async (token: string): Promise<PlainAnswer> => ask('REPORT', '', syncBody(token))
const files = (): string[] => server.sample.list(calendar).map(({ file }) => file)

beforeEach(async () => {
  server = await startSample()
  calendar = await server.createCalendar('work')
})

describe('faults of single requests', () => {
  it('meet the next matching requests only', async () => {
    const { faults } = server.sample
    faults.next({ method: 'PUT', path: 'a.ics', times: 2 }, status(500))
    faults.next({ path: /work\/$/ }, status(429, { 'Retry-After': '7' }, 'slow down'))
    expect((await ask('PUT', 'b.ics', eventText('b'))).status).toBe(201)
    expect((await ask('GET', 'a.ics')).status).toBe(404)
    expect((await ask('PUT', 'a.ics', eventText('a'))).status).toBe(500)
    expect(faults.waiting()).toBe(2)
    expect((await ask('PUT', 'a.ics', eventText('a'))).status).toBe(500)
    expect((await ask('PUT', 'a.ics', eventText('a'))).status).toBe(201)
    const slow = await ask('PROPFIND')
    expect([slow.status, slow.headers.get('retry-after'), slow.body]).toEqual([
      429,
      '7',
      'slow down',
    ])
    expect((await ask('PROPFIND')).status).toBe(207)
  })

  it('stand until taken back, around the others', async () => {
    const { faults } = server.sample
    const stop = faults.always({ method: 'GET' }, refused())
    faults.next({ method: 'GET' }, status(418))
    await expect(ask('GET', 'a.ics')).rejects.toThrow('fetch failed')
    await expect(ask('GET', 'a.ics')).rejects.toThrow('fetch failed')
    stop()
    expect((await ask('GET', 'a.ics')).status).toBe(404)
    faults.always({}, maintenance())
    faults.clear()
    expect((await ask('GET', 'a.ics')).status).toBe(404)
  })

  it('hold a request back until it is released', async () => {
    const { fault, reached, release } = hold()
    server.sample.faults.next({ method: 'PUT' }, fault)
    const pending = ask('PUT', 'a.ics', eventText('a'))
    await reached
    expect((await ask('GET', 'a.ics')).status).toBe(404)
    expect(files()).toEqual([])
    release()
    expect((await pending).status).toBe(201)
    expect(files()).toEqual(['a.ics'])
  })

  it('refuse the connection before anything happened', async () => {
    server.sample.faults.next({}, refused())
    const error: unknown = await ask('PUT', 'a.ics', eventText('a')).catch(
      (cause: unknown) => cause,
    )
    expect(error).toBeInstanceOf(TypeError)
    expect(error).toMatchObject({ cause: { code: 'ECONNREFUSED' } })
    expect(files()).toEqual([])
    expect(server.sample.requests.at(-1)).toMatchObject({ method: 'PUT', status: null })
  })

  it('lose the answer of a request that was carried out', async () => {
    server.sample.faults.next({}, lostAnswer())
    await expect(ask('PUT', 'a.ics', eventText('a'))).rejects.toMatchObject({
      cause: { code: 'ECONNRESET' },
    })
    expect(files()).toEqual(['a.ics'])
  })

  it('cut the answer midway, with or without the connection breaking', async () => {
    server.sample.put(calendar, 'a.ics', eventText('a'))
    server.sample.faults.next({}, cut())
    await expect(ask('GET', 'a.ics')).rejects.toThrow('terminated')
    server.sample.faults.next({}, truncated())
    const { body } = await ask('GET', 'a.ics')
    expect(eventText('a').startsWith(body)).toBe(true)
    expect(body.length).toBe(Math.floor(eventText('a').length / 2))
  })

  it('answer with a page for people', async () => {
    server.sample.faults.next({}, loginPage())
    const page = await ask('PROPFIND')
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ])
    server.sample.faults.next({}, maintenance(60))
    const closed = await ask('PROPFIND')
    expect([closed.status, closed.headers.get('x-nextcloud-maintenance-mode')]).toEqual([503, '1'])
    expect(closed.headers.get('retry-after')).toBe('60')
  })

  it('hide a refusal inside a 207', async () => {
    server.sample.faults.next({ method: 'PUT' }, insideMultistatus(412))
    const { status: outer, body } = await ask('PUT', 'a.ics', eventText('a'))
    expect(outer).toBe(207)
    expect(readRows(body)[0]?.status).toBe(412)
    expect(files()).toEqual([])
  })

  it('mark or drop the ETag header', async () => {
    const { etag } = server.sample.put(calendar, 'a.ics', eventText('a'))
    server.sample.faults.next({ method: 'GET' }, gzipEtags())
    const marked = (await ask('GET', 'a.ics')).headers.get('etag')
    expect(marked).toBe(etag.replace(/"$/, '-gzip"'))
    const back = await request(server, 'PUT', `${calendar}a.ics`, {
      headers: { 'If-Match': marked ?? '' },
      body: eventText('a'),
    })
    expect(back.status).toBe(412)
    server.sample.faults.next({ method: 'PUT' }, withoutEtag())
    const { headers } = await ask('PUT', 'a.ics', eventText('a'))
    expect([headers.get('etag'), headers.get('oc-etag')]).toEqual([null, null])
  })
})

describe('habits of servers', () => {
  it('keep deleted UIDs in a trash bin', async () => {
    server.sample.quirks.trashBin = true
    await ask('PUT', 'a.ics', eventText('a'))
    await ask('DELETE', 'a.ics')
    expect((await ask('PUT', 'a.ics', eventText('a'))).status).toBe(400)
    expect((await ask('PUT', 'new.ics', eventText('a'))).status).toBe(400)
    expect((await ask('PUT', 'b.ics', eventText('b'))).status).toBe(201)
  })

  it('alter what is put, and then tell no ETag', async () => {
    server.sample.quirks.rewrite = (text) => text.replace('END:VEVENT', 'X-ADDED:1\r\nEND:VEVENT')
    const put = await ask('PUT', 'a.ics', eventText('a'))
    expect([put.status, put.headers.get('etag')]).toEqual([201, null])
    expect((await ask('GET', 'a.ics')).body).toContain('X-ADDED:1')
    server.sample.quirks.etagOnPut = 'always'
    const again = await ask('PUT', 'a.ics', eventText('a'))
    expect(again.headers.get('etag')).toBe((await ask('GET', 'a.ics')).headers.get('etag'))
  })

  it('page by themselves', async () => {
    for (const uid of ['a', 'b', 'c']) server.sample.put(calendar, `${uid}.ics`, eventText(uid))
    server.sample.quirks.pageSize = 2
    const first = await sync('')
    expect(readRows(first.body).map((row) => row.status)).toEqual([200, 200, 507])
    const rest = await sync(syncToken(first.body))
    expect(readRows(rest.body).map((row) => row.status)).toEqual([200])
  })

  it('let tokens expire', async () => {
    for (const uid of ['a', 'b']) server.sample.put(calendar, `${uid}.ics`, eventText(uid))
    const token = syncToken((await sync('')).body)
    expect((await sync(token)).status).toBe(207)
    server.sample.expireTokens(calendar)
    expect((await sync(token)).status).toBe(403)
    server.sample.quirks.pageSize = 1
    const first = await sync('')
    expect(readRows((await sync(syncToken(first.body))).body).at(0)?.status).toBe(200)
  })

  it('go back to a backup, and may take the token from the future as valid', async () => {
    server.sample.put(calendar, 'old.ics', eventText('old'))
    const backup = server.sample.snapshot()
    server.sample.put(calendar, 'new.ics', eventText('new'))
    const token = syncToken((await sync('')).body)
    server.sample.restore(backup)
    expect(files()).toEqual(['old.ics'])
    expect((await sync(token)).status).toBe(403)
    server.sample.quirks.acceptFutureTokens = true
    const taken = await sync(token)
    expect([taken.status, statuses(taken.body)]).toEqual([207, {}])
    expect(syncToken(taken.body)).not.toBe(token)
  })

  it('leave missing members out of a multiget', async () => {
    server.sample.quirks.multigetOmitsMissing = true
    const { body } = await ask('REPORT', '', multigetBody([`${calendar}none.ics`]))
    expect(readRows(body)).toEqual([])
  })
})
