import type { ParsedOf } from '../../contract/questions.ts'
import { fail, ok, type Result } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import { formatTitle } from '../../domain/title.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { dateAt, timeAt } from '../../domain/zone.ts'
import type { WireFields } from '../ical/wire.ts'
import { writeCalendar } from '../ical/write.ts'
import type { Tables } from '../store/tables.ts'
import { writeCsv } from './csv.ts'

type Range = ParsedOf<'export.csv'>

const nothing = (): Result<never> =>
  fail('not-found', 'There is no booking in these days.', { remedy: 'Choose other days.' })

const header = [
  'Date',
  'Start',
  'End',
  'Artist',
  'Client',
  'Email',
  'Phone',
  'Description',
  'Status',
  'Deposit',
  'Deposit state',
  'Notes',
]

/** The bookings that overlap [from, to) as a table, cancelled ones too; times in the studio's zone. */
export const bookingsAsCsv = (read: Tables, range: Range): Result<string> => {
  const bookings = read.appointments.views(range)
  if (bookings.length === 0) return nothing()
  const { zone } = read.settings.get()
  const artists = new Map(read.artists.all().map(({ id, name }) => [id, name]))
  const row = (one: AppointmentView): string[] => [
    dateAt(one.start, zone),
    timeAt(one.start, zone),
    timeAt(one.end, zone),
    artists.get(one.artistId) ?? '',
    one.clientName,
    one.clientEmail,
    one.clientPhone,
    one.description,
    one.status,
    one.depositCents === null ? '' : (one.depositCents / 100).toFixed(2),
    one.depositState,
    one.notes,
  ]
  return ok(writeCsv([header, ...bookings.map(row)]))
}

/**
 * The same as one calendar, without the cancelled ones: the time and the title that the artist's
 * calendar shows, under the same UID.
 */
export const bookingsAsCalendar = (read: Tables, range: Range, now: Instant): Result<string> => {
  const { zone } = read.settings.get()
  const events = read.appointments
    .views(range)
    .filter(({ status }) => status !== 'CANCELLED')
    .map((one): WireFields => ({
      uid: one.calendar?.uid ?? `${one.id}@linework`,
      start: one.start,
      end: one.end,
      zone,
      summary: formatTitle(one.status, one.clientName, one.description),
      description: '',
      status: one.status === 'PENDING' ? 'TENTATIVE' : 'CONFIRMED',
      categories: ['Linework'],
      created: one.createdAt,
      sequence: 0,
      linework: {},
    }))
  return events.length === 0 ? nothing() : ok(writeCalendar(events, now))
}
