import { describe, expect, it } from 'vitest'
import { eventText } from '../support/servers/events.ts'
import { at, booking, errorOf, valueOf } from '../support/desk.ts'
import { addArtist, addCalendar } from '../support/store.ts'
import { book, connected, only, summary, type TestStudio } from '../support/studio.ts'

describe('what the desk does', () => {
  it('puts a request into the calendar, once, and counts it as sent only when seen there', async () => {
    const studio = await connected()
    const created = valueOf(studio.commands.create(booking(studio.artist.id)))
    expect(created.delivery).toBe('waiting')
    await studio.sync()
    expect(summary(only(studio).text)).toBe('REQUEST: Ava Chen - Fern sleeve')
    expect(only(studio).text).toContain('STATUS:TENTATIVE')
    expect(studio.view(created.id)).toMatchObject({ delivery: 'sent', trouble: null })
    const writes = studio.writes()
    await studio.sync()
    await studio.engine.run({ trigger: 'button', full: true })
    expect(studio.writes()).toBe(writes)
  })

  it('approves, moves and cancels', async () => {
    const studio = await connected()
    const { id, version } = await book(studio)
    const approved = valueOf(studio.commands.approve({ id, version, overrule: false }))
    await studio.sync()
    expect(summary(only(studio).text)).toBe('Ava Chen - Fern sleeve')
    expect(only(studio).text).toContain('STATUS:CONFIRMED')
    expect(only(studio).text).toContain('SEQUENCE:1')

    const moved = valueOf(
      studio.commands.update({
        id,
        version: approved.version,
        changes: { start: at(16), end: at(18) },
        overrule: false,
      }),
    )
    await studio.sync()
    expect(only(studio).text).toContain('DTSTART;TZID=Europe/Berlin:20260304T160000')

    valueOf(studio.commands.cancel({ id, version: moved.version, reason: 'ill' }))
    await studio.sync()
    expect(studio.events()).toEqual([])
    expect(studio.view(id)).toMatchObject({ status: 'CANCELLED', delivery: 'sent' })
  })

  it('makes one event of a booking and its edits while offline', async () => {
    const studio = await connected()
    studio.server.faults.always({}, () => {
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }),
      })
    })
    const { id, version } = await book(studio)
    expect(studio.engine.status().state).toBe('offline')
    valueOf(
      studio.commands.update({
        id,
        version,
        changes: { description: 'Two ferns' },
        overrule: false,
      }),
    )
    studio.server.faults.clear()
    await studio.sync()
    expect(summary(only(studio).text)).toBe('REQUEST: Ava Chen - Two ferns')
    expect(studio.engine.status()).toMatchObject({ state: 'idle', waiting: 0 })
  })

  it('forgets a booking that was cancelled before it was ever sent', async () => {
    const studio = await connected()
    const { id, version } = valueOf(studio.commands.create(booking(studio.artist.id)))
    valueOf(studio.commands.cancel({ id, version, reason: '' }))
    await studio.sync()
    expect(studio.writes()).toBe(0)
    expect(studio.engine.status().waiting).toBe(0)
  })
})

