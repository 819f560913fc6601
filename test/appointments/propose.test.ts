import { expect, test } from 'vitest'
import { addArtist, addBusy, addCalendar } from '../support/store.ts'
import { at, booking, errorOf, openTestDesk, valueOf } from '../support/desk.ts'
import { book, connected, only, summary } from '../support/studio.ts'

const alternates = [
  { start: at(16), end: at(18) },
  { start: at(36), end: at(38) },
]

const open = () => {
  const desk = openTestDesk()
  const request = valueOf(desk.commands.create(booking(desk.artistId, { alternates })))
  const proposal = {
    id: request.id,
    version: 1,
    artistId: desk.artistId,
    start: at(16),
    end: at(18),
    note: 'Bring the sketch.',
    overrule: false,
  }
  return { ...desk, request, proposal }
}

test('a proposal moves the request, which stays one, and says so with its note', () => {
  const { commands, queries, request, proposal } = open()
  const proposed = valueOf(commands.propose(proposal))
  expect(proposed).toMatchObject({
    status: 'PENDING',
    start: at(16),
    end: at(18),
    version: 2,
    delivery: 'waiting',
    proposed: { note: 'Bring the sketch.' },
  })
  expect(proposed.alternates).toEqual([alternates[1]])
  expect(proposed.calendar?.uid).toBe(request.calendar?.uid)
  expect(queries.history({ id: request.id }).at(-1)).toMatchObject({
    actor: 'desk',
    action: 'proposed',
    before: { start: at(14), end: at(16), alternates },
    after: { start: at(16), end: at(18), note: 'Bring the sketch.' },
  })
})

test('undone, the request has its time and its alternates again and nothing is proposed', () => {
  const { commands, proposal } = open()
  valueOf(commands.propose(proposal))
  expect(valueOf(commands.undo({ id: proposal.id, version: 2 }))).toMatchObject({
    start: at(14),
    end: at(16),
    alternates,
    proposed: null,
  })
})

test('another artist at the same time is a proposal too, and its undoing', () => {
  const { commands, store, proposal } = open()
  const artistId = addArtist(store, { name: 'Jonas' }).id
  addCalendar(store, { artistId })
  const there = { ...proposal, artistId, start: at(14), end: at(16), note: '' }
  expect(valueOf(commands.propose(there))).toMatchObject({ artistId, proposed: { note: '' } })
  expect(valueOf(commands.undo({ id: proposal.id, version: 2 })).proposed).toBeNull()
})

test('a move, an approval or a decline ends what was proposed', () => {
  const { commands, proposal } = open()
  const { id } = proposal
  valueOf(commands.propose(proposal))
  const approved = valueOf(commands.approve({ id, version: 2, overrule: false }))
  expect(approved).toMatchObject({ status: 'CONFIRMED', start: at(16), proposed: null })
  const second = open()
  valueOf(second.commands.propose(second.proposal))
  const changes = { start: at(12), end: at(14) }
  const seen = { id: second.request.id, version: 2 }
  const moved = valueOf(second.commands.update({ ...seen, changes, overrule: false }))
  expect(moved.proposed).toBeNull()
})

test('only a request, only another time, only a free one', () => {
  const { commands, store, calendar, proposal } = open()
  const { id } = proposal
  const same = { ...proposal, start: at(14), end: at(16) }
  expect(errorOf(commands.propose(same))).toMatchObject({ kind: 'not-allowed', field: 'start' })
  addBusy(store, calendar.id, { start: at(16), end: at(17) })
  expect(errorOf(commands.propose(proposal)).kind).toBe('slot-taken')
  expect(errorOf(commands.propose({ ...proposal, overrule: true })).kind).toBe('slot-taken')
  valueOf(commands.approve({ id, version: 1, overrule: false }))
  const late = { ...proposal, version: 2, start: at(12), end: at(14) }
  expect(errorOf(commands.propose(late)).kind).toBe('not-allowed')
})

test('the event moves along and stays a request; the note is not in it', async () => {
  const studio = await connected()
  const { id, artistId } = await book(studio)
  const note = 'Bring the sketch.'
  const seen = { id, version: studio.view(id).version, artistId }
  valueOf(studio.commands.propose({ ...seen, start: at(16), end: at(18), note, overrule: false }))
  await studio.sync()
  expect(summary(only(studio).text)).toBe('REQUEST: Ava Chen - Fern sleeve')
  expect(only(studio).text).toContain('T160000')
  expect(only(studio).text).not.toContain('sketch')
  expect(studio.view(id)).toMatchObject({ delivery: 'sent', proposed: { note } })
})
