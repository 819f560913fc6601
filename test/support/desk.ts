import { randomUUID } from 'node:crypto'
import { questions, type InputOf, type ParsedOf } from '../../src/contract/questions.ts'
import type { Failure, Result } from '../../src/domain/failure.ts'
import { HOUR, type Instant } from '../../src/domain/interval.ts'
import { availabilityQueries } from '../../src/main/appointments/availability.ts'
import { appointmentCommands } from '../../src/main/appointments/commands.ts'
import type { Desk } from '../../src/main/appointments/desk.ts'
import { appointmentQueries } from '../../src/main/appointments/queries.ts'
import type { CalendarRow } from '../../src/main/store/calendars.ts'
import type { Store } from '../../src/main/store/store.ts'
import { addArtist, addCalendar, NOW, openTestStore } from './store.ts'

/** A desk with one artist whose booking calendar was read just now. */
export const openTestDesk = (
  over: Partial<Desk> = {},
): Desk & {
  readonly calendar: CalendarRow
  readonly artistId: string
  readonly commands: ReturnType<typeof appointmentCommands>
  readonly queries: ReturnType<typeof appointmentQueries>
  readonly availability: ReturnType<typeof availabilityQueries>
} => {
  const store: Store = over.store ?? openTestStore()
  const desk: Desk = { now: () => NOW, newId: randomUUID, busyBeyond: () => [], ...over, store }
  const calendar = addCalendar(store, { artistId: addArtist(store).id })
  return {
    ...desk,
    calendar,
    artistId: calendar.artistId,
    commands: appointmentCommands(desk),
    queries: appointmentQueries(desk),
    availability: availabilityQueries(desk),
  }
}

/** The hour of the tests' day on the studio's wall clock. */
export const at = (hour: number): Instant => NOW + (hour - 10) * HOUR

/** A booking as the form sends it: two hours from 14:00 for a new client. */
export const booking = (
  artistId: string,
  over: Partial<InputOf<'appointments.create'>> = {},
): ParsedOf<'appointments.create'> =>
  questions['appointments.create'].input.parse({
    id: randomUUID(),
    artistId,
    client: { name: 'Ava Chen', email: 'ava@example.org' },
    description: 'Fern sleeve',
    start: at(14),
    end: at(16),
    ...over,
  })

export const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.message}`)
  return result.value
}

export const errorOf = (result: Result<unknown>): Failure => {
  if (result.ok) throw new Error('This should have failed.')
  return result.error
}
