import { beforeEach, describe, expect, it } from 'vitest'
import { eventText } from '../support/servers/events.ts'
import { multigetBody, readRows } from '../support/servers/wire.ts'
import { startZoe, zoe, type Zoe } from './zoe.ts'

let desk: Zoe
beforeEach(() => {
  desk = startZoe()
})

describe('objects', () => {
  it('come back byte for byte, carriage returns and odd names included', async () => {
    const text = eventText('odd', ['SUMMARY:<a> & "b" ]]> 🖋\\n'])
    const created = await desk.put('%C3%BC%20%26.ics', text)
    expect(created.status).toBe(201)
    const read = await desk.ask('GET', `${desk.calendar}%c3%bc%20&.ics`)
    expect(read.body).toBe(text)
    expect(read.headers.get('etag')).toBe(created.headers.get('etag'))
    const { body } = await desk.ask(
      'REPORT',
      desk.path,
      multigetBody([`${desk.path}%C3%BC%20%26.ics`]),
    )
    const [row] = readRows(body)
    expect(row?.found.get('{urn:ietf:params:xml:ns:caldav}calendar-data')).toBe(text)
    expect((await desk.ask('HEAD', `${desk.calendar}%c3%bc%20&.ics`)).body).toBe('')
  })

  it('have ETags made from their content', async () => {
    const first = await desk.put('a.ics', eventText('a'))
    const second = await desk.put('a.ics', eventText('a', ['SUMMARY:other']))
    const third = await desk.put('a.ics', eventText('a'))
    expect([first, second, third].map(({ status }) => status)).toEqual([201, 204, 204])
    expect(second.headers.get('etag')).not.toBe(first.headers.get('etag'))
    expect(third.headers.get('etag')).toBe(first.headers.get('etag'))
  })

  it.each([
    ['not iCalendar', 'hello', 415, 'supported-calendar-data'],
    ['an unreadable line', eventText('a', ['garbage']), 403, 'valid-calendar-data'],
    ['a missing END', eventText('a').replace('END:VEVENT\r\n', ''), 403, 'valid-calendar-data'],
    ['no UID', eventText('a').replace('UID:a\r\n', ''), 403, 'valid-calendar-object-resource'],
  ])('are refused: %s', async (_why, body, status, condition) => {
    const refused = await desk.put('a.ics', body)
    expect([refused.status, refused.body]).toEqual([status, expect.stringContaining(condition)])
    expect(desk.server.list(desk.calendar)).toEqual([])
  })

  it('keep a UID to one place in the calendar', async () => {
    await desk.put('a.ics', eventText('same'))
    const refused = await desk.put('b.ics', eventText('same'))
    expect(refused.status).toBe(409)
    expect(refused.body).toContain(
      `<cal:no-uid-conflict><d:href>${desk.path}a.ics</d:href></cal:no-uid-conflict>`,
    )
    desk.server.quirks.uidConflict = 400
    expect((await desk.put('b.ics', eventText('same'))).status).toBe(400)
  })

  it('are deleted with a precondition; what is gone fails it', async () => {
    const { etag } = desk.server.put(desk.calendar, 'a.ics', eventText('a'))
    const remove = async (value: string): Promise<number> =>
      (await desk.as(zoe, 'DELETE', `${desk.calendar}a.ics`, { headers: { 'If-Match': value } }))
        .status
    expect(await remove('"other"')).toBe(412)
    expect(await remove(`"other", ${etag}`)).toBe(204)
    expect(await remove(etag)).toBe(412)
    expect((await desk.ask('DELETE', `${desk.calendar}a.ics`)).status).toBe(404)
  })
})
