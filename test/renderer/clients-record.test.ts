import { describe, expect, test } from 'vitest'
import type { Appointment } from '../../src/domain/appointment.ts'
import { blank, changesTo } from '../../src/renderer/clients/client-entry.ts'
import { depositLine } from '../../src/renderer/clients/deposit.ts'
import { nextVisits, recordOf } from '../../src/domain/client-record.ts'
import { actionName, actorName } from '../../src/renderer/format/audit.ts'

type Visit = Pick<
  Appointment,
  'clientId' | 'start' | 'end' | 'status' | 'createdAt' | 'depositCents' | 'depositState'
>

const now = 1000

const visit = (start: number, changes: Partial<Visit> = {}): Visit => ({
  clientId: 'daniel',
  start,
  end: start + 10,
  status: 'CONFIRMED',
  createdAt: start - 5,
  depositCents: null,
  depositState: 'none',
  ...changes,
})

const starts = (visits: readonly Visit[]) => visits.map(({ start }) => start)

describe('a client’s record', () => {
  test('is empty without appointments', () => {
    expect(recordOf([], now)).toEqual({
      upcoming: [],
      history: [],
      visits: 0,
      noShows: 0,
      lastNoShow: null,
      cancelled: 0,
      heldCents: 0,
      since: null,
    })
  })

  test('puts the soonest to come and the newest past first', () => {
    const { upcoming, history } = recordOf(
      [visit(1500), visit(100), visit(1200), visit(300, { status: 'COMPLETED' })],
      now,
    )
    expect(starts(upcoming)).toEqual([1200, 1500])
    expect(starts(history)).toEqual([300, 100])
  })

  test('counts an appointment as coming until it ends, or is completed', () => {
    expect(starts(recordOf([visit(991)], now).upcoming)).toEqual([991])
    expect(starts(recordOf([visit(990)], now).upcoming)).toEqual([])
    expect(starts(recordOf([visit(995, { status: 'COMPLETED' })], now).upcoming)).toEqual([])
  })

  test('counts visits, no-shows and cancellations, coming ones that were cancelled too', () => {
    const record = recordOf(
      [
        visit(100, { status: 'COMPLETED' }),
        visit(200, { status: 'COMPLETED' }),
        visit(250, { status: 'NO_SHOW' }),
        visit(300, { status: 'NO_SHOW' }),
        visit(2000, { status: 'CANCELLED' }),
      ],
      now,
    )
    expect(record).toMatchObject({ visits: 2, noShows: 2, lastNoShow: 300, cancelled: 1 })
    expect(record.upcoming).toEqual([])
  })

  test('holds the paid deposits of what is to come', () => {
    const paid = { depositCents: 5000, depositState: 'paid' } as const
    const record = recordOf(
      [
        visit(1200, paid),
        visit(1300, { ...paid, depositState: 'asked' }),
        visit(1400, { ...paid, status: 'CANCELLED' }),
        visit(100, paid),
      ],
      now,
    )
    expect(record.heldCents).toBe(5000)
  })

  test('begins with the first entry or visit, whichever was earlier', () => {
    expect(recordOf([visit(1200, { createdAt: 40 }), visit(60)], now).since).toBe(40)
    expect(recordOf([visit(60, { createdAt: 900 })], now).since).toBe(60)
  })
})

test('the next visit of each client is the soonest that still takes place', () => {
  const next = nextVisits([
    visit(1300),
    visit(1200),
    visit(1100, { status: 'CANCELLED' }),
    visit(1400, { clientId: 'freya' }),
  ])
  expect([...next]).toEqual([
    ['daniel', 1200],
    ['freya', 1400],
  ])
})

test.each([
  [visit(1), 'none'],
  [visit(1, { depositCents: 8000, depositState: 'asked' }), '80 asked'],
  [visit(1, { depositCents: 8050, depositState: 'paid' }), '80.50 paid'],
  [visit(1, { depositCents: 8000, depositState: 'returned' }), '80 returned'],
  [visit(1, { depositCents: 5000, depositState: 'paid', status: 'NO_SHOW' }), 'kept 50'],
])('a deposit in words %#', (appointment, words) => {
  expect(depositLine(appointment, (cents) => (cents / 100).toFixed(cents % 100 && 2))).toBe(words)
})

test('only what was changed is saved', () => {
  const before = { ...blank, name: 'Daniel Osei', notes: 'Sits well.' }
  expect(changesTo(before, before)).toEqual({})
  expect(changesTo(before, { ...before, notes: '', phone: '0160' })).toEqual({
    notes: '',
    phone: '0160',
  })
})

test('steps of the history have words', () => {
  expect(['booked', 'marked', 'resolved'].map(actionName)).toEqual(['Booked', 'Marked', 'Settled'])
  expect(['desk', 'artist', 'system'].map(actorName)).toEqual([
    'at the desk',
    'in the calendar',
    'by Linework',
  ])
})
