import { beforeEach, describe, expect, it } from 'vitest'
import { eventText } from '../support/servers/events.ts'
import { propfindBody, readRows } from '../support/servers/wire.ts'
import { bob, startZoe, zoesHome, type Zoe } from './zoe.ts'

const update = (inner: string): string =>
  `<propertyupdate xmlns="DAV:"><set><prop>${inner}</prop></set></propertyupdate>`

let desk: Zoe
beforeEach(() => {
  desk = startZoe()
})

describe('calendars', () => {
  it('are made, renamed and deleted by request', async () => {
    const url = `${zoesHome}new%20%C3%A4/`
    const made = await desk.ask(
      'MKCALENDAR',
      url,
      '<c:mkcalendar xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><set><prop>' +
        '<displayname>New</displayname><c:supported-calendar-component-set><c:comp name="VEVENT"/>' +
        '</c:supported-calendar-component-set></prop></set></c:mkcalendar>',
    )
    expect(made.status).toBe(201)
    expect((await desk.ask('MKCALENDAR', url)).status).toBe(405)
    const renamed = await desk.ask('PROPPATCH', url, update('<displayname>2024</displayname>'))
    expect(renamed.body).toContain('200 OK')
    const odd = await desk.ask(
      'PROPPATCH',
      url,
      update('<displayname>Other</displayname><getetag>x</getetag>'),
    )
    expect(odd.body).toMatch(/403 Forbidden/)
    expect(odd.body).toMatch(/424 Failed Dependency/)
    const { body } = await desk.ask('PROPFIND', url, propfindBody('displayname'), '0')
    expect(readRows(body)[0]?.found.get('{DAV:}displayname')).toBe('2024')
    const todo = eventText('t').replaceAll('VEVENT', 'VTODO')
    expect((await desk.ask('PUT', `${url}t.ics`, todo)).body).toContain(
      'supported-calendar-component',
    )
    expect((await desk.ask('DELETE', url)).status).toBe(204)
    expect((await desk.ask('PROPFIND', url)).status).toBe(404)
    expect((await desk.ask('PUT', `${url}a.ics`, eventText('a'))).status).toBe(409)
  })

  it('that are shared show in the other zoesHome, as far as the events are not private', async () => {
    desk.server.share(desk.calendar, 'bob', false)
    desk.server.put(desk.calendar, 'open.ics', eventText('open'))
    desk.server.put(desk.calendar, 'private.ics', eventText('private', ['CLASS:PRIVATE']))
    const url = '/remote.php/dav/calendars/bob/work_shared_by_zo%C3%AB/'
    const { body } = await desk.as(bob, 'PROPFIND', url, { headers: { Depth: '1' } })
    expect(readRows(body).map((row) => row.path.split('/').at(-1))).toEqual(['', 'open.ics'])
    expect((await desk.as(bob, 'GET', `${url}private.ics`)).status).toBe(404)
    const busy = ['SUMMARY:Doctor', 'CLASS:CONFIDENTIAL', 'BEGIN:VALARM', 'END:VALARM', 'X-A:b']
    desk.server.put(desk.calendar, 'busy.ics', eventText('busy', busy))
    expect((await desk.as(bob, 'GET', `${url}busy.ics`)).body.split('\r\n').slice(3, -3)).toEqual([
      'BEGIN:VEVENT',
      'UID:busy',
      'DTSTART:20260706T120000Z',
      'DTEND:20260706T140000Z',
      'SUMMARY:Busy',
      'CLASS:CONFIDENTIAL',
    ])
    const refused = await desk.as(bob, 'PUT', `${url}new.ics`, { body: eventText('new') })
    expect([refused.status, refused.body]).toEqual([
      403,
      expect.stringContaining('need-privileges'),
    ])
    expect((await desk.as(bob, 'DELETE', `${url}open.ics`)).status).toBe(403)
    const about = await desk.as(bob, 'PROPFIND', url, {
      headers: { Depth: '0' },
      body: propfindBody('owner', 'current-user-privilege-set'),
    })
    expect(readRows(about.body)[0]?.found.get('{DAV:}owner')).toContain('zo%C3%AB')
    expect(about.body).not.toContain('<d:write/>')
    expect((await desk.as(bob, 'DELETE', url)).status).toBe(204)
    expect(desk.server.list(desk.calendar)).toHaveLength(3)
  })

  it('that are read only refuse writes', async () => {
    desk.server.setReadOnly(desk.calendar, true)
    expect((await desk.put('a.ics', eventText('a'))).status).toBe(403)
    const { body } = await desk.ask(
      'PROPFIND',
      desk.path,
      propfindBody('current-user-privilege-set'),
      '0',
    )
    expect(body).not.toContain('<d:write-content/>')
  })
})
