import { expect, it } from 'vitest'
import type { AppointmentView } from '../../src/domain/views.ts'
import { at, valueOf } from '../support/desk.ts'
import { script } from '../support/script.ts'
import { addArtist, addCalendar } from '../support/store.ts'
import { book, connected, only, summary, type TestStudio } from '../support/studio.ts'

const look = 'PROPFIND 1'
const changes = 'REPORT mara/ since'
const one = 'GET mara/*.ics'
const change = 'PUT mara/*.ics if-match'

/** A booking whose event the artist has deleted, with what it was. */
const deleted = async (over: Parameters<typeof book>[1] = {}) => {
  const studio = await connected()
  const booked = await book(studio, over)
  const { file, text } = only(studio)
  studio.server.remove(studio.url, file)
  await studio.sync()
  expect(studio.view(booked.id)).toMatchObject({ status: 'CANCELLED', cancelledBy: 'artist' })
  const putBack = (edit = (given: string) => given): void =>
    void studio.server.put(studio.url, file, edit(text))
  return { studio, booked, putBack }
}

it('an event taken out of the trash bin is its booking again, and staff hear of it', async () => {
  const { studio, booked, putBack } = await deleted()
  putBack()
  await script(studio.server, [look, changes, one], studio.sync)
  expect(studio.view(booked.id)).toMatchObject({
    status: 'PENDING',
    cancelledBy: null,
    cancelReason: null,
    description: 'Fern sleeve',
    start: at(14),
    delivery: 'sent',
    trouble: null,
    calendar: { uid: booked.calendar?.uid },
  })
  expect(studio.notices()[0]).toMatch(
    /^restored: Ava Chen, .* is in Mara’s calendar again, and booked again\.$/,
  )
  expect(studio.store.read.audit.of(booked.id).at(-1)).toMatchObject({
    action: 'reopened',
    actor: 'artist',
  })
  await script(studio.server, [look], studio.sync)

  const { version } = studio.view(booked.id)
  valueOf(studio.commands.approve({ id: booked.id, version, overrule: false }))
  await studio.sync()
  expect(summary(only(studio).text)).toBe('Ava Chen - Fern sleeve')
})

it('a client who is here is so since they arrived, not since the event was put back', async () => {
  const studio = await connected()
  const { id, version } = await book(studio)
  valueOf(studio.commands.approve({ id, version, overrule: false }))
  valueOf(studio.commands.mark({ id, version: version + 1, status: 'ARRIVED' }))
  await studio.sync()
  const { statusSince } = studio.view(id)
  const { file, text } = only(studio)
  studio.clock.now += 60_000
  studio.server.remove(studio.url, file)
  await studio.sync()
  studio.server.put(studio.url, file, text)
  await studio.sync()
  expect(studio.view(id)).toMatchObject({ status: 'ARRIVED', statusSince })
})

it('an event put back somewhere else on the way is taken as it is', async () => {
  const { studio, booked, putBack } = await deleted()
  putBack((text) => text.replaceAll('T14', 'T17').replaceAll('T16', 'T19').replace('REQUEST: ', ''))
  await studio.sync()
  expect(studio.view(booked.id)).toMatchObject({
    status: 'CONFIRMED',
    start: at(17),
    end: at(19),
    delivery: 'sent',
    trouble: null,
  })
})

it('a time that was given away meanwhile is shown as taken twice', async () => {
  const { studio, booked, putBack } = await deleted()
  const other = await book(studio, { description: 'Moth' })
  putBack()
  await studio.sync()
  expect(studio.view(booked.id).status).toBe('PENDING')
  expect([studio.view(booked.id).trouble?.kind, studio.view(other.id).trouble?.kind]).toEqual([
    'overlap',
    'overlap',
  ])
})

it('an event cancelled by its status and then not is its booking again, title and all', async () => {
  const studio = await connected()
  const { id } = await book(studio)
  const { file } = only(studio)
  studio.edit(file, (text) => text.replace('STATUS:TENTATIVE', 'STATUS:CANCELLED'))
  await studio.sync()
  studio.edit(file, (text) => text.replace('Fern sleeve', 'Moth'))
  await studio.sync()
  expect(studio.view(id)).toMatchObject({ status: 'CANCELLED', trouble: null })
  studio.edit(file, (text) => text.replace('STATUS:CANCELLED', 'STATUS:CONFIRMED'))
  await script(studio.server, [look, changes, one, change, changes, one], studio.sync)
  expect(studio.view(id)).toMatchObject({
    status: 'CONFIRMED',
    description: 'Moth',
    delivery: 'sent',
    trouble: null,
  })
  expect(summary(only(studio).text)).toBe('Ava Chen - Moth')
})

