import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../src/domain/interval.ts'
import type { AppointmentView } from '../../src/domain/views.ts'
import { lostAnswer, status, type Fault } from '../../src/main/sample/server/faults.ts'
import { at, booking, valueOf } from '../support/desk.ts'
import { script } from '../support/script.ts'
import { addArtist, addCalendar } from '../support/store.ts'
import { eventText } from '../support/servers/events.ts'
import { book, connected, only, summary, type TestStudio } from '../support/studio.ts'

const look = 'PROPFIND 1'
const create = 'PUT mara/*.ics if-none-match'
const change = 'PUT mara/*.ics if-match'
const remove = 'DELETE mara/*.ics if-match'
const changes = 'REPORT mara/ since'
const one = 'GET mara/*.ics'
const calendarItself = 'PROPFIND mara/ 0'

const approve = (studio: TestStudio, { id, version }: AppointmentView): void => {
  valueOf(studio.commands.approve({ id, version, overrule: false }))
}

const cancel = (studio: TestStudio, { id, version }: AppointmentView): void => {
  valueOf(studio.commands.cancel({ id, version, reason: '' }))
}

const later = (text: string): string =>
  text.replaceAll('T140000', 'T150000').replaceAll('T160000', 'T170000')

/** Something happens on the server between the look and the write, which is then carried out. */
const first =
  (work: () => void): Fault =>
  (_request, carryOut) => {
    work()
    return carryOut()
  }

const wait = (studio: TestStudio): void => {
  studio.clock.now += 20 * MINUTE
}

describe('a write that finds something else than it was made for', () => {
  it('a change finds the event gone: the artist’s deletion wins, it is not written anew', async () => {
    const studio = await connected()
    const booked = await book(studio)
    const { file } = only(studio)
    approve(studio, booked)
    const deleted = first(() => studio.server.remove(studio.url, file))
    await script(studio.server, [look, [change, deleted], changes], studio.sync)
    expect(studio.events()).toEqual([])
    expect(studio.view(booked.id).trouble?.kind).toBe('gone-there')
    await script(studio.server, [look], studio.sync)
  })

  it('a change finds another version: both are merged and sent', async () => {
    const studio = await connected()
    const booked = await book(studio)
    const { file } = only(studio)
    approve(studio, booked)
    const moved = first(() => studio.edit(file, later))
    await script(
      studio.server,
      [look, [change, moved], changes, one, change, changes, one],
      studio.sync,
    )
    expect(studio.view(booked.id)).toMatchObject({ start: at(15), status: 'CONFIRMED' })
    expect(summary(only(studio).text)).toBe('Ava Chen - Fern sleeve')
  })

  it('a deletion finds another version: that is kept, and a person asked', async () => {
    const studio = await connected()
    const booked = await book(studio)
    const { file } = only(studio)
    cancel(studio, booked)
    const moved = first(() => studio.edit(file, later))
    await script(studio.server, [look, [remove, moved], one, changes, one], studio.sync)
    expect(studio.view(booked.id)).toMatchObject({
      status: 'PENDING',
      start: at(15),
      trouble: { kind: 'changed-there' },
    })
    expect(studio.events()).toHaveLength(1)
  })

  it.each([404, 410, 412])(
    'a deletion finds nothing (%i): that is what was wanted',
    async (code) => {
      const studio = await connected()
      const booked = await book(studio)
      const { file } = only(studio)
      cancel(studio, booked)
      const gone: Fault = (request, carryOut) => {
        studio.server.remove(studio.url, file)
        return status(code)(request, carryOut)
      }
      await script(studio.server, [look, [remove, gone], one, calendarItself, changes], studio.sync)
      expect(studio.view(booked.id)).toMatchObject({
        status: 'CANCELLED',
        delivery: 'sent',
        trouble: null,
      })
      expect(studio.notices()).toEqual([])
    },
  )

  it('a new booking finds another event at its address: that one’s time and title are kept', async () => {
    const studio = await connected()
    const { id } = valueOf(studio.commands.create(booking(studio.artist.id)))
    const { uid, href } = studio.view(id).calendar ?? { uid: '', href: '' }
    const other = eventText(uid, [
      'SUMMARY:Somebody',
      'DTSTART:20260304T180000Z',
      'DTEND:20260304T190000Z',
    ])
    const taken = first(() => studio.server.put(studio.url, href.split('/').at(-1) ?? '', other))
    await script(
      studio.server,
      [look, [create, taken], changes, one, change, changes, one],
      studio.sync,
    )
    expect(studio.view(id).trouble?.kind).toBe('changed-there')
    expect(summary(only(studio).text)).toBe('Somebody')
    expect(only(studio).text).toContain('DTSTART:20260304T180000Z')
  })

  it.each([400, 409] as const)(
    'a new booking finds its UID elsewhere (%i): asked by UID, that address is taken over',
    async (code) => {
      const studio = await connected()
      studio.server.quirks.uidConflict = code
      const { id } = valueOf(studio.commands.create(booking(studio.artist.id)))
      await script(studio.server, [look, [create, lostAnswer()]], studio.sync)
      const { file, text } = only(studio)
      const refile = first(() => {
        studio.server.remove(studio.url, file)
        studio.server.put(studio.url, 'moved.ics', text)
      })
      // The look says that nothing has changed: the first write is thought not to have arrived.
      const asBefore = studio.server.snapshot()
      studio.server.remove(studio.url, file)
      wait(studio)
      const before: Fault = async (_request, carryOut) => {
        const given = await carryOut()
        studio.server.restore(asBefore)
        return given
      }
      await script(
        studio.server,
        [
          look,
          [changes, before],
          [create, refile],
          'REPORT mara/ query',
          changes,
          'GET mara/moved.ics',
        ],
        studio.sync,
      )
      expect(studio.view(id)).toMatchObject({ delivery: 'sent', trouble: null })
      expect(studio.view(id).calendar?.href).toMatch(/moved\.ics$/)
    },
  )
})

