import { beforeEach, describe, expect, it } from 'vitest'
import { eventText } from '../support/servers/events.ts'
import { multigetBody, queryBody, readRows, statuses, syncToken } from '../support/servers/wire.ts'
import { startZoe, zoe, type Zoe } from './zoe.ts'

let desk: Zoe
beforeEach(() => {
  desk = startZoe()
})

describe('reports', () => {
  it('tell in pages what changed, until all is told', async () => {
    for (const uid of ['a', 'b', 'c']) desk.server.put(desk.calendar, `${uid}.ics`, eventText(uid))
    const seen: string[] = []
    let token = ''
    let pages = 0
    for (let more = true; more; pages += 1) {
      const { status, body } = await desk.sync(token, 2)
      expect(status).toBe(207)
      const rows = readRows(body)
      seen.push(...rows.filter((row) => row.status === 200).map((row) => row.path))
      more = rows.some((row) => row.status === 507 && row.path === decodeURIComponent(desk.path))
      token = syncToken(body)
    }
    expect(pages).toBe(2)
    expect(seen).toEqual(['a', 'b', 'c'].map((uid) => `${decodeURIComponent(desk.path)}${uid}.ics`))
    expect(readRows((await desk.sync(token)).body)).toEqual([])
  })

  it('refuse limits and tokens that make no sense', async () => {
    expect((await desk.sync('', 0)).status).toBe(400)
    for (const token of ['x', 'http://sabre.io/ns/sync/0', 'http://sabre.io/ns/sync/99']) {
      const { status, body } = await desk.sync(token)
      expect([status, body]).toEqual([403, expect.stringContaining('<d:valid-sync-token/>')])
    }
  })

  it('tell that a deleted and created again object is there', async () => {
    desk.server.put(desk.calendar, 'a.ics', eventText('a'))
    const token = syncToken((await desk.sync('')).body)
    desk.server.remove(desk.calendar, 'a.ics')
    desk.server.put(desk.calendar, 'a.ics', eventText('a'))
    expect(Object.values(statuses((await desk.sync(token)).body))).toEqual([200])
  })

  it('give 404 rows for members that are missing or live elsewhere', async () => {
    desk.server.put(desk.calendar, 'a.ics', eventText('a'))
    const other = desk.server.mkcalendar({ user: zoe.name, name: 'other' })
    desk.server.put(other, 'b.ics', eventText('b'))
    const { body } = await desk.ask(
      'REPORT',
      desk.path,
      multigetBody([
        `${desk.calendar}a.ics`,
        `${desk.path}none.ics`,
        `${new URL(other).pathname}b.ics`,
      ]),
    )
    expect(readRows(body).map(({ status }) => status)).toEqual([200, 404, 404])
  })

  it('ask an injected calendar reader which events touch a time range', async () => {
    const asked: number[] = []
    desk = startZoe({
      occursIn: (text, start, end) => {
        asked.push(start, end)
        return text.includes('UID:yes')
      },
    })
    desk.server.put(desk.calendar, 'yes.ics', eventText('yes'))
    desk.server.put(desk.calendar, 'no.ics', eventText('no'))
    const { body } = await desk.ask(
      'REPORT',
      desk.path,
      queryBody('20260706T000000Z', '20260707T000000Z'),
    )
    expect(readRows(body).map((row) => row.path.split('/').at(-1))).toEqual(['yes.ics'])
    expect(new Set(asked)).toEqual(new Set([Date.UTC(2026, 6, 6), Date.UTC(2026, 6, 7)]))
  })

  it('find an object by UID, and need a Depth', async () => {
    desk.server.put(desk.calendar, 'a.ics', eventText('wanted'))
    desk.server.put(desk.calendar, 'b.ics', eventText('other'))
    const body = queryBody('20260101T000000Z', '20270101T000000Z').replace(
      /<c:time-range[^>]*>/,
      '<c:prop-filter name="UID"><c:text-match>WANTED</c:text-match></c:prop-filter>',
    )
    const found = await desk.ask('REPORT', desk.path, body)
    expect(readRows(found.body).map((row) => row.path.split('/').at(-1))).toEqual(['a.ics'])
    expect((await desk.as(zoe, 'REPORT', desk.path, { body })).status).toBe(400)
    const odd = await desk.ask('REPORT', desk.path, body.replaceAll('text-match', 'param-filter'))
    expect([odd.status, odd.body]).toEqual([403, expect.stringContaining('supported-filter')])
    expect((await desk.ask('REPORT', desk.path, '<x/>')).status).toBe(415)
  })
})
