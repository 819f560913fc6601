import { isLive, type Appointment } from './appointment.ts'
import type { Instant } from './interval.ts'

type Past = Pick<
  Appointment,
  'start' | 'end' | 'status' | 'createdAt' | 'depositCents' | 'depositState'
>

export interface ClientFigures {
  readonly visits: number
  readonly noShows: number
  readonly lastNoShow: Instant | null
  readonly cancelled: number
  /** Deposits paid for what is still to come, in cents. */
  readonly heldCents: number
  /** When the client was first entered or came; null without any appointment. */
  readonly since: Instant | null
}

export interface ClientRecord<A extends Past> extends ClientFigures {
  /** Soonest first. */
  readonly upcoming: readonly A[]
  /** Newest first; what was cancelled is history at once. */
  readonly history: readonly A[]
}

/** Something that is still to happen. */
export const isComing = (
  { status, end }: Pick<Appointment, 'status' | 'end'>,
  now: Instant,
): boolean => isLive(status) && status !== 'COMPLETED' && end > now

/** What a client's appointments say about them. */
export const recordOf = <A extends Past>(
  appointments: readonly A[],
  now: Instant,
): ClientRecord<A> => {
  const byStart = appointments.toSorted((a, b) => a.start - b.start)
  const upcoming = byStart.filter((one) => isComing(one, now))
  const history = byStart.filter((one) => !isComing(one, now)).toReversed()
  const missed = history.filter(({ status }) => status === 'NO_SHOW')
  const held = upcoming.filter(({ depositState }) => depositState === 'paid')
  return {
    upcoming,
    history,
    visits: history.filter(({ status }) => status === 'COMPLETED').length,
    noShows: missed.length,
    lastNoShow: missed[0]?.start ?? null,
    cancelled: history.filter(({ status }) => status === 'CANCELLED').length,
    heldCents: held.reduce((sum, { depositCents }) => sum + (depositCents ?? 0), 0),
    since:
      appointments.length === 0
        ? null
        : Math.min(...appointments.flatMap(({ start, createdAt }) => [start, createdAt])),
  }
}

/** The soonest coming appointment of each client, by client id. */
export const nextVisits = (
  appointments: readonly Pick<Appointment, 'clientId' | 'start' | 'status'>[],
): ReadonlyMap<string, Instant> => {
  const next = new Map<string, Instant>()
  for (const { clientId, start, status } of appointments)
    if (isLive(status)) next.set(clientId, Math.min(start, next.get(clientId) ?? start))
  return next
}