it('a new ETag on the same text is noted, and nothing else', async () => {
  const studio = await connected()
  const { id, version } = await book(studio)
  const { file, text } = only(studio)
  studio.server.put(studio.url, file, text.replace(/^DTSTAMP:.*$/m, 'DTSTAMP:20260101T000000Z'))
  await script(studio.server, [look, changes, one], studio.sync)
  expect(studio.view(id)).toMatchObject({ version, delivery: 'sent', trouble: null })
  expect(studio.notices()).toEqual([])
  // The next change goes out under the new one.
  approve(studio, studio.view(id))
  await script(studio.server, [look, change, changes, one], studio.sync)
})

it('the same field changed on both sides: the calendar’s is kept, and staff see both', async () => {
  const studio = await connected()
  const { id, version } = await book(studio)
  studio.edit(only(studio).file, later)
  const time = { start: at(17), end: at(19) }
  valueOf(studio.commands.update({ id, version, changes: time, overrule: false }))
  await script(studio.server, [look, changes, one], studio.sync)
  expect(studio.view(id)).toMatchObject({
    start: at(15),
    trouble: { kind: 'changed-there', aside: time },
  })
  expect(only(studio).text).toContain('T150000')
})

it('a change carries along all that the artist added', async () => {
  const studio = await connected()
  const booked = await book(studio)
  const alarm =
    'BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Set up\r\nTRIGGER:-PT30M\r\nEND:VALARM\r\n'
  studio.edit(only(studio).file, (text) =>
    text.replace('END:VEVENT', `X-PHONE;A="b":c\\;d\r\n${alarm}END:VEVENT`),
  )
  approve(studio, booked)
  await script(studio.server, [look, changes, one, change, changes, one], studio.sync)
  expect(summary(only(studio).text)).toBe('Ava Chen - Fern sleeve')
  expect(only(studio).text).toContain('X-PHONE;A="b":c\\;d\r\n')
  expect(only(studio).text).toContain(alarm)
})

