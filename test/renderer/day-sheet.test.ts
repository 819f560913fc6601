import { expect, test } from 'vitest'
import type { AppointmentView, BusyView } from '../../src/domain/views.ts'
import { sheetRows } from '../../src/renderer/print/sheet.ts'

const booking = (
  clientName: string,
  start: number,
  end: number,
  changes: Partial<AppointmentView> = {},
): AppointmentView => ({
  id: clientName,
  artistId: 'mara',
  clientId: clientName,
  clientName,
  clientEmail: '',
  clientPhone: '',
  description: '',
  start,
  end,
  status: 'CONFIRMED',
  alternates: [],
  depositCents: null,
  depositState: 'none',
  notes: '',
  createdAt: 0,
  updatedAt: 0,
  version: 1,
  cancelledBy: null,
  cancelReason: null,
  delivery: 'sent',
  statusSince: null,
  movedByArtist: false,
  proposed: null,
  trouble: null,
  calendar: null,
  ...changes,
})

const event = (
  title: string,
  start: number,
  end: number,
  changes: Partial<BusyView> = {},
): BusyView => ({
  id: title,
  artistId: 'mara',
  calendarId: 'c',
  title,
  start,
  end,
  private: false,
  allDay: false,
  blocks: true,
  ...changes,
})

test('a sheet has the artist’s day in order, and says what lies over what', () => {
  const rows = sheetRows(
    { id: 'mara' },
    [
      booking('Leonie', 30, 60),
      booking('Wanda', 10, 20),
      booking('Kai', 0, 5, { status: 'NO_SHOW' }),
      booking('Sina', 12, 14, { status: 'CANCELLED' }),
      booking('Emil', 0, 90, { artistId: 'jonas' }),
    ],
    [
      event('Pick up', 50, 70),
      event('Lunch', 20, 30),
      event('Flash day', 0, 90, { blocks: false }),
      event('Dentist', 0, 90, { artistId: 'jonas' }),
    ],
  )
  expect(
    rows.map((row) =>
      row.kind === 'appointment'
        ? [row.appointment.clientName, row.overlap]
        : [row.event.title, row.over],
    ),
  ).toEqual([
    ['Wanda', false],
    ['Lunch', []],
    ['Leonie', true],
    ['Pick up', ['Leonie']],
  ])
})
