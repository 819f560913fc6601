import type { ParsedOf } from '../../contract/questions.ts'
import type { Result } from '../../domain/failure.ts'
import { DAY, HOUR, MINUTE, type Instant, type Interval } from '../../domain/interval.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { sampleBookings, sampleRequests } from './bookings.ts'
import { instantAt, named, type ByName, type Start } from './start.ts'

/** The desk's own use-cases, as far as the sample is made with them. */
export type SeedCommands = {
  readonly [Name in 'create' | 'approve' | 'mark']: (
    input: ParsedOf<`appointments.${Name}`>,
  ) => Result<AppointmentView>
}

export interface EnterParts {
  /** The use-cases at a desk whose clock shows what `now` says. */
  readonly commandsAt: (now: () => Instant) => SeedCommands
  readonly newId: () => string
}

/**
 * Enters a fortnight of bookings as the desk would have done it, each in its time: asked for, booked,
 * arrived, over. Throws when the desk refuses one.
 */
export const enterBookings = (
  { commandsAt, newId }: EnterParts,
  start: Start,
  artistIds: ByName,
  clientIds: ByName,
): void => {
  let clock = start.now
  const commands = commandsAt(() => clock)
  const at = (day: number, time: string): Instant => instantAt(start, day, time)

  /** What the desk would have done about a confirmed booking until now. */
  const follow = (booked: AppointmentView, noShow: boolean): void => {
    const over = booked.end <= start.now
    if (booked.start > start.now) return
    let { version } = booked
    const mark = (status: 'ARRIVED' | 'COMPLETED' | 'NO_SHOW', when: Instant): void => {
      clock = when
      ;({ version } = valueOf(commands.mark({ id: booked.id, version, status })))
    }
    if (over && noShow) mark('NO_SHOW', booked.start + 20 * MINUTE)
    else mark('ARRIVED', booked.start - 8 * MINUTE)
    if (over && !noShow) mark('COMPLETED', booked.end - 10 * MINUTE)
  }

  for (const [calendar, rows] of Object.entries(sampleBookings))
    for (const [day, from, to, client, description, deposit, noShow] of rows) {
      const time = { start: at(day, from), end: at(day, to) }
      clock = time.start - 21 * DAY
      const booked = commands.create({
        id: newId(),
        artistId: named(artistIds, calendar),
        client: { id: named(clientIds, client) },
        ...time,
        description,
        notes: '',
        ...depositOf(deposit, day > 3 ? 'asked' : 'paid'),
        alternates: [],
        status: 'CONFIRMED',
        overrule: false,
      })
      follow(valueOf(booked), noShow === 'no-show')
    }

  for (const request of sampleRequests) {
    const [first, ...alternates] = request.times.map(([day, from]): Interval => {
      const begin = at(day, from)
      return { start: begin, end: begin + request.minutes * MINUTE }
    })
    if (!first) throw new Error(`${request.client} asks for no time.`)
    clock = start.now - request.asked * HOUR
    const asked = valueOf(
      commands.create({
        id: newId(),
        artistId: named(artistIds, request.calendar),
        client: { id: named(clientIds, request.client) },
        ...first,
        description: request.description,
        notes: request.notes ?? '',
        ...depositOf(request.deposit, 'asked'),
        alternates,
        status: 'PENDING',
        overrule: false,
      }),
    )
    // Late in the day somebody has answered the requests of the morning.
    if (first.start > start.now) continue
    clock += DAY
    const { id, version } = asked
    follow(valueOf(commands.approve({ id, version, overrule: false })), false)
  }
}

const depositOf = (euros: number | undefined, state: 'asked' | 'paid') =>
  euros === undefined
    ? { depositCents: null, depositState: 'none' as const }
    : { depositCents: euros * 100, depositState: state }

const valueOf = <T>(result: Result<T>): T => {
  if (result.ok) return result.value
  throw new Error(`The sample studio was refused a booking: ${result.error.message}`)
}
