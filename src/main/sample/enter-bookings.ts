import type { ParsedOf } from '../../contract/questions.ts'
import type { Result } from '../../domain/failure.ts'
import { DAY, HOUR, MINUTE, type Instant, type Interval } from '../../domain/interval.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { sampleBookings, sampleRequests } from './bookings.ts'
import { sampleHistory } from './history.ts'
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
 * Enters a fortnight of bookings and what was before, as the desk would have done it, each step in its time: asked for,
 * approved, arrived, over. Ids by calendar and by client. Throws when the desk refuses one.
 */
export const enterBookings = (
  parts: EnterParts,
  start: Start,
  artistIds: ByName,
  clientIds: ByName,
): void => {
  const desk = openDesk(parts, start, artistIds, clientIds)
  const at = (day: number, time: string): Instant => instantAt(start, day, time)

  for (const [calendar, rows] of [
    ...Object.entries(sampleHistory),
    ...Object.entries(sampleBookings),
  ])
    for (const [day, from, to, client, description, deposit, noShow] of rows) {
      const time = { start: at(day, from), end: at(day, to) }
      const entry = { calendar, client, description, deposit, ...time }
      const booked = desk.enter(entry, { asked: time.start - 21 * DAY, status: 'CONFIRMED' })
      desk.follow(booked, noShow !== undefined)
    }

  for (const { times, minutes, asked, ...request } of sampleRequests) {
    const [first, ...alternates] = times.map(([day, from]): Interval => {
      const begin = at(day, from)
      return { start: begin, end: begin + minutes * MINUTE }
    })
    if (!first) throw new Error(`${request.client} asks for no time.`)
    const when = start.now - asked * HOUR
    const entry = { ...request, ...first, alternates }
    const entered = desk.enter(entry, { asked: when, status: 'PENDING' })
    // Later in the day somebody has answered the requests for its beginning.
    if (first.start <= start.now) desk.follow(desk.approve(entered, when + DAY), false)
  }
}

interface Entry extends Interval {
  readonly calendar: string
  readonly client: string
  readonly description: string
  /** Whole euros. */
  readonly deposit?: number | undefined
  readonly notes?: string
  readonly alternates?: Interval[]
}

type Step = readonly ['ARRIVED' | 'COMPLETED' | 'NO_SHOW', Instant]

/** The desk with a clock that is set to each thing it does. */
const openDesk = (
  { commandsAt, newId }: EnterParts,
  { now }: Start,
  artistIds: ByName,
  clientIds: ByName,
) => {
  let clock = now
  const commands = commandsAt(() => clock)

  return {
    enter: (
      { calendar, client, deposit, notes = '', alternates = [], ...entry }: Entry,
      { asked, status }: { readonly asked: Instant; readonly status: 'CONFIRMED' | 'PENDING' },
    ): AppointmentView => {
      clock = asked
      const paid = status === 'CONFIRMED' && entry.start < now + 4 * DAY
      return valueOf(
        commands.create({
          ...entry,
          id: newId(),
          artistId: named(artistIds, calendar),
          client: { id: named(clientIds, client) },
          notes,
          alternates,
          status,
          depositCents: deposit === undefined ? null : deposit * 100,
          depositState: deposit === undefined ? 'none' : paid ? 'paid' : 'asked',
          overrule: false,
        }),
      )
    },
    approve: ({ id, version }: AppointmentView, when: Instant): AppointmentView => {
      clock = when
      return valueOf(commands.approve({ id, version, overrule: false }))
    },
    /** What became of a confirmed booking until now. */
    follow: ({ id, version, start, end }: AppointmentView, noShow: boolean): void => {
      const steps: Step[] = noShow
        ? [['NO_SHOW', start + 20 * MINUTE]]
        : [
            ['ARRIVED', start - 8 * MINUTE],
            ['COMPLETED', end - 5 * MINUTE],
          ]
      let seen = version
      for (const [status, when] of steps.filter(([, time]) => time <= now)) {
        clock = when
        seen = valueOf(commands.mark({ id, version: seen, status })).version
      }
    },
  }
}

const valueOf = <T>(result: Result<T>): T => {
  if (result.ok) return result.value
  throw new Error(`The sample studio was refused a booking: ${result.error.message}`)
}
