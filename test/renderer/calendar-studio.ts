import { defaultHours, type Artist } from '../../src/domain/artist.ts'
import type { Status } from '../../src/domain/appointment.ts'
import type { AppointmentView, BusyView } from '../../src/domain/views.ts'
import { instantOn } from '../../src/domain/zone.ts'
import type { GridColumn } from '../../src/renderer/calendar/grid-column.ts'

export const zone = 'Europe/Berlin'
/** A Tuesday. */
export const date = '2026-11-24'

/** A wall-clock time of that day. */
export const at = (hour: number, minute = 0): number => instantOn(date, hour * 60 + minute, zone)

export const artistOf = (id: string): Artist => ({
  id,
  name: `${id} Lindqvist`,
  ink: 1,
  active: true,
  hours: defaultHours,
  sessionMinutes: 120,
  bufferBefore: 0,
  bufferAfter: 0,
  presets: [],
})

export const visitOf = (
  id: string,
  start: number,
  end: number,
  status: Status = 'CONFIRMED',
): AppointmentView => ({
  id,
  artistId: 'mara',
  clientId: `client ${id}`,
  clientName: `Client ${id}`,
  clientEmail: '',
  clientPhone: '',
  description: '',
  start,
  end,
  status,
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
})

export const eventOf = (id: string, start: number, end: number): BusyView => ({
  id,
  artistId: 'mara',
  calendarId: 'calendar',
  title: `Event ${id}`,
  start,
  end,
  private: false,
  allDay: false,
  blocks: true,
})

export const columnOf = (over: Partial<GridColumn> = {}): GridColumn => ({
  artist: artistOf('mara'),
  date,
  appointments: [],
  events: [],
  timeOff: [],
  sync: undefined,
  connected: true,
  ...over,
})