it('what was being changed here when the event went is offered still', async () => {
  const studio = await connected()
  const { id, version } = await book(studio)
  const { file, text } = only(studio)
  valueOf(
    studio.commands.update({ id, version, changes: { description: 'Moth' }, overrule: false }),
  )
  studio.server.remove(studio.url, file)
  await studio.sync()
  expect(studio.view(id).trouble?.kind).toBe('gone-there')
  studio.server.put(studio.url, file, text)
  await studio.sync()
  expect(studio.view(id)).toMatchObject({
    status: 'PENDING',
    description: 'Fern sleeve',
    trouble: { kind: 'changed-there', ours: expect.objectContaining({}) },
  })
  const now = studio.view(id)
  valueOf(studio.commands.resolve({ id, version: now.version, keep: 'ours' }))
  await studio.sync()
  expect(studio.view(id)).toMatchObject({ description: 'Moth', delivery: 'sent', trouble: null })
  expect(summary(only(studio).text)).toBe('REQUEST: Ava Chen - Moth')
})

it('an event that cannot be read when it is back is its booking once it can', async () => {
  const { studio, booked, putBack } = await deleted()
  putBack((text) => text.replace(/^DTSTART;TZID.*$/m, 'DTSTART:soon'))
  await studio.sync()
  expect(studio.view(booked.id)).toMatchObject({ status: 'CANCELLED', trouble: null })
  putBack()
  await studio.sync()
  expect(studio.view(booked.id).status).toBe('PENDING')
})

it('what the desk cancelled stays cancelled when its event is back: staff hear that it takes the time', async () => {
  const studio = await connected()
  const { id, version } = await book(studio)
  const { file, text } = only(studio)
  valueOf(studio.commands.cancel({ id, version, reason: '' }))
  await studio.sync()
  studio.server.put(studio.url, file, text)
  await script(studio.server, [look, changes, one], studio.sync)
  expect(studio.view(id)).toMatchObject({ status: 'CANCELLED', cancelledBy: 'desk', trouble: null })
  expect(studio.notices()[0]).toMatch(
    /^conflict: Ava Chen, .* is cancelled, and its event is in Mara’s calendar all the same/,
  )
  const { artist, availability } = studio
  const asked = { artistId: artist.id, start: at(14), end: at(16), from: 'local' as const }
  expect(availability.check(asked)).toMatchObject({ value: { available: false } })
  await script(studio.server, [look], studio.sync)
})

/** Cancelled in the calendar by its status while the desk was giving the event up too; then not any more. */
const cancelledByBoth = async (giveUp: (studio: TestStudio, view: AppointmentView) => unknown) => {
  const studio = await connected()
  const booked = await book(studio)
  const { file } = only(studio)
  studio.edit(file, (text) => text.replace('STATUS:TENTATIVE', 'STATUS:CANCELLED'))
  giveUp(studio, booked)
  await studio.sync()
  expect(studio.view(booked.id).trouble).toBeNull()
  const notices = studio.notices()
  studio.edit(file, (text) => text.replace('STATUS:CANCELLED', 'STATUS:CONFIRMED'))
  await studio.sync()
  const told = studio.notices().slice(0, studio.notices().length - notices.length)
  return { studio, view: studio.view(booked.id), told }
}

it('an event cancelled on both sides and taken back by the artist is told of', async () => {
  const { view, told } = await cancelledByBoth(({ commands }, { id, version }) =>
    valueOf(commands.cancel({ id, version, reason: '' })),
  )
  expect(view).toMatchObject({ status: 'CANCELLED', cancelledBy: 'desk' })
  expect(told).toEqual([expect.stringContaining('its event is in Mara’s calendar all the same')])
})

it('an event cancelled while its booking moved away, and taken back, is a second one', async () => {
  const { studio, view, told } = await cancelledByBoth((given, { id, version }) => {
    const jonas = addArtist(given.store, { name: 'Jonas' })
    const url = given.server.mkcalendar({ user: 'desk', name: 'jonas' })
    addCalendar(given.store, { artistId: jonas.id, accountId: given.account.id, url })
    valueOf(
      given.commands.update({ id, version, changes: { artistId: jonas.id }, overrule: false }),
    )
  })
  expect(view).toMatchObject({ status: 'PENDING', trouble: { kind: 'changed-there' } })
  expect(told).toEqual([expect.stringContaining('a second event of this booking in Mara’s')])
  expect(studio.events()).toHaveLength(1)
})
