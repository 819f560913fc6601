import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../src/domain/interval.ts'
import { status } from '../../src/main/sample/server/faults.ts'
import { at, booking, valueOf } from '../support/desk.ts'
import { script } from '../support/script.ts'
import { eventText } from '../support/servers/events.ts'
import { addAppointment } from '../support/store.ts'
import { book, connected, only, type TestStudio } from '../support/studio.ts'

/** The dentist from 14:30 to 15:30, while a booking is from 14:00 to 16:00. */
const dentist = (...lines: readonly string[]): string =>
  eventText('dentist', [
    'SUMMARY:Dentist',
    'DTSTART:20260304T133000Z',
    'DTEND:20260304T143000Z',
    ...lines,
  ])

const lenient = (studio: TestStudio): void =>
  studio.store.transaction((tx) =>
    tx.calendars.update(studio.calendar.id, { freeDoesNotBlock: true }),
  )

describe('a booking that meets an event', () => {
  it.each([
    ['busy', [], false, 'overlap'],
    ['marked free', ['TRANSP:TRANSPARENT'], false, 'overlap'],
    ['marked free, where that does not block', ['TRANSP:TRANSPARENT'], true, undefined],
    ['busy, where free does not block', [], true, 'overlap'],
  ])('%s', async (_, lines, isLenient, kind) => {
    const studio = await connected()
    if (isLenient) lenient(studio)
    const { id } = await book(studio)
    studio.server.put(studio.url, 'dentist.ics', dentist(...lines))
    await studio.sync()
    expect(studio.view(id).trouble?.kind).toBe(kind)
  })

  it('and is kept all the same is not asked about again, until it meets another', async () => {
    const studio = await connected()
    const { id } = await book(studio)
    studio.server.put(studio.url, 'dentist.ics', dentist())
    await studio.sync()
    const { version } = studio.view(id)
    valueOf(studio.commands.resolve({ id, version, keep: 'ours' }))
    await studio.sync()
    studio.server.put(studio.url, 'far.ics', eventText('far'))
    await studio.sync()
    expect(studio.view(id).trouble).toBeNull()
    expect(studio.notices()).toHaveLength(1)

    valueOf(
      studio.commands.update({
        id,
        version: studio.view(id).version,
        changes: { description: 'Moth' },
        overrule: true,
      }),
    )
    await studio.sync()
    expect(studio.view(id)).toMatchObject({ delivery: 'sent', trouble: null })

    studio.server.put(studio.url, 'more.ics', dentist().replace('UID:dentist', 'UID:more'))
    await studio.sync()
    expect(studio.view(id).trouble?.kind).toBe('overlap')
  })

  it('is sent all the same where a person has accepted that before it was sent', async () => {
    const studio = await connected()
    const { id } = valueOf(studio.commands.create(booking(studio.artist.id)))
    studio.server.put(studio.url, 'dentist.ics', dentist())
    await studio.sync()
    expect(studio.view(id).delivery).toBe('held')
    valueOf(studio.commands.resolve({ id, version: studio.view(id).version, keep: 'ours' }))
    await studio.sync()
    expect(studio.view(id)).toMatchObject({ delivery: 'sent', trouble: null })
  })

  it('of a client who did not come does not meet it: the time is free again', async () => {
    const studio = await connected()
    const missed = await book(studio)
    const confirmed = valueOf(
      studio.commands.approve({ id: missed.id, version: missed.version, overrule: false }),
    )
    await studio.sync()
    valueOf(
      studio.commands.mark({
        id: missed.id,
        version: confirmed.version,
        status: 'NO_SHOW',
      }),
    )
    await studio.sync()
    const { id } = await book(studio, { client: { name: 'Ben' } })
    expect(studio.view(id)).toMatchObject({ delivery: 'sent', trouble: null })
  })
})

const look = 'PROPFIND 1'
const create = 'PUT mara/*.ics if-none-match'
const change = 'PUT mara/*.ics if-match'
const changes = 'REPORT mara/ since'
const one = 'GET mara/*.ics'

/** A booking from 14:00 that waits to be sent, whatever is there. */
const waiting = (studio: TestStudio, start = at(14)): string => {
  const row = { artistId: studio.artist.id, start, end: start + 2 * HOUR }
  const { appointment, placement } = addAppointment(studio.store, row)
  studio.store.transaction((tx) => tx.outbox.want(placement?.id ?? '', 'present', studio.clock.now))
  return appointment.id
}

