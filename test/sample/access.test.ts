import { beforeEach, describe, expect, it } from 'vitest'
import { eventText } from '../support/servers/events.ts'
import { propfindBody, readRows } from '../support/servers/wire.ts'
import { bob, startZoe, zoesHome, type Zoe } from './zoe.ts'

let desk: Zoe
beforeEach(() => {
  desk = startZoe()
})

describe('signing in', () => {
  it('takes user and password in UTF-8 and refuses everything else with a challenge', async () => {
    expect((await desk.ask('PROPFIND', zoesHome)).status).toBe(207)
    const bare = await desk.server.fetch(desk.server.origin + zoesHome, { method: 'PROPFIND' })
    expect(bare.status).toBe(401)
    expect(bare.headers.get('www-authenticate')).toContain('Basic')
    const latin1 = await desk.server.fetch(desk.server.origin + zoesHome, {
      method: 'PROPFIND',
      headers: { Authorization: `Basic ${Buffer.from('zoë:x', 'latin1').toString('base64')}` },
    })
    expect(latin1.status).toBe(401)
  })

  it('keeps users out of each other’s homes', async () => {
    expect((await desk.as(bob, 'PROPFIND', zoesHome)).status).toBe(403)
    expect(
      (await desk.as(bob, 'PUT', `${desk.calendar}a.ics`, { body: eventText('a') })).status,
    ).toBe(403)
    expect(desk.server.list(desk.calendar)).toEqual([])
  })
})

describe('discovery', () => {
  it('leads from the well-known address to the calendars', async () => {
    const start = await desk.ask('PROPFIND', '/.well-known/caldav')
    expect([start.status, start.headers.get('location')]).toEqual([301, '/remote.php/dav/'])
    const root = await desk.ask(
      'PROPFIND',
      '/remote.php/dav',
      propfindBody('current-user-principal'),
      '0',
    )
    const principal = readRows(root.body)[0]?.found.get('{DAV:}current-user-principal') ?? ''
    expect(principal).toBe('/remote.php/dav/principals/users/zo%C3%AB/')
    const who = await desk.ask(
      'PROPFIND',
      principal,
      propfindBody('displayname', 'c:calendar-home-set', 'principal-URL'),
      '0',
    )
    expect([...(readRows(who.body)[0]?.found.values() ?? [])]).toEqual([
      'Zoë <& Co>',
      zoesHome,
      principal,
    ])
    expect((await desk.ask('OPTIONS', zoesHome)).headers.get('dav')).toContain('calendar-access')
  })

  it('lists the calendars with their properties, unknown ones as 404', async () => {
    const { body } = await desk.ask(
      'PROPFIND',
      zoesHome,
      propfindBody('displayname', 'resourcetype', 'c:supported-calendar-component-set', 'x:odd'),
    )
    const rows = readRows(body)
    expect(rows.map((row) => row.path)).toEqual([
      decodeURIComponent(zoesHome),
      decodeURIComponent(desk.path),
      `${decodeURIComponent(zoesHome)}inbox/`,
      `${decodeURIComponent(zoesHome)}outbox/`,
    ])
    expect(rows[1]?.found.get('{DAV:}displayname')).toBe('Work & <play>')
    expect(rows[1]?.found.has('{urn:test}odd')).toBe(false)
    expect(body).toContain('<odd xmlns="urn:test"/>')
    expect(body).toContain('<cal:comp name="VEVENT"/>')
    expect(body.match(/<cal:calendar\/>/g)).toHaveLength(1)
  })

  it('answers allprop, propname and an empty body, and refuses broken XML', async () => {
    for (const body of [undefined, '<propfind xmlns="DAV:"><allprop/></propfind>'])
      expect((await desk.ask('PROPFIND', desk.path, body, '0')).body).toContain(
        '<d:displayname>Work',
      )
    const names = await desk.ask(
      'PROPFIND',
      desk.path,
      '<propfind xmlns="DAV:"><propname/></propfind>',
      '0',
    )
    expect(names.body).toContain('<d:sync-token/>')
    for (const body of ['<propfind xmlns="DAV:">', '<!DOCTYPE a><propfind xmlns="DAV:"/>', 'x'])
      expect((await desk.ask('PROPFIND', desk.path, body)).status).toBe(400)
    expect((await desk.ask('PROPFIND', `${zoesHome}%zz/`)).status).toBe(400)
    expect((await desk.ask('PROPFIND', `${zoesHome}none/`)).status).toBe(404)
  })
})
