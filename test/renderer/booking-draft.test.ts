import { describe, expect, test } from 'vitest'
import { questions } from '../../src/contract/questions.ts'
import type { Availability } from '../../src/domain/availability.ts'
import type { AppointmentView } from '../../src/domain/views.ts'
import { obstacle, toCreate, toUpdate } from '../../src/renderer/booking/save.ts'
import type { Check } from '../../src/renderer/stores/availability-watch.ts'
import { draftOf, intervalOf, isDirty, newDraft } from '../../src/renderer/stores/draft.ts'

const zone = 'Europe/Berlin'
const artistId = '11111111-1111-4111-8111-111111111111'
const clientId = '22222222-2222-4222-8222-222222222222'
const id = '33333333-3333-4333-8333-333333333333'

const empty = newDraft(id, artistId, { date: '2026-11-24', start: 14 * 60 }, 120)
const filled = {
  ...empty,
  client: { kind: 'new', name: 'Wanda Fischer', email: '', phone: '' },
  description: 'Raven',
  deposit: '80,50',
  alternates: [{ date: '2026-11-25', start: 13 * 60 }],
} as const

const answer = (changes: Partial<Availability> = {}): Check => ({
  phase: 'settled',
  failure: null,
  answer: {
    artistId,
    ...intervalOf(empty, 120, zone),
    available: true,
    reason: null,
    message: null,
    blockers: [],
    overrulable: false,
    unreadable: 0,
    checked: 'server',
    asOf: 0,
    ...changes,
  },
})

const appointment: AppointmentView = {
  id,
  artistId,
  clientId,
  clientName: 'Wanda Fischer',
  clientEmail: '',
  clientPhone: '',
  description: 'Raven',
  ...intervalOf(empty, 120, zone),
  status: 'PENDING',
  alternates: [intervalOf({ date: '2026-11-25', start: 780 }, 120, zone)],
  depositCents: 8050,
  depositState: 'paid',
  notes: '',
  createdAt: 0,
  updatedAt: 0,
  version: 4,
  cancelledBy: null,
  cancelReason: null,
  delivery: 'sent',
  statusSince: null,
  movedByArtist: false,
  proposed: null,
  trouble: null,
  calendar: null,
}

describe('what is sent', () => {
  test('a new booking passes the contract and keeps the id of its form', () => {
    const sent = toCreate(filled, zone, 'PENDING', false)
    const parsed = questions['appointments.create'].input.parse(sent)
    expect(parsed).toMatchObject({
      id,
      start: Date.parse('2026-11-24T13:00:00Z'),
      end: Date.parse('2026-11-24T15:00:00Z'),
      depositCents: 8050,
      status: 'PENDING',
      client: { name: 'Wanda Fischer' },
    })
    expect(parsed.alternates).toEqual([
      { start: Date.parse('2026-11-25T12:00:00Z'), end: Date.parse('2026-11-25T14:00:00Z') },
    ])
  })

  test('a change says which version was seen, and an untouched form changes nothing', () => {
    const sent = toUpdate(draftOf(appointment, zone), zone, false)
    const parsed = questions['appointments.update'].input.parse(sent)
    expect(parsed).toMatchObject({
      id,
      version: 4,
      changes: {
        start: appointment.start,
        end: appointment.end,
        clientId,
        depositCents: 8050,
        alternates: appointment.alternates,
      },
    })
  })

  test('without a client or an artist there is nothing to send', () => {
    expect(toCreate(empty, zone, 'CONFIRMED', false)).toBeNull()
    expect(toCreate({ ...filled, artistId: null }, zone, 'CONFIRMED', false)).toBeNull()
    expect(toUpdate(filled, zone, false)).toBeNull()
  })
})

describe('what keeps a booking from being saved', () => {
  test('nothing, when the time is free and the client is there', () => {
    expect(obstacle(filled, answer(), false)).toBeNull()
  })

  test('no answer yet', () => {
    expect(obstacle(filled, { phase: 'asking', answer: null, failure: null }, false)).not.toBeNull()
  })

  test('busy time, whatever is ticked', () => {
    const busy = answer({ available: false, reason: 'busy' })
    expect(obstacle(filled, busy, true)).not.toBeNull()
  })

  test('hours and buffers only until they are overruled', () => {
    const late = answer({ available: false, reason: 'outside-hours', overrulable: true })
    expect(obstacle(filled, late, false)).not.toBeNull()
    expect(obstacle(filled, late, true)).toBeNull()
  })

  test('a missing client, a nameless one, a deposit that is no amount', () => {
    const nameless = { kind: 'new', name: ' ', email: '', phone: '' } as const
    expect(obstacle(empty, answer(), false)).not.toBeNull()
    expect(obstacle({ ...filled, client: nameless }, answer(), false)).not.toBeNull()
    expect(obstacle({ ...filled, deposit: 'much' }, answer(), false)).not.toBeNull()
  })
})

describe('unsaved input', () => {
  test('a slot clicked and clicked elsewhere is none', () => {
    expect(isDirty({ ...empty, start: 600, artistId: null }, empty)).toBe(false)
  })

  test('anything typed is', () => {
    expect(isDirty(filled, empty)).toBe(true)
    expect(isDirty({ ...empty, notes: 'x' }, empty)).toBe(true)
  })

  test('a time changed in an existing booking is', () => {
    const draft = draftOf(appointment, zone)
    expect(isDirty(draft, draft)).toBe(false)
    expect(isDirty({ ...draft, start: 600 }, draft)).toBe(true)
  })
})