describe('what the artist does on a phone', () => {
  it('approves by removing the prefix; the status follows', async () => {
    const studio = await connected()
    const { id } = await book(studio)
    studio.edit(only(studio).file, (text) => text.replace('REQUEST: ', ''))
    await studio.sync()
    expect(studio.view(id)).toMatchObject({ status: 'CONFIRMED', delivery: 'sent', trouble: null })
    expect(only(studio).text).toContain('STATUS:CONFIRMED')
    expect(studio.notices()[0]).toMatch(/^approved: Mara approved Ava Chen/)
    const writes = studio.writes()
    await studio.sync()
    expect(studio.writes()).toBe(writes)
  })

  it('approves by confirming the event; the prefix goes', async () => {
    const studio = await connected()
    const { id } = await book(studio)
    studio.edit(only(studio).file, (text) => text.replace('STATUS:TENTATIVE', 'STATUS:CONFIRMED'))
    await studio.sync()
    expect(studio.view(id).status).toBe('CONFIRMED')
    expect(summary(only(studio).text)).toBe('Ava Chen - Fern sleeve')
  })

  it('moves, retitles and keeps her own additions', async () => {
    const studio = await connected()
    const { id } = await book(studio)
    studio.edit(only(studio).file, (text) =>
      text
        .replaceAll('20260304T140000', '20260304T150000')
        .replaceAll('20260304T160000', '20260304T173000')
        .replace(/SUMMARY:.*\r\n/, 'SUMMARY:request:Ava Chen - Fern and moth\r\nX-MOOD:happy\r\n'),
    )
    await studio.sync()
    const view = studio.view(id)
    expect(view).toMatchObject({
      start: at(15),
      end: at(17.5),
      description: 'Fern and moth',
      status: 'PENDING',
      movedByArtist: true,
    })
    expect(studio.notices()).toHaveLength(2)
    valueOf(studio.commands.approve({ id, version: view.version, overrule: false }))
    await studio.sync()
    expect(only(studio).text).toContain('X-MOOD:happy')
    expect(summary(only(studio).text)).toBe('Ava Chen - Fern and moth')
  })

  it('keeps a title with another name and never writes ours back over it', async () => {
    const studio = await connected()
    const { id } = await book(studio)
    studio.edit(only(studio).file, (text) =>
      text.replace('REQUEST: Ava Chen - Fern sleeve', 'REQUEST: Ava C. - Fern'),
    )
    await studio.sync()
    const { version, description } = studio.view(id)
    expect(description).toBe('Fern')
    valueOf(studio.commands.approve({ id, version, overrule: false }))
    await studio.sync()
    expect(summary(only(studio).text)).toBe('Ava C. - Fern')
  })

  it.each([
    [
      'deleting the event',
      (studio: TestStudio) => studio.server.remove(studio.url, only(studio).file),
    ],
    [
      'STATUS:CANCELLED',
      (studio: TestStudio) =>
        studio.edit(only(studio).file, (text) => text.replace('TENTATIVE', 'CANCELLED')),
    ],
  ])('cancels by %s: the slot is free, the record stays', async (_, act) => {
    const studio = await connected()
    const { id } = await book(studio)
    act(studio)
    await studio.sync()
    expect(studio.view(id)).toMatchObject({ status: 'CANCELLED', cancelledBy: 'artist' })
    expect(
      studio.availability.check({
        artistId: studio.artist.id,
        start: at(14),
        end: at(16),
        from: 'local',
      }),
    ).toMatchObject({ ok: true, value: { available: true } })
    expect(studio.notices()).toHaveLength(1)
  })

  it('blocks time with her own events, and frees it again', async () => {
    const studio = await connected()
    studio.server.put(
      studio.url,
      'dentist.ics',
      eventText('dentist', [
        'SUMMARY:Dentist',
        'DTSTART:20260304T133000Z',
        'DTEND:20260304T143000Z',
      ]),
    )
    await studio.sync()
    expect(errorOf(studio.commands.create(booking(studio.artist.id)))).toMatchObject({
      kind: 'slot-taken',
    })
    studio.server.remove(studio.url, 'dentist.ics')
    await studio.sync()
    valueOf(studio.commands.create(booking(studio.artist.id)))
  })
})

