import { expect, test } from 'vitest'
import type { AppointmentView } from '../../src/domain/views.ts'
import { footerOf } from '../../src/renderer/calendar/footer.ts'
import { at, visitOf, zone } from './calendar-studio.ts'

const around = {
  artistName: 'Ilka Petrova',
  place: { zone, locale: 'en-GB' },
  money: (cents: number) => `€${cents / 100}`,
}

const trouble = { kind: 'overlap', message: 'Overlaps “Dentist”' } as const
const paid = { depositCents: 12_000, depositState: 'paid' } as const
const alternates = [{ start: at(15), end: at(17) }]

test.each<[string, Partial<AppointmentView>, string | null]>([
  ['nothing more to say', {}, null],
  ['arrived', { status: 'ARRIVED', statusSince: at(13, 52) }, 'Arrived 13:52'],
  ['arrived, nobody knows when', { status: 'ARRIVED' }, 'Arrived'],
  ['completed', { status: 'COMPLETED', statusSince: at(12, 50) }, 'Completed 12:50'],
  ['a request with alternates', { status: 'PENDING', alternates }, '1 alternate'],
  ['moved', { status: 'PENDING', alternates, movedByArtist: true }, 'Moved by Ilka'],
  ['moved and over', { status: 'COMPLETED', movedByArtist: true }, 'Completed'],
  ['a deposit', { ...paid }, 'Deposit €120 paid'],
  ['a deposit that is due', { ...paid, depositState: 'asked' }, 'Deposit €120 due'],
  ['a deposit of one who did not come', { ...paid, status: 'NO_SHOW' }, null],
  ['not sent yet', { ...paid, delivery: 'waiting' }, 'Waiting to be sent'],
  ['trouble, which the sign says', { ...paid, trouble }, null],
])('the foot of a card: %s', (_what, over, words) => {
  const footer = footerOf({ ...visitOf('a', at(14), at(17)), ...over }, around)
  expect(footer?.words ?? null).toBe(words)
})
