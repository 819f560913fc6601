import { expect, test } from 'vitest'
import { at, booking, errorOf, openTestDesk, valueOf } from '../support/desk.ts'
import { addBusy } from '../support/store.ts'

const alternates = [
  { start: at(34), end: at(36) },
  { start: at(38), end: at(40) },
]

const open = () => {
  const desk = openTestDesk()
  const created = valueOf(desk.commands.create(booking(desk.artistId, { alternates })))
  const { id: placementId = '' } = desk.store.read.placements.current(created.id) ?? {}
  return { ...desk, id: created.id, placementId }
}

test('approving confirms and is sent', () => {
  const { commands, store, id, placementId } = open()
  store.transaction((tx) => tx.outbox.remove(placementId))
  const view = valueOf(commands.approve({ id, version: 1, overrule: false }))
  expect(view).toMatchObject({ status: 'CONFIRMED', version: 2, delivery: 'waiting', alternates })
  expect(errorOf(commands.approve({ id, version: 1, overrule: false })).kind).toBe('stale')
  expect(errorOf(commands.approve({ id, version: 2, overrule: false })).kind).toBe('not-allowed')
})

test('a request whose time was taken since is not approved; an alternate is, in one step', () => {
  const { commands, store, id, calendar } = open()
  addBusy(store, calendar.id, { start: at(15), end: at(16) })
  addBusy(store, calendar.id, { start: at(35), end: at(36) })
  const approve = (alternate?: number) =>
    commands.approve({
      id,
      version: 1,
      overrule: true,
      ...(alternate !== undefined && { alternate }),
    })
  expect(errorOf(approve()).kind).toBe('slot-taken')
  expect(errorOf(approve(0)).kind).toBe('slot-taken')
  expect(errorOf(approve(2))).toMatchObject({ kind: 'invalid-input', field: 'alternate' })
  expect(valueOf(approve(1))).toMatchObject({
    ...alternates[1],
    status: 'CONFIRMED',
    version: 2,
    alternates: [alternates[0]],
  })
})

test('declining a request that was never sent leaves nothing to send', () => {
  const { commands, store, id } = open()
  const view = valueOf(commands.decline({ id, version: 1, reason: 'Too large' }))
  expect(view).toMatchObject({
    status: 'CANCELLED',
    cancelledBy: 'desk',
    cancelReason: 'Too large',
    delivery: 'sent',
  })
  expect(store.read.outbox.all()).toEqual([])
  expect(errorOf(commands.decline({ id, version: 2, reason: '' })).kind).toBe('not-allowed')
})

test('cancelling deletes the event that is there and frees the time at once', () => {
  const { commands, store, id, placementId, artistId, calendar } = open()
  const uid = store.read.placements.get(placementId)?.caldavUid
  store.transaction((tx) => {
    tx.placements.update(placementId, { caldavEtag: '"1"' })
    tx.outbox.remove(placementId)
  })
  addBusy(store, calendar.id, { start: at(14), end: at(16) }, uid)
  valueOf(commands.cancel({ id, version: 1, reason: '' }))
  expect(store.read.outbox.get(placementId)).toMatchObject({ intent: 'gone', phase: 'ready' })
  valueOf(commands.create(booking(artistId)))
})

test('a cancellation that waits to be verified goes on waiting', () => {
  const { commands, store, id, placementId } = open()
  store.transaction((tx) => tx.outbox.update(placementId, { phase: 'verify' }))
  valueOf(commands.cancel({ id, version: 1, reason: '' }))
  expect(store.read.outbox.get(placementId)).toMatchObject({
    intent: 'gone',
    phase: 'verify',
    revision: 2,
  })
})

test('the day’s course: arrived, completed, and back after a wrong click', () => {
  const { commands, id } = open()
  const mark = (version: number, status: 'CONFIRMED' | 'ARRIVED' | 'COMPLETED' | 'NO_SHOW') =>
    commands.mark({ id, version, status })
  expect(errorOf(mark(1, 'CONFIRMED')).kind).toBe('not-allowed')
  valueOf(commands.approve({ id, version: 1, overrule: false }))
  expect(valueOf(mark(2, 'ARRIVED')).status).toBe('ARRIVED')
  expect(valueOf(mark(3, 'COMPLETED')).status).toBe('COMPLETED')
  expect(errorOf(mark(4, 'NO_SHOW')).kind).toBe('not-allowed')
  expect(errorOf(commands.cancel({ id, version: 4, reason: '' })).kind).toBe('not-allowed')
  expect(valueOf(mark(4, 'CONFIRMED')).status).toBe('CONFIRMED')
})

test('a no-show keeps its event, takes no time, and comes back only where it is still free', () => {
  const { commands, store, id, placementId, artistId, calendar } = open()
  valueOf(commands.approve({ id, version: 1, overrule: false }))
  valueOf(commands.mark({ id, version: 2, status: 'NO_SHOW' }))
  expect(store.read.outbox.get(placementId)?.intent).toBe('present')
  const uid = store.read.placements.get(placementId)?.caldavUid
  store.transaction((tx) => tx.outbox.remove(placementId))
  addBusy(store, calendar.id, { start: at(14), end: at(16) }, uid)

  const walkIn = valueOf(commands.create(booking(artistId, { status: 'CONFIRMED' })))
  expect(errorOf(commands.mark({ id, version: 3, status: 'ARRIVED' })).kind).toBe('slot-taken')
  valueOf(commands.cancel({ id: walkIn.id, version: 1, reason: '' }))
  expect(valueOf(commands.mark({ id, version: 3, status: 'ARRIVED' })).status).toBe('ARRIVED')
})

test('since when a client is here is in the log, and outlives a correction', () => {
  let now = at(14)
  const { commands, artistId } = openTestDesk({ now: () => now })
  const { id, statusSince } = valueOf(
    commands.create(booking(artistId, { status: 'CONFIRMED', start: at(16), end: at(18) })),
  )
  expect(statusSince).toBeNull()
  const mark = (hour: number, version: number, status: 'ARRIVED' | 'COMPLETED' | 'CONFIRMED') => {
    now = at(hour)
    return valueOf(commands.mark({ id, version, status })).statusSince
  }
  expect(mark(15, 1, 'ARRIVED')).toBe(at(15))
  expect(mark(17, 2, 'COMPLETED')).toBe(at(17))
  expect(mark(18, 3, 'ARRIVED')).toBe(at(15))
  expect(mark(19, 4, 'CONFIRMED')).toBeNull()
  expect(mark(20, 5, 'ARRIVED')).toBe(at(20))
})
