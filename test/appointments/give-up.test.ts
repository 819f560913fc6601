import { expect, test } from 'vitest'
import { at, booking, errorOf, openTestDesk, valueOf } from '../support/desk.ts'
import type { EventFacts } from '../../src/domain/event-facts.ts'

/** A request that waits to be sent. */
const open = () => {
  const desk = openTestDesk()
  const made = valueOf(desk.commands.create(booking(desk.artistId)))
  const { id: placementId = '' } = desk.store.read.placements.current(made.id) ?? {}
  const giveUp = (version: number) => desk.commands.giveUp({ id: made.id, version })
  return { ...desk, made, placementId, giveUp }
}

const agreed: EventFacts = {
  start: at(14),
  end: at(16),
  summary: 'REQUEST: Ava Chen - Swallow',
  description: '',
  status: 'TENTATIVE',
  linework: { STATUS: 'PENDING' },
}

/** The same after the calendar has taken it over. */
const openSent = (facts: Partial<EventFacts> = {}) => {
  const desk = open()
  desk.store.transaction((tx) => {
    tx.placements.update(desk.placementId, {
      caldavEtag: '"1"',
      baseHash: 'hash',
      baseText: 'text',
      agreed: { ...agreed, ...facts },
    })
    tx.outbox.remove(desk.placementId)
  })
  return desk
}

test('what the calendar never had is cancelled, and nothing is sent', () => {
  const { giveUp, store } = open()
  expect(valueOf(giveUp(1))).toMatchObject({ status: 'CANCELLED', cancelledBy: 'desk' })
  expect(store.read.outbox.all()).toEqual([])
})

test('a change is taken back to what the calendar has', () => {
  const { commands, giveUp, store, made } = openSent()
  const changed = valueOf(
    commands.update({
      id: made.id,
      version: 1,
      changes: { start: at(11), end: at(12), description: 'Moth' },
      overrule: false,
    }),
  )
  expect(store.read.outbox.all()).toHaveLength(1)
  expect(valueOf(giveUp(changed.version))).toMatchObject({
    start: at(14),
    end: at(16),
    description: 'Swallow',
    status: 'PENDING',
  })
  expect(store.read.outbox.all()).toEqual([])
  expect(store.read.audit.of(made.id).at(-1)).toMatchObject({
    actor: 'desk',
    action: 'given-up',
    after: { start: at(14), description: 'Swallow' },
  })
})

test('a cancellation is taken back: the event is still there', () => {
  const { commands, giveUp, made } = openSent({ status: 'CONFIRMED', linework: {} })
  const gone = valueOf(commands.cancel({ id: made.id, version: 1, reason: 'flu' }))
  const { status, cancelReason } = valueOf(giveUp(gone.version))
  // Who wrote the title left the prefix in it.
  expect({ status, cancelReason }).toEqual({ status: 'PENDING', cancelReason: null })
})

test('what may have arrived has to be looked at first', () => {
  const { giveUp, store, placementId } = open()
  store.transaction((tx) => tx.outbox.update(placementId, { phase: 'verify' }))
  expect(errorOf(giveUp(1)).kind).toBe('not-allowed')
  expect(store.read.outbox.all()).toHaveLength(1)
})

test('what waits no more cannot be given up, nor what somebody changed meanwhile', () => {
  const { giveUp } = openSent()
  expect(errorOf(giveUp(1)).kind).toBe('not-allowed')
  expect(errorOf(open().giveUp(2)).kind).toBe('stale')
})