const withJonas = async () => {
  const studio = await connected()
  const url = studio.server.mkcalendar({ user: 'desk', name: 'jonas' })
  const { id: artistId } = addArtist(studio.store, { name: 'Jonas', ink: 2 })
  const accountId = studio.account.id
  addCalendar(studio.store, { artistId, accountId, url, lastSuccessAt: null })
  const { id, version } = await book(studio)
  await studio.sync()
  valueOf(studio.commands.update({ id, version, changes: { artistId }, overrule: false }))
  return { ...studio, id, artistId, there: url }
}
describe('a booking that moves to another artist', () => {
  const createThere = 'PUT jonas/*.ics if-none-match'
  const lookThere = 'REPORT jonas/ since'

  it('is created there before it is deleted here, under another identity', async () => {
    const studio = await withJonas()
    const { text } = only(studio)
    await script(studio.server, [look, createThere, lookThere, 'GET jonas/*.ics'], () =>
      studio.sync(),
    )
    expect(studio.events()).toHaveLength(1)
    await script(studio.server, [look, remove, changes], studio.sync)
    expect(studio.events()).toEqual([])
    const [moved, ...more] = studio.server.list(studio.there)
    expect(more).toEqual([])
    const uid = /^UID:.*$/m
    expect(uid.exec(moved?.text ?? '')?.[0]).not.toBe(uid.exec(text)?.[0])
  })

  it('stays where it is while it cannot be created there', async () => {
    const studio = await withJonas()
    await script(studio.server, [look, [createThere, status(400)], lookThere], studio.sync)
    await script(studio.server, [look], studio.sync)
    expect(studio.events()).toHaveLength(1)
    expect(studio.view(studio.id)).toMatchObject({
      delivery: 'held',
      trouble: { kind: 'refused' },
    })
  })
})

it('a race lost while a booking was sent is seen at once', async () => {
  const studio = await connected()
  const { id } = valueOf(studio.commands.create(booking(studio.artist.id)))
  const dentist = eventText('dentist', [
    'SUMMARY:Dentist',
    'DTSTART:20260304T133000Z',
    'DTEND:20260304T143000Z',
  ])
  const race = first(() => studio.server.put(studio.url, 'dentist.ics', dentist))
  await script(studio.server, [look, [create, race], changes, 'REPORT mara/ 2 texts'], studio.sync)
  expect(studio.view(id)).toMatchObject({
    delivery: 'sent',
    trouble: { kind: 'overlap', message: expect.stringContaining('Dentist') },
  })
})

it('a booking whose time was taken since is not sent', async () => {
  const studio = await connected()
  const { id } = valueOf(studio.commands.create(booking(studio.artist.id)))
  studio.server.put(
    studio.url,
    'dentist.ics',
    eventText('dentist', ['DTSTART:20260304T133000Z', 'DTEND:20260304T143000Z']),
  )
  await script(studio.server, [look, changes, 'GET mara/dentist.ics'], studio.sync)
  expect(studio.view(id)).toMatchObject({ delivery: 'held', trouble: { kind: 'overlap' } })
})

it('a redirect within a cycle is followed with everything that makes the request', async () => {
  const studio = await connected()
  const { id } = valueOf(studio.commands.create(booking(studio.artist.id)))
  const moved: Fault = (request, carryOut) =>
    status(308, { Location: `${studio.server.origin}${request.path}` })(request, carryOut)
  await script(
    studio.server,
    [look, [create, moved], create, [changes, moved], changes, [one, moved], one],
    studio.sync,
  )
  expect(studio.view(id)).toMatchObject({ delivery: 'sent', trouble: null })
  expect(summary(only(studio).text)).toBe('REQUEST: Ava Chen - Fern sleeve')
})

it('one question tells of all calendars of an account', async () => {
  const studio = await connected()
  const url = studio.server.mkcalendar({ user: 'desk', name: 'jonas' })
  const { id: artistId } = addArtist(studio.store, { name: 'Jonas', ink: 2 })
  const accountId = studio.account.id
  addCalendar(studio.store, { artistId, accountId, url, lastSuccessAt: null })
  await script(studio.server, [look, 'REPORT jonas/ all'], studio.sync)
  await script(studio.server, [look], studio.sync)
})
