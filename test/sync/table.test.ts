import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../src/domain/interval.ts'
import { lostAnswer } from '../../src/main/sample/server/faults.ts'
import { decide, policy, type LocalChange, type Standing } from '../../src/main/sync/plan.ts'
import { at, booking, valueOf } from '../support/desk.ts'
import { book, connected, only, summary, type TestStudio } from '../support/studio.ts'

/** Everything the next cycle sends, as `METHOD status`. */
const traffic = async (studio: TestStudio): Promise<string[]> => {
  const before = studio.server.requests.length
  await studio.sync()
  return studio.server.requests.slice(before).map(({ method, status }) => `${method} ${status}`)
}

const later = (text: string): string =>
  text.replaceAll('T140000', 'T150000').replaceAll('T160000', 'T170000')

const look = 'PROPFIND 207'
const changes = 'REPORT 207'
const one = 'GET 200'

describe('each row of the three-way table, request by request', () => {
  it('same, same: one look', async () => {
    const studio = await connected()
    await book(studio)
    expect(await traffic(studio)).toEqual([look])
  })

  it('same, changed: adopt', async () => {
    const studio = await connected()
    const { id } = await book(studio)
    studio.edit(only(studio).file, later)
    expect(await traffic(studio)).toEqual([look, changes, one])
    expect(studio.view(id).start).toBe(at(15))
  })

  it('changed, same: PUT, and the look that makes it count', async () => {
    const studio = await connected()
    const { id, version } = await book(studio)
    valueOf(studio.commands.approve({ id, version, overrule: false }))
    expect(await traffic(studio)).toEqual([look, 'PUT 204', changes, one])
  })

  it('changed, changed in another field: adopt, then PUT what is ours', async () => {
    const studio = await connected()
    const { id, version } = await book(studio)
    studio.edit(only(studio).file, later)
    valueOf(studio.commands.approve({ id, version, overrule: false }))
    expect(await traffic(studio)).toEqual([look, changes, one, 'PUT 204', changes, one])
  })

  it('changed, changed to the same: adopt, nothing to send', async () => {
    const studio = await connected()
    const { id, version } = await book(studio)
    studio.edit(only(studio).file, later)
    valueOf(
      studio.commands.update({
        id,
        version,
        changes: { start: at(15), end: at(17) },
        overrule: false,
      }),
    )
    expect(await traffic(studio)).toEqual([look, changes, one])
    expect(studio.view(id)).toMatchObject({ start: at(15), trouble: null, delivery: 'sent' })
  })

  it('changed behind our back between look and PUT: 412, adopt, PUT again', async () => {
    const studio = await connected()
    const { id, version } = await book(studio)
    valueOf(studio.commands.approve({ id, version, overrule: false }))
    const { file } = only(studio)
    studio.server.faults.next({ method: 'PUT' }, async (_, carryOut) => {
      studio.edit(file, later)
      return carryOut()
    })
    expect(await traffic(studio)).toEqual([look, 'PUT 412', changes, one, 'PUT 204', changes, one])
    expect(studio.view(id)).toMatchObject({ start: at(15), status: 'CONFIRMED', delivery: 'sent' })
  })

  it('same, gone: cancelled by the artist', async () => {
    const studio = await connected()
    const { id } = await book(studio)
    studio.server.remove(studio.url, only(studio).file)
    expect(await traffic(studio)).toEqual([look, changes])
    expect(studio.view(id)).toMatchObject({ status: 'CANCELLED', cancelledBy: 'artist' })
  })

  it('changed, gone: the server wins, a person is asked', async () => {
    const studio = await connected()
    const { id, version } = await book(studio)
    studio.server.remove(studio.url, only(studio).file)
    valueOf(studio.commands.approve({ id, version, overrule: false }))
    expect(await traffic(studio)).toEqual([look, changes])
    expect(studio.view(id).trouble).toMatchObject({
      kind: 'gone-there',
      message: 'Mara deleted this booking in the calendar while it was being changed here.',
    })
  })

  it('deleted, same: DELETE, done when seen gone', async () => {
    const studio = await connected()
    const { id, version } = await book(studio)
    valueOf(studio.commands.cancel({ id, version, reason: '' }))
    expect(await traffic(studio)).toEqual([look, 'DELETE 204', changes])
    expect(studio.engine.status().waiting).toBe(0)
  })

  it('deleted, changed: the server’s is kept', async () => {
    const studio = await connected()
    const { id, version } = await book(studio)
    studio.edit(only(studio).file, later)
    valueOf(studio.commands.cancel({ id, version, reason: '' }))
    expect(await traffic(studio)).toEqual([look, changes, one])
    expect(studio.view(id)).toMatchObject({ status: 'PENDING', start: at(15) })
  })

  it('new, nothing there: PUT', async () => {
    const studio = await connected()
    valueOf(studio.commands.create(booking(studio.artist.id)))
    expect(await traffic(studio)).toEqual([look, 'PUT 201', changes, one])
  })

  it('new, what we sent is there: adopt', async () => {
    const studio = await connected()
    studio.server.faults.next({ method: 'PUT' }, lostAnswer())
    const { id } = await book(studio)
    studio.clock.now += 20 * MINUTE
    expect(await traffic(studio)).toEqual([look, changes, one])
    expect(studio.view(id).delivery).toBe('sent')
  })

  it('new, something else is at the href: kept, ours is shown beside it', async () => {
    const studio = await connected()
    const { id } = valueOf(studio.commands.create(booking(studio.artist.id)))
    const { uid, href } = studio.view(id).calendar ?? { uid: '', href: '' }
    const file = href.split('/').at(-1) ?? ''
    studio.server.put(
      studio.url,
      file,
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:x',
        'BEGIN:VEVENT',
        `UID:${uid}`,
        'SUMMARY:Somebody - else',
        'DTSTART:20260304T180000Z',
        'DTEND:20260304T190000Z',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    )
    await studio.sync()
    expect(studio.view(id).trouble?.kind).toBe('changed-there')
    expect(studio.events()).toHaveLength(1)
  })

  it('new, the UID is taken elsewhere: ask by UID, adopt that href', async () => {
    const studio = await connected()
    studio.server.faults.next({ method: 'PUT' }, lostAnswer())
    const { id } = await book(studio)
    const { file, text } = only(studio)
    studio.server.remove(studio.url, file)
    studio.server.put(studio.url, 'moved.ics', text)
    studio.clock.now += 20 * MINUTE
    await studio.sync()
    expect(studio.view(id)).toMatchObject({ delivery: 'sent', trouble: null })
    expect(studio.view(id).calendar?.href).toMatch(/moved\.ics$/)
    expect(summary(only(studio).text)).toBe('REQUEST: Ava Chen - Fern sleeve')
  })
})

const standing = (over: Partial<Standing>): Standing => ({
  known: true,
  wish: null,
  serverHash: 'a',
  baseHash: 'a',
  landed: false,
  endedThere: false,
  recalled: false,
  freshWish: true,
  ...over,
})

describe('the decision itself', () => {
  it.each<[LocalChange, Partial<Standing>]>([
    ['same', {}],
    ['changed', { wish: 'present' }],
    ['deleted', { wish: 'gone' }],
    ['new', { known: false, wish: 'present', baseHash: null }],
    ['dropped', { known: false, wish: 'gone', baseHash: null }],
    ['dead', { known: false, baseHash: null }],
    ['ended-there', { known: false, baseHash: null, endedThere: true }],
  ])('reads the row “%s” of the table', (row, over) => {
    expect(decide(standing({ ...over, serverHash: null }))).toBe(policy[row].gone)
    expect(decide(standing({ ...over, serverHash: 'b' }))).toBe(policy[row].changed)
    expect(decide(standing({ ...over, landed: true }))).toBe(policy[row].landed)
  })
})
