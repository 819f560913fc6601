import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../src/domain/interval.ts'
import {
  connectionError,
  cut,
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
import { at, booking, valueOf } from '../support/desk.ts'
import { book, connected, only, summary, type TestStudio } from '../support/studio.ts'

const dentist = eventText('dentist', [
  'SUMMARY:Dentist',
  'DTSTART:20260305T133000Z',
  'DTEND:20260305T143000Z',
])

const busyTitles = (studio: TestStudio): string[] =>
  studio.store.read.busy.overlapping([studio.calendar.id], 0, 8.64e15).map(({ title }) => title)

describe('writes whose answer is lost', () => {
  it('a create that arrived is found, not sent twice', async () => {
    const studio = await connected()
    studio.server.faults.next({ method: 'PUT' }, lostAnswer())
    const { id } = await book(studio)
    await studio.sync()
    expect(studio.events()).toHaveLength(1)
    expect(studio.view(id).delivery).toBe('sent')
    expect(studio.writes()).toBe(1)
  })

  it('a create that did not arrive is sent again', async () => {
    const studio = await connected()
    studio.server.faults.next({ method: 'PUT' }, refused())
    const { id } = await book(studio)
    expect(studio.events()).toEqual([])
    studio.clock.now += 20 * MINUTE
    await studio.sync()
    expect(studio.view(id).delivery).toBe('sent')
    expect(studio.events()).toHaveLength(1)
  })

  it('a change that arrived is not taken for the artist’s', async () => {
    const studio = await connected()
    const { id, version } = await book(studio)
    studio.server.faults.next({ method: 'PUT' }, lostAnswer())
    valueOf(studio.commands.approve({ id, version, overrule: false }))
    await studio.sync()
    studio.clock.now += 20 * MINUTE
    await studio.sync()
    expect(summary(only(studio).text)).toBe('Ava Chen - Fern sleeve')
    expect(studio.view(id)).toMatchObject({ delivery: 'sent', status: 'CONFIRMED', trouble: null })
    expect(studio.notices()).toEqual([])
    expect(studio.writes()).toBe(2)
  })

  it('a change that arrived and was changed again by the artist is merged', async () => {
    const studio = await connected()
    const { id, version } = await book(studio)
    studio.server.faults.next({ method: 'PUT' }, lostAnswer())
    valueOf(studio.commands.approve({ id, version, overrule: false }))
    await studio.sync()
    studio.edit(only(studio).file, (text) =>
      text.replaceAll('T140000', 'T150000').replaceAll('T160000', 'T170000'),
    )
    studio.clock.now += 20 * MINUTE
    await studio.sync()
    expect(studio.view(id)).toMatchObject({ delivery: 'sent', status: 'CONFIRMED', trouble: null })
    expect(studio.notices()).toEqual([expect.stringMatching(/^moved: /)])
  })

  it('a deletion whose answer was lost is verified', async () => {
    const studio = await connected()
    const { id, version } = await book(studio)
    studio.server.faults.next({ method: 'DELETE' }, lostAnswer())
    valueOf(studio.commands.cancel({ id, version, reason: '' }))
    await studio.sync()
    studio.clock.now += 20 * MINUTE
    await studio.sync()
    expect(studio.events()).toEqual([])
    expect(studio.engine.status().waiting).toBe(0)
    expect(studio.writes()).toBe(2)
  })

  it('a booking edited while its first send is unknown ends as one event with the edit', async () => {
    const studio = await connected()
    studio.server.faults.next({ method: 'PUT' }, lostAnswer())
    const { id, version } = await book(studio)
    valueOf(
      studio.commands.update({ id, version, changes: { description: 'Moth' }, overrule: false }),
    )
    studio.clock.now += 20 * MINUTE
    await studio.sync()
    expect(summary(only(studio).text)).toBe('REQUEST: Ava Chen - Moth')
    expect(studio.view(id)).toMatchObject({ delivery: 'sent', description: 'Moth', trouble: null })
  })
})

const giveUp = async (studio: TestStudio) => {
  const late: (() => Promise<unknown>)[] = []
  studio.server.faults.next({ method: 'PUT' }, async (_, carryOut) => {
    late.push(carryOut)
    throw connectionError('ECONNRESET', 'read ECONNRESET')
  })
  const { id, version } = await book(studio)
  valueOf(studio.commands.cancel({ id, version, reason: '' }))
  studio.clock.now += 20 * MINUTE
  await studio.sync()
  expect(studio.engine.status().waiting).toBe(0)
  await late[0]?.()
  expect(studio.events()).toHaveLength(1)
  return id
}

describe('a write that arrives after it was given up', () => {
  it('is taken back', async () => {
    const studio = await connected()
    const id = await giveUp(studio)
    await studio.sync()
    expect(studio.events()).toEqual([])
    expect(studio.view(id)).toMatchObject({ status: 'CANCELLED', delivery: 'sent', trouble: null })
  })

  it('is left where the artist has touched it', async () => {
    const studio = await connected()
    await giveUp(studio)
    studio.edit(only(studio).file, (text) => text.replaceAll('T160000', 'T163000'))
    await studio.sync()
    await studio.sync()
    expect(studio.events()).toHaveLength(1)
    expect(busyTitles(studio)).toHaveLength(1)
  })

  it('is not mixed up with an event that the artist brings back', async () => {
    const studio = await connected()
    await book(studio)
    const { file, text } = only(studio)
    studio.server.remove(studio.url, file)
    await studio.sync()
    studio.server.put(studio.url, file, text)
    await studio.sync()
    await studio.sync()
    expect(studio.events()).toHaveLength(1)
  })
})

describe('servers with habits of their own', () => {
  it.each([
    [
      'no ETag after a PUT',
      (studio: TestStudio) => studio.server.faults.always({ method: 'PUT' }, withoutEtag()),
    ],
    [
      'a text stored otherwise than sent',
      (studio: TestStudio) => {
        studio.server.quirks.rewrite = (text) =>
          text
            .replace('END:VEVENT', 'X-SERVER:was here\r\nEND:VEVENT')
            .replace(/PRODID.*\r\n/, 'PRODID:other\r\n')
      },
    ],
    ['pages of two', (studio: TestStudio) => (studio.server.quirks.pageSize = 2)],
    [
      'a multiget that leaves out what is missing',
      (studio: TestStudio) => (studio.server.quirks.multigetOmitsMissing = true),
    ],
  ])('%s', async (_, arrange) => {
    const studio = await connected()
    arrange(studio)
    for (let day = 10; day < 17; day++)
      studio.server.put(
        studio.url,
        `e${day}.ics`,
        eventText(`e${day}`, [`DTSTART:202603${day}T080000Z`, `DTEND:202603${day}T090000Z`]),
      )
    const { id, version } = await book(studio)
    valueOf(studio.commands.approve({ id, version, overrule: false }))
    await studio.sync()
    await studio.sync()
    expect(studio.view(id)).toMatchObject({ delivery: 'sent', trouble: null, status: 'CONFIRMED' })
    expect(studio.events().map(({ text }) => summary(text))).toContain('Ava Chen - Fern sleeve')
    expect(busyTitles(studio)).toHaveLength(8)
    expect(studio.writes()).toBe(2)
  })

  it('a refused token leads to a full comparison', async () => {
    const studio = await connected()
    studio.server.put(studio.url, 'dentist.ics', dentist)
    await studio.sync()
    studio.server.expireTokens(studio.url)
    studio.server.remove(studio.url, 'dentist.ics')
    await studio.sync()
    expect(busyTitles(studio)).toEqual([])
  })

  it('a calendar deleted UID is never used again: the booking is held, not lost', async () => {
    const studio = await connected()
    studio.server.quirks.trashBin = true
    studio.server.faults.next({ method: 'PUT' }, lostAnswer())
    const { id } = await book(studio)
    studio.server.remove(studio.url, only(studio).file)
    studio.clock.now += 20 * MINUTE
    await studio.sync()
    expect(studio.view(id)).toMatchObject({
      status: 'PENDING',
      delivery: 'held',
      trouble: { kind: 'refused' },
    })
  })
})

describe('answers that prove nothing', () => {
  it.each([
    ['500', status(500)],
    ['a login page', loginPage()],
    ['a cut connection', cut()],
    ['a body that ends midway', truncated()],
    ['maintenance', maintenance()],
    ['refused connections', refused()],
    ['an error inside a 207', insideMultistatus(500)],
  ])('%s frees and cancels nothing', async (_, fault) => {
    const studio = await connected()
    studio.server.put(studio.url, 'dentist.ics', dentist)
    const { id } = await book(studio)
    const stop = studio.server.faults.always({ method: 'REPORT' }, fault)
    const stopToo = studio.server.faults.always({ method: 'PROPFIND' }, fault)
    await studio.engine.run({ trigger: 'button', full: true })
    expect(busyTitles(studio)).toHaveLength(2)
    expect(studio.view(id).status).toBe('PENDING')
    expect(studio.engine.status().artists[0]).toMatchObject({ state: 'failed' })
    stop()
    stopToo()
    studio.clock.now += 20 * MINUTE
    await studio.sync()
    expect(studio.engine.status()).toMatchObject({ state: 'idle', waiting: 0 })
    expect(busyTitles(studio)).toHaveLength(2)
  })

  it('a 404 for an event that was just listed cancels nothing', async () => {
    const studio = await connected()
    const { id } = await book(studio)
    studio.edit(only(studio).file, (text) => text.replaceAll('T160000', 'T170000'))
    studio.server.faults.next({ method: 'GET' }, status(404))
    await studio.sync()
    expect(studio.view(id).status).toBe('PENDING')
    await studio.engine.run({ trigger: 'button', full: true })
    expect(studio.view(id)).toMatchObject({ status: 'PENDING', end: at(17) })
  })

  it('an emptied calendar stops and asks before it cancels six bookings', async () => {
    const studio = await connected()
    for (let day = 9; day < 15; day++) {
      const start = Date.UTC(2026, 2, day, 12)
      valueOf(
        studio.commands.create(
          booking(studio.artist.id, { start, end: start + 3_600_000, overrule: true }),
        ),
      )
    }
    await studio.sync()
    const before = studio.server.snapshot()
    for (const { file } of studio.events()) studio.server.remove(studio.url, file)
    await studio.sync()
    expect(studio.store.read.calendars.get(studio.calendar.id)?.brake).toEqual({
      cancellations: 6,
      inWindow: 6,
    })
    expect(studio.store.read.appointments.views({ statuses: ['PENDING'] })).toHaveLength(6)

    studio.server.restore(before)
    await studio.sync()
    expect(studio.store.read.calendars.get(studio.calendar.id)?.brake).toBeNull()

    for (const { file } of studio.events()) studio.server.remove(studio.url, file)
    await studio.sync()
    await studio.engine.releaseBrake(studio.calendar.id)
    expect(studio.store.read.appointments.views({ statuses: ['CANCELLED'] })).toHaveLength(6)
  })
})

describe('signing in and waiting', () => {
  it('freezes at the first 401 and sends nothing more', async () => {
    const studio = await connected()
    studio.password.value = 'wrong'
    await studio.sync()
    const requests = studio.server.requests.length
    await studio.sync()
    await studio.sync()
    expect(studio.server.requests.length).toBe(requests)
    expect(studio.engine.status().artists[0]?.failure?.kind).toBe('sign-in')
  })

  it('says that a password is missing, and sends nothing', async () => {
    const studio = await connected()
    studio.password.value = null
    const requests = studio.server.requests.length
    const { id } = await book(studio)
    expect(studio.server.requests.length).toBe(requests)
    expect(studio.engine.status().artists[0]?.failure?.kind).toBe('sign-in-needed')
    studio.password.value = 'secret'
    await studio.sync()
    expect(studio.view(id).delivery).toBe('sent')
  })

  it('heeds Retry-After even when a person presses Sync now', async () => {
    const studio = await connected()
    studio.server.faults.next({}, status(503, { 'Retry-After': '600' }))
    await studio.sync()
    const requests = studio.server.requests.length
    studio.clock.now += 5 * MINUTE
    await studio.sync()
    expect(studio.server.requests.length).toBe(requests)
    studio.clock.now += 6 * MINUTE
    await studio.sync()
    expect(studio.engine.status().state).toBe('idle')
  })

  it('asks one question when nothing has changed', async () => {
    const studio = await connected()
    await book(studio)
    const requests = studio.server.requests.length
    await studio.sync()
    expect(studio.server.requests.length - requests).toBe(1)
  })

  it('holds bookings for a calendar that has become read only, and says so', async () => {
    const studio = await connected()
    studio.server.setReadOnly(studio.url, true)
    const { id } = await book(studio)
    expect(studio.view(id)).toMatchObject({ delivery: 'held', trouble: { kind: 'refused' } })
  })

  it('keeps everything when the calendar is gone', async () => {
    const studio = await connected()
    const { id } = await book(studio)
    studio.server.removeCalendar(studio.url)
    await studio.sync()
    expect(studio.view(id).status).toBe('PENDING')
    expect(studio.engine.status().artists[0]?.failure?.kind).toBe('calendar-gone')
  })
})