/** The booking from 14:00 is moved to 18:00 here, but not yet in the calendar. */
const moveAway = async (studio: TestStudio): Promise<string> => {
  const { id, version } = await book(studio)
  const changed = { start: at(18), end: at(20) }
  valueOf(studio.commands.update({ id, version, changes: changed, overrule: true }))
  return id
}

describe('another booking whose change is not in the calendar yet', () => {
  it('does not take the time that it is about to leave', async () => {
    const studio = await connected()
    const away = await moveAway(studio)
    const id = waiting(studio)
    await script(studio.server, [look, [change, status(423)], create, changes, one], studio.sync)
    expect(studio.view(id)).toMatchObject({ delivery: 'sent', trouble: null })
    expect(studio.view(away)).toMatchObject({ delivery: 'waiting', trouble: null })
    expect(studio.notices()).toEqual([])
  })

  it('takes it still where the change is held back', async () => {
    const studio = await connected()
    const away = await moveAway(studio)
    studio.server.put(
      studio.url,
      'late.ics',
      eventText('late', ['DTSTART:20260304T173000Z', 'DTEND:20260304T183000Z']),
    )
    await script(studio.server, [look, changes, 'GET mara/late.ics'], studio.sync)
    expect(studio.view(away)).toMatchObject({ delivery: 'held', trouble: { kind: 'overlap' } })
    const id = waiting(studio)
    await script(studio.server, [look], studio.sync)
    expect(studio.view(id)).toMatchObject({
      delivery: 'held',
      trouble: { kind: 'overlap', message: expect.stringContaining('Ava Chen') },
    })
  })
})

describe('a booking with a change of its own under way', () => {
  it('is judged once that has arrived', async () => {
    const studio = await connected()
    const { id, version } = await book(studio)
    valueOf(studio.commands.approve({ id, version, overrule: false }))
    await script(studio.server, [look, [change, status(423)], changes], studio.sync)
    studio.server.put(studio.url, 'dentist.ics', dentist())
    await script(studio.server, [look, changes, 'GET mara/dentist.ics'], studio.sync)
    expect(studio.view(id)).toMatchObject({ delivery: 'waiting', trouble: null })
    studio.clock.now += 20 * MINUTE
    await script(studio.server, [look, change, changes, one], studio.sync)
    expect(studio.view(id)).toMatchObject({ delivery: 'sent', trouble: { kind: 'overlap' } })
  })

  it('that is held for an overlap is told of the next one, and sent once nothing is left', async () => {
    const studio = await connected()
    const { id } = valueOf(studio.commands.create(booking(studio.artist.id)))
    studio.server.put(studio.url, 'dentist.ics', dentist())
    await studio.sync()
    const about = (): unknown => studio.store.read.appointments.get(id)?.trouble?.about
    const before = about()
    studio.server.put(studio.url, 'more.ics', dentist().replace('UID:dentist', 'UID:more'))
    await studio.sync()
    expect(about()).not.toBe(before)
    await script(studio.server, [look], studio.sync)
    expect(studio.notices()).toHaveLength(2)
    studio.server.remove(studio.url, 'dentist.ics')
    await script(studio.server, [look, changes], studio.sync)
    expect(studio.view(id)).toMatchObject({ delivery: 'held', trouble: { kind: 'overlap' } })
    studio.server.remove(studio.url, 'more.ics')
    await script(studio.server, [look, changes, create, changes, one], studio.sync)
    expect(studio.view(id)).toMatchObject({ delivery: 'sent', trouble: null })
  })
})

it('two bookings that the artist has put at one time are both shown, until they part', async () => {
  const studio = await connected()
  const early = await book(studio, { start: at(11), end: at(13) })
  const { file } = only(studio)
  const late = await book(studio)
  studio.edit(file, (text) =>
    text.replaceAll('T110000', 'T150000').replaceAll('T130000', 'T170000'),
  )
  await studio.sync()
  const kinds = (): unknown => [early, late].map(({ id }) => studio.view(id).trouble?.kind ?? null)
  expect(kinds()).toEqual(['overlap', 'overlap'])
  studio.edit(file, (text) =>
    text.replaceAll('T150000', 'T110000').replaceAll('T170000', 'T130000'),
  )
  await studio.sync()
  expect(kinds()).toEqual([null, null])
})

it.each([
  ['is over', 0, null],
  ['is not over yet', -1, 'overlap'],
])('a booking that %s is not asked about, and else it is', async (_, before, kind) => {
  const studio = await connected()
  const { id, end } = await book(studio)
  studio.clock.now = end + before
  studio.server.put(studio.url, 'dentist.ics', dentist())
  await studio.sync()
  expect(studio.view(id).trouble?.kind ?? null).toBe(kind)
})
