import { describe, expect, it } from 'vitest'
import type { AuditEntry, AuditFields } from '../../src/domain/views.ts'
import { changedFields, type AuditNames } from '../../src/renderer/format/changed-fields.ts'
import { lastMove } from '../../src/renderer/requests/changed-there.tsx'

const at = (hour: number): number => Date.UTC(2026, 10, 27, hour)

const names: AuditNames = {
  place: { zone: 'UTC', locale: 'en-GB' },
  money: (cents) => `€${cents / 100}`,
  artist: (id) => ({ mara: 'Mara Lind', ilka: 'Ilka Pohl' })[id] ?? '',
}

const entry = (
  actor: AuditEntry['actor'],
  before: AuditFields | null,
  after: AuditFields | null,
): AuditEntry => ({ id: 1, at: at(10), actor, action: 'moved', before, after })

describe('an entry of the audit log', () => {
  it('shows each field before and after', () => {
    const before = { artistId: 'mara', start: at(12), end: at(14), depositCents: null }
    const after = { artistId: 'ilka', start: at(11), end: at(13), depositCents: 8_000 }
    expect(changedFields(entry('desk', before, after), names)).toEqual([
      { name: 'Time', before: 'Fri 27 Nov, 12:00–14:00', after: 'Fri 27 Nov, 11:00–13:00' },
      { name: 'Artist', before: 'Mara Lind', after: 'Ilka Pohl' },
      { name: 'Deposit', before: '', after: '€80' },
    ])
  })

  it('says a deposit as a phrase, and what the client was to be told', () => {
    const after = { depositCents: 8_000, depositState: 'asked', note: 'Bring the atlas.' } as const
    expect(changedFields(entry('desk', { depositState: 'paid' }, after), names)).toEqual([
      { name: 'Deposit', before: 'Paid', after: '€80, not paid yet' },
      { name: 'Note for the client', before: '', after: 'Bring the atlas.' },
    ])
  })

  it('shows the one end that moved', () => {
    expect(changedFields(entry('artist', { end: at(14) }, { end: at(15) }), names)).toEqual([
      { name: 'Time', before: 'Fri 27 Nov, 14:00', after: 'Fri 27 Nov, 15:00' },
    ])
  })

  it('shows what a new booking began with', () => {
    const after = { description: 'Fern', status: 'PENDING', alternates: [] } as const
    expect(changedFields(entry('desk', null, after), names)).toEqual([
      { name: 'Description', before: '', after: 'Fern' },
      { name: 'Status', before: '', after: 'Request' },
    ])
  })
})

describe('the move a request asks about', () => {
  const booked = entry('desk', null, { start: at(9), end: at(10) })
  const theirs = entry('artist', { start: at(9), end: at(10) }, { start: at(11), end: at(12) })
  const ours = entry('desk', { start: at(11), end: at(12) }, { start: at(9), end: at(10) })
  const renamed = entry('desk', { description: 'Fern' }, { description: 'Ferns' })

  it.each([
    ['nobody moved it', [booked], null],
    [
      'the artist moved it',
      [booked, theirs],
      { at: at(10), before: { start: at(9), end: at(10) } },
    ],
    [
      'something else changed since',
      [booked, theirs, renamed],
      { at: at(10), before: { start: at(9), end: at(10) } },
    ],
    ['the desk moved it back', [booked, theirs, ours], null],
  ])('where %s', (_, history, move) => {
    expect(lastMove(history)).toEqual(move)
  })
})
