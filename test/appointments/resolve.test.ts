import { expect, test } from 'vitest'
import type { Trouble } from '../../src/domain/views.ts'
import type { AppointmentRow } from '../../src/main/store/appointments.ts'
import { at, booking, errorOf, openTestDesk, valueOf } from '../support/desk.ts'
import { addBusy } from '../support/store.ts'

/** A confirmed booking the server knows, with something for a person to decide. */
const open = (trouble: Trouble | null, patch: Partial<AppointmentRow> = {}) => {
  const desk = openTestDesk()
  const { id } = valueOf(desk.commands.create(booking(desk.artistId, { status: 'CONFIRMED' })))
  const { id: placementId = '' } = desk.store.read.placements.current(id) ?? {}
  desk.store.transaction((tx) => {
    tx.placements.update(placementId, { caldavEtag: '"1"', baseHash: 'hash' })
    tx.outbox.remove(placementId)
    tx.appointments.update(id, { trouble, ...patch })
  })
  const resolve = (keep: 'theirs' | 'ours') => desk.commands.resolve({ id, version: 1, keep })
  return { ...desk, id, placementId, resolve }
}

const aside = { start: at(12), end: at(14), description: 'Moth', status: 'PENDING' as const }

test('nothing to decide', () => {
  expect(errorOf(open(null).resolve('ours')).kind).toBe('not-allowed')
})

test('changed there: theirs was taken over already', () => {
  const { resolve, store } = open({ kind: 'changed-there', message: 'x', aside })
  expect(valueOf(resolve('theirs'))).toMatchObject({ trouble: null, start: at(14), version: 2 })
  expect(store.read.outbox.all()).toEqual([])
})

test('changed there: ours comes back and is sent, if its time is free', () => {
  const first = open({ kind: 'changed-there', message: 'x', aside })
  expect(valueOf(first.resolve('ours'))).toMatchObject({
    ...aside,
    trouble: null,
    delivery: 'waiting',
  })
  const second = open({ kind: 'changed-there', message: 'x', aside })
  addBusy(second.store, second.calendar.id, { start: at(13), end: at(14) })
  expect(errorOf(second.resolve('ours')).kind).toBe('slot-taken')
  expect(second.store.read.appointments.get(second.id)?.trouble).not.toBeNull()
})

test('changed there while cancelled here: ours cancels again', () => {
  const { resolve, store, placementId } = open({
    kind: 'changed-there',
    message: 'x',
    aside: { ...aside, status: 'CANCELLED' },
  })
  expect(valueOf(resolve('ours')).status).toBe('CANCELLED')
  expect(store.read.outbox.get(placementId)?.intent).toBe('gone')
})

test('gone there: theirs leaves it cancelled, ours books again under a new UID', () => {
  const cancelled = { status: 'CANCELLED', cancelledBy: 'artist', cancelReason: 'x' } as const
  const trouble: Trouble = { kind: 'gone-there', message: 'x', aside }
  const first = open(trouble, cancelled)
  expect(valueOf(first.resolve('theirs'))).toMatchObject({ status: 'CANCELLED', trouble: null })

  const second = open(trouble, cancelled)
  const before = second.store.read.appointments.view(second.id)?.calendar
  const view = valueOf(second.resolve('ours'))
  expect(view).toMatchObject({ ...aside, trouble: null, cancelledBy: null, delivery: 'waiting' })
  expect(view.calendar?.placement).toBe(2)
  expect(view.calendar?.uid).not.toBe(before?.uid)
})

test('an overlap may be left as it is, and a held booking is then sent', () => {
  const trouble: Trouble = { kind: 'overlap', message: 'x', about: 'dentist@1' }
  const first = open(trouble)
  expect(errorOf(first.resolve('theirs')).kind).toBe('not-allowed')
  expect(valueOf(first.resolve('ours')).trouble).toBeNull()
  expect(first.store.read.outbox.all()).toEqual([])
  expect(first.store.read.appointments.get(first.id)?.acceptedOverlap).toBe('dentist@1')

  const held = open(trouble)
  held.store.transaction((tx) => {
    tx.outbox.want(held.placementId, 'present', 0)
    tx.outbox.update(held.placementId, { phase: 'held' })
  })
  expect(held.queries.list({ artistId: held.artistId })[0]?.delivery).toBe('held')
  expect(valueOf(held.resolve('ours')).delivery).toBe('waiting')
})

test('what the server refused is sent again without the old failure', () => {
  const { resolve, store, placementId } = open({ kind: 'refused', message: 'x' })
  store.transaction((tx) => {
    tx.outbox.want(placementId, 'present', 0)
    const failure = { kind: 'read-only', message: 'x' } as const
    tx.outbox.update(placementId, { phase: 'held', failure, attempts: 3, notBefore: at(20) })
  })
  expect(errorOf(resolve('theirs')).kind).toBe('not-allowed')
  valueOf(resolve('ours'))
  expect(store.read.outbox.get(placementId)).toMatchObject({
    phase: 'ready',
    failure: null,
    attempts: 0,
    notBefore: 0,
  })
})
