import { expect, test } from 'vitest'
import { MINUTE } from '../../src/domain/interval.ts'
import { at, booking, errorOf, openTestDesk, valueOf } from '../support/desk.ts'
import { addArtist, addBusy, addCalendar, NOW } from '../support/store.ts'
import { book, connected, only, summary, type TestStudio } from '../support/studio.ts'

const open = () => {
  const clock = { now: NOW }
  const desk = openTestDesk({ now: () => clock.now })
  const { id } = valueOf(desk.commands.create(booking(desk.artistId, { status: 'CONFIRMED' })))
  return { ...desk, clock, id }
}

const later = { start: at(16), end: at(18) }

test('a move goes back, once, and is in the history', () => {
  const { commands, queries, id } = open()
  valueOf(commands.update({ id, version: 1, changes: later, overrule: false }))
  expect(valueOf(commands.undo({ id, version: 2 }))).toMatchObject({
    start: at(14),
    end: at(16),
    version: 3,
    delivery: 'waiting',
  })
  expect(queries.history({ id }).at(-1)).toMatchObject({
    actor: 'desk',
    action: 'undone',
    after: { start: at(14), end: at(16) },
  })
  expect(errorOf(commands.undo({ id, version: 3 })).kind).toBe('not-allowed')
})

test('not from an older view, not after ten minutes, not a booking itself', () => {
  const { commands, clock, id } = open()
  expect(errorOf(commands.undo({ id, version: 1 })).kind).toBe('not-allowed')
  valueOf(commands.update({ id, version: 1, changes: later, overrule: false }))
  expect(errorOf(commands.undo({ id, version: 1 })).kind).toBe('stale')
  clock.now += 10 * MINUTE + 1
  expect(errorOf(commands.undo({ id, version: 2 })).kind).toBe('not-allowed')
})

test('not where the time was taken since', () => {
  const { commands, calendar, store, artistId, id } = open()
  valueOf(commands.update({ id, version: 1, changes: later, overrule: false }))
  addBusy(store, calendar.id, { start: at(15), end: at(16) })
  expect(errorOf(commands.undo({ id, version: 2 }))).toMatchObject({
    kind: 'slot-taken',
    message: 'Overlaps “Dentist” 15:00–16:00',
  })
  valueOf(commands.cancel({ id, version: 2, reason: '' }))
  valueOf(commands.create(booking(artistId, later)))
  expect(errorOf(commands.undo({ id, version: 3 })).kind).toBe('slot-taken')
})

test('another artist, a mark, an approved alternate and an edit go back as well', () => {
  const { commands, store, artistId, id } = open()
  const other = addArtist(store, { name: 'Jonas' }).id
  addCalendar(store, { artistId: other })
  const view = (version: number) => ({ id, version })
  valueOf(commands.update({ ...view(1), changes: { artistId: other }, overrule: false }))
  expect(valueOf(commands.undo(view(2))).artistId).toBe(artistId)
  valueOf(commands.mark({ ...view(3), status: 'NO_SHOW' }))
  expect(valueOf(commands.undo(view(4))).status).toBe('CONFIRMED')
  valueOf(commands.update({ ...view(5), changes: { description: 'Swallow' }, overrule: false }))
  expect(valueOf(commands.undo(view(6))).description).toBe('Fern sleeve')

  const alternates = [{ start: at(17), end: at(19) }]
  const request = valueOf(
    commands.create(booking(artistId, { start: at(12), end: at(14), alternates })),
  )
  valueOf(commands.approve({ id: request.id, version: 1, alternate: 0, overrule: false }))
  expect(valueOf(commands.undo({ id: request.id, version: 2 }))).toMatchObject({
    status: 'PENDING',
    start: at(12),
    alternates,
  })
})

test('a cancellation that was not sent yet is only forgotten', () => {
  const { commands, store, id } = open()
  const placement = store.read.placements.current(id)
  store.transaction((tx) => tx.placements.update(placement?.id ?? '', { caldavEtag: '"1"' }))
  store.transaction((tx) => tx.outbox.remove(placement?.id ?? ''))
  valueOf(commands.cancel({ id, version: 1, reason: 'Ill' }))
  expect(valueOf(commands.undo({ id, version: 2 }))).toMatchObject({
    status: 'CONFIRMED',
    cancelledBy: null,
    cancelReason: null,
    calendar: { placement: 1 },
  })
  expect(store.read.outbox.all()).toMatchObject([{ intent: 'present' }])
})

test('what was overruled is in the history', () => {
  const { commands, queries, id } = open()
  const changes = { start: at(20), end: at(21) }
  valueOf(commands.update({ id, version: 1, changes, overrule: true }))
  expect(queries.history({ id }).at(-1)?.after).toEqual({ ...changes, overruled: 'outside-hours' })
  expect(queries.history({ id })[0]?.after).not.toHaveProperty('overruled')
})

const moved = async (studio: TestStudio) => {
  const { id } = await book(studio, { status: 'CONFIRMED' })
  valueOf(studio.commands.update({ id, version: 1, changes: later, overrule: false }))
  await studio.sync()
  return id
}

test('a move that was sent is moved back in the calendar', async () => {
  const studio = await connected()
  const id = await moved(studio)
  valueOf(studio.commands.undo({ id, version: studio.view(id).version }))
  await studio.sync()
  expect(only(studio).text).toContain('T140000')
  expect(studio.view(id)).toMatchObject({ start: at(14), delivery: 'sent', trouble: null })
})

test('a cancellation that was sent comes back as a new event', async () => {
  const studio = await connected()
  const { id, calendar } = await book(studio)
  valueOf(studio.commands.decline({ id, version: 1, reason: '' }))
  await studio.sync()
  expect(studio.events()).toEqual([])
  valueOf(studio.commands.undo({ id, version: studio.view(id).version }))
  await studio.sync()
  expect(summary(only(studio).text)).toBe('REQUEST: Ava Chen - Fern sleeve')
  expect(only(studio).text).not.toContain(calendar?.uid)
  expect(studio.view(id)).toMatchObject({ status: 'PENDING', delivery: 'sent', trouble: null })
})

test('what the artist changed meanwhile is not undone, and why is said', async () => {
  const studio = await connected()
  const id = await moved(studio)
  studio.edit(only(studio).file, (text) => text.replaceAll('T160000', 'T163000'))
  await studio.sync()
  const { version } = studio.view(id)
  expect(errorOf(studio.commands.undo({ id, version }))).toMatchObject({
    kind: 'stale',
    message: 'Mara moved this booking to Wed 4 Mar, 16:30–18:00 in the calendar in the meantime.',
  })
})

test('what the artist changed and nobody has read yet wins over the undo', async () => {
  const studio = await connected()
  const id = await moved(studio)
  studio.edit(only(studio).file, (text) => text.replaceAll('T160000', 'T163000'))
  valueOf(studio.commands.undo({ id, version: studio.view(id).version }))
  await studio.sync()
  expect(studio.view(id)).toMatchObject({
    start: at(16.5),
    trouble: { kind: 'changed-there' },
  })
})