describe('both at once', () => {
  it('merges different fields: her time, our approval', async () => {
    const studio = await connected()
    const { id, version } = await book(studio)
    studio.edit(only(studio).file, (text) =>
      text
        .replaceAll('20260304T140000', '20260304T150000')
        .replaceAll('20260304T160000', '20260304T170000'),
    )
    valueOf(studio.commands.approve({ id, version, overrule: false }))
    await studio.sync()
    expect(studio.view(id)).toMatchObject({
      start: at(15),
      status: 'CONFIRMED',
      trouble: null,
      delivery: 'sent',
    })
    expect(summary(only(studio).text)).toBe('Ava Chen - Fern sleeve')
    expect(only(studio).text).toContain('T150000')
  })

  it('keeps her version of the same field and shows both', async () => {
    const studio = await connected()
    const { id, version } = await book(studio)
    studio.edit(only(studio).file, (text) =>
      text
        .replaceAll('20260304T140000', '20260304T150000')
        .replaceAll('20260304T160000', '20260304T170000'),
    )
    valueOf(
      studio.commands.update({
        id,
        version,
        changes: { start: at(12), end: at(14) },
        overrule: false,
      }),
    )
    await studio.sync()
    expect(studio.view(id)).toMatchObject({
      start: at(15),
      end: at(17),
      delivery: 'sent',
      trouble: {
        kind: 'changed-there',
        ours: { message: expect.stringContaining('12:00–14:00') },
        theirs: { message: expect.stringContaining('15:00–17:00') },
      },
    })
    expect(only(studio).text).toContain('T150000')
  })

  it('lets her deletion win over our change, and asks', async () => {
    const studio = await connected()
    const { id, version } = await book(studio)
    studio.server.remove(studio.url, only(studio).file)
    valueOf(
      studio.commands.update({
        id,
        version,
        changes: { start: at(12), end: at(14) },
        overrule: false,
      }),
    )
    await studio.sync()
    expect(studio.events()).toEqual([])
    expect(studio.view(id)).toMatchObject({ status: 'CANCELLED', trouble: { kind: 'gone-there' } })
    expect(studio.engine.status()).toMatchObject({ waiting: 0, state: 'attention' })
  })

  it('lets her change win over our cancellation, and asks', async () => {
    const studio = await connected()
    const { id, version } = await book(studio)
    studio.edit(only(studio).file, (text) =>
      text
        .replaceAll('20260304T140000', '20260304T150000')
        .replaceAll('20260304T160000', '20260304T170000'),
    )
    valueOf(studio.commands.cancel({ id, version, reason: '' }))
    await studio.sync()
    expect(studio.events()).toHaveLength(1)
    expect(studio.view(id)).toMatchObject({
      status: 'PENDING',
      start: at(15),
      trouble: { kind: 'changed-there', ours: { message: 'Cancelled' } },
    })
  })

  it('holds a booking whose time was taken before it could be sent, and sends it when free', async () => {
    const studio = await connected()
    const { id } = valueOf(studio.commands.create(booking(studio.artist.id)))
    studio.server.put(
      studio.url,
      'dentist.ics',
      eventText('dentist', [
        'SUMMARY:Dentist',
        'DTSTART:20260304T133000Z',
        'DTEND:20260304T143000Z',
      ]),
    )
    await studio.sync()
    expect(studio.view(id)).toMatchObject({ delivery: 'held', trouble: { kind: 'overlap' } })
    expect(studio.events()).toHaveLength(1)
    studio.server.remove(studio.url, 'dentist.ics')
    await studio.sync()
    expect(studio.view(id)).toMatchObject({ delivery: 'sent', trouble: null })
    expect(summary(only(studio).text)).toBe('REQUEST: Ava Chen - Fern sleeve')
  })

  it('flags a booking that an event was put over, and takes the flag back', async () => {
    const studio = await connected()
    const { id } = await book(studio)
    studio.server.put(
      studio.url,
      'lio.ics',
      eventText('lio', [
        'SUMMARY:Pick up Lio',
        'DTSTART:20260304T143000Z',
        'DTEND:20260304T153000Z',
      ]),
    )
    await studio.sync()
    expect(studio.view(id).trouble).toMatchObject({
      kind: 'overlap',
      message: expect.stringContaining('Pick up Lio'),
    })
    await studio.sync()
    expect(studio.notices()).toHaveLength(1)
    studio.server.remove(studio.url, 'lio.ics')
    await studio.sync()
    expect(studio.view(id).trouble).toBeNull()
  })
})

describe('moving to another artist', () => {
  it('creates there first, then deletes here', async () => {
    const studio = await connected()
    const url = studio.server.mkcalendar({ user: 'desk', name: 'jonas' })
    const jonas = addArtist(studio.store, { name: 'Jonas', ink: 2 })
    addCalendar(studio.store, {
      artistId: jonas.id,
      accountId: studio.account.id,
      url,
      lastSuccessAt: null,
    })
    const { id, version } = await book(studio)
    valueOf(
      studio.commands.update({ id, version, changes: { artistId: jonas.id }, overrule: false }),
    )
    await studio.sync()
    await studio.sync()
    expect(studio.events()).toEqual([])
    expect(studio.server.list(url)).toHaveLength(1)
    expect(studio.view(id)).toMatchObject({ artistId: jonas.id, delivery: 'sent' })
    const writes = studio.server.requests.filter(
      ({ method }) => method === 'PUT' || method === 'DELETE',
    )
    expect(writes.map(({ method }) => method)).toEqual(['PUT', 'PUT', 'DELETE'])
  })
})
