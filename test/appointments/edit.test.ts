import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { at, booking, errorOf, openTestDesk, valueOf } from '../support/desk.ts'
import { addArtist, addBusy, addCalendar } from '../support/store.ts'

const open = () => {
  const desk = openTestDesk()
  const created = valueOf(desk.commands.create(booking(desk.artistId)))
  return { ...desk, created }
}

/** As after a push: the server has the event and the outbox is empty. */
const acknowledge = ({ store, created }: ReturnType<typeof open>): string => {
  const { id = '' } = store.read.placements.current(created.id) ?? {}
  store.transaction((tx) => {
    tx.placements.update(id, { caldavEtag: '"1"', baseText: 'text', baseHash: 'hash' })
    tx.outbox.remove(id)
  })
  return id
}

test('a move to a free time counts up the version and is sent', () => {
  const desk = open()
  const { commands, store, created } = desk
  acknowledge(desk)
  const changes = { start: at(15), end: at(17) }
  const moved = valueOf(commands.update({ id: created.id, version: 1, changes, overrule: false }))
  expect(moved).toMatchObject({ ...changes, version: 2, delivery: 'waiting' })
  expect(moved.calendar?.uid).toBe(created.calendar?.uid)
  expect(store.read.audit.of(created.id).at(-1)).toMatchObject({
    action: 'moved',
    before: { start: at(14), end: at(16) },
    after: changes,
  })
})

test('its own event does not stand in its way, another one does', () => {
  const desk = open()
  const { commands, store, created, calendar } = desk
  acknowledge(desk)
  addBusy(store, calendar.id, { start: at(14), end: at(16) }, created.calendar?.uid)
  const changes = { start: at(15), end: at(17) }
  addBusy(store, calendar.id, { start: at(17), end: at(18) })
  const moved = valueOf(commands.update({ id: created.id, version: 1, changes, overrule: false }))
  const onto = { id: moved.id, version: 2, changes: { end: at(18) }, overrule: true }
  expect(errorOf(commands.update(onto)).kind).toBe('slot-taken')
  expect(store.read.appointments.get(created.id)).toMatchObject({ end: at(17), version: 2 })
})

test('what was seen in an older version is stale', () => {
  const { commands, created } = open()
  const input = { id: created.id, version: 1, changes: { description: 'Moth' }, overrule: false }
  valueOf(commands.update(input))
  expect(errorOf(commands.update(input)).kind).toBe('stale')
  expect(errorOf(commands.update({ ...input, id: randomUUID() })).kind).toBe('not-found')
})

test('a change of nothing changes nothing', () => {
  const { commands, store, created } = open()
  let events = 0
  store.onChange(() => events++)
  const changes = { description: created.description }
  const same = valueOf(commands.update({ id: created.id, version: 1, changes, overrule: false }))
  expect(same.version).toBe(1)
  expect(events).toBe(0)
})

test('notes, deposit and alternates do not ask whether the time is free', () => {
  const { commands, store, created, calendar } = open()
  addBusy(store, calendar.id, { start: at(14), end: at(16) })
  const changes = {
    notes: 'Secret',
    depositCents: 100,
    depositState: 'paid' as const,
    alternates: [{ start: at(34), end: at(36) }],
  }
  const view = valueOf(commands.update({ id: created.id, version: 1, changes, overrule: false }))
  expect(view).toMatchObject(changes)
  expect(JSON.stringify(store.read.audit.of(created.id))).not.toContain('Secret')
})

test('another artist: created there under a new UID, deleted here', () => {
  const desk = open()
  const { commands, store, created } = desk
  const old = acknowledge(desk)
  const ines = addCalendar(store, { artistId: addArtist(store, { name: 'Ines' }).id })
  const changes = { artistId: ines.artistId }
  const view = valueOf(commands.update({ id: created.id, version: 1, changes, overrule: false }))
  expect(view.calendar).toMatchObject({ calendarId: ines.id, placement: 2 })
  expect(view.calendar?.uid).not.toBe(created.calendar?.uid)
  expect(store.read.outbox.all().map(({ intent, calendarId }) => [intent, calendarId])).toEqual([
    ['gone', desk.calendar.id],
    ['present', ines.id],
  ])
  expect(store.read.outbox.get(old)).toMatchObject({ intent: 'gone', phase: 'ready' })
})

test('another artist before the first push: nothing is sent to the old one', () => {
  const { commands, store, created } = open()
  const ines = addCalendar(store, { artistId: addArtist(store, { name: 'Ines' }).id })
  const changes = { artistId: ines.artistId }
  valueOf(commands.update({ id: created.id, version: 1, changes, overrule: false }))
  expect(store.read.outbox.all()).toMatchObject([{ intent: 'present', calendarId: ines.id }])
})

test('another artist while it is being sent: the old one is deleted after it is verified', () => {
  const { commands, store, created } = open()
  const { id = '' } = store.read.placements.current(created.id) ?? {}
  store.transaction((tx) => tx.outbox.update(id, { phase: 'verify', sendingHash: 'h' }))
  const ines = addCalendar(store, { artistId: addArtist(store, { name: 'Ines' }).id })
  const changes = { artistId: ines.artistId }
  valueOf(commands.update({ id: created.id, version: 1, changes, overrule: false }))
  expect(store.read.outbox.get(id)).toMatchObject({ intent: 'gone', phase: 'verify' })
})

test('another artist who is busy, or has no calendar, is refused', () => {
  const { commands, store, created } = open()
  const ines = addCalendar(store, { artistId: addArtist(store, { name: 'Ines' }).id })
  addBusy(store, ines.id, { start: at(15), end: at(17) })
  const lone = addArtist(store)
  const to = (artistId: string) =>
    commands.update({ id: created.id, version: 1, changes: { artistId }, overrule: true })
  expect(errorOf(to(ines.artistId)).kind).toBe('slot-taken')
  expect(errorOf(to(lone.id)).kind).toBe('no-calendar')
  expect(store.read.appointments.get(created.id)?.version).toBe(1)
})

test('after its calendar was removed a change finds the new one', () => {
  const { commands, store, created, calendar } = open()
  store.transaction((tx) => tx.calendars.remove(calendar.id))
  const next = addCalendar(store, { artistId: calendar.artistId })
  const changes = { description: 'Moth' }
  const view = valueOf(commands.update({ id: created.id, version: 1, changes, overrule: false }))
  expect(view.calendar).toMatchObject({ calendarId: next.id, placement: 2 })
})

test('a cancelled booking and an unknown client are refused', () => {
  const { commands, created } = open()
  const input = { id: created.id, version: 1, changes: { clientId: randomUUID() }, overrule: false }
  expect(errorOf(commands.update(input)).field).toBe('clientId')
  valueOf(commands.cancel({ id: created.id, version: 1, reason: '' }))
  expect(errorOf(commands.update({ ...input, version: 2 })).kind).toBe('not-allowed')
})
