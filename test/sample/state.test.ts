import { beforeEach, describe, expect, it } from 'vitest'
import { eventText } from '../support/servers/events.ts'
import { statuses, syncToken } from '../support/servers/wire.ts'
import { bob, startZoe, zoesHome, type Zoe } from './zoe.ts'

let desk: Zoe
beforeEach(() => {
  desk = startZoe()
})

describe('state', () => {
  it('survives as JSON, tokens and deletions included, without passwords', async () => {
    desk.server.share(desk.calendar, bob.name, true)
    desk.server.put(desk.calendar, 'a.ics', eventText('a'))
    const token = syncToken((await desk.sync('')).body)
    desk.server.remove(desk.calendar, 'a.ics')
    desk.server.put(desk.calendar, 'b.ics', eventText('b'))
    const saved = JSON.stringify(desk.server.snapshot())
    expect(saved).not.toContain(bob.password)
    desk = startZoe({ state: JSON.parse(saved) })
    const { body } = await desk.sync(token)
    expect(Object.values(statuses(body)).sort((a, b) => a - b)).toEqual([200, 404])
    expect(JSON.stringify(desk.server.snapshot())).toBe(saved)
  })

  it('tells listeners of every change and of nothing else', async () => {
    let changes = 0
    const stop = desk.server.onChange(() => (changes += 1))
    desk.server.put(desk.calendar, 'a.ics', eventText('a'))
    await desk.put('b.ics', eventText('b'))
    expect(changes).toBe(2)
    await desk.ask('PROPFIND', desk.path)
    await desk.put('b.ics', 'nonsense')
    expect(changes).toBe(2)
    await desk.ask('MKCALENDAR', `${zoesHome}more/`)
    await desk.ask('DELETE', `${zoesHome}more/`)
    expect(changes).toBe(4)
    stop()
    desk.server.remove(desk.calendar, 'a.ics')
    expect(changes).toBe(4)
  })

  it('logs the requests that reach it', async () => {
    await desk.ask('GET', `${desk.calendar}none.ics`)
    expect(desk.server.requests).toEqual([
      { method: 'GET', path: `${desk.path}none.ics`, status: 404 },
    ])
  })
})
