import { expect, test } from 'vitest'
import type { AppointmentView } from '../../src/domain/views.ts'
import { pickRequests } from '../../src/renderer/requests/pending.ts'

const request = (clientName: string, createdAt: number, artistId = 'mara'): AppointmentView => ({
  id: clientName,
  artistId,
  clientId: clientName,
  clientName,
  clientEmail: '',
  clientPhone: '0176 5550 318',
  description: 'Anatomical heart',
  start: 0,
  end: 1,
  status: 'PENDING',
  alternates: [],
  depositCents: null,
  depositState: 'none',
  notes: '',
  createdAt,
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
})

const list = [request('Rafael Costa', 3), request('Zoë Winter', 1), request('Sina Abt', 2, 'rosa')]

test.each([
  [null, '', ['Zoë Winter', 'Sina Abt', 'Rafael Costa']],
  ['mara', '', ['Zoë Winter', 'Rafael Costa']],
  [null, 'zoe', ['Zoë Winter']],
  [null, 'costa heart', ['Rafael Costa']],
  [null, '5550', ['Zoë Winter', 'Sina Abt', 'Rafael Costa']],
  ['rosa', 'costa', []],
])('requests of %s with “%s”, oldest first', (artistId, search, names) => {
  expect(pickRequests(list, artistId, search).map(({ clientName }) => clientName)).toEqual(names)
})
