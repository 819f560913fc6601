import { DAY, type Instant, type Interval } from '../../domain/interval.ts'
import type { CalendarEvent } from './event.ts'
import { type EventInstance, matcher, recurrenceSet } from './instances.ts'
import type { Moment } from './moment.ts'
import type { Duration } from './values.ts'

/** An event whose start could be read. */
export interface TimedEvent extends CalendarEvent {
  readonly start: Moment
}

export const isTimed = (event: CalendarEvent): event is TimedEvent => event.start !== null

export const isCancelled = (event: CalendarEvent): boolean => event.status === 'CANCELLED'

/** An instance with the event that says what it is: its own, or the override from there on. */
export interface PlacedInstance extends EventInstance {
  readonly event: CalendarEvent
}

interface FutureOverride extends TimedEvent {
  readonly recurrenceId: Moment
}

const isFuture = (event: CalendarEvent): event is FutureOverride =>
  event.andFuture && event.recurrenceId !== null && isTimed(event)

/** How far an override moves the instance it names, on the wall clock. */
const shiftOf = ({ start, recurrenceId }: FutureOverride): number =>
  start.wall - start.zone.toWall(recurrenceId.instant)

const span = (length: Duration): number => Math.abs(length.days) * DAY + Math.abs(length.exact)

/** `instance` as an override with RANGE=THISANDFUTURE wants it, RFC 5545 §3.2.13. */
const moved = ({ moment }: EventInstance, by: FutureOverride): PlacedInstance => {
  const { zone, kind } = by.start
  const wall = zone.toWall(moment.instant) + shiftOf(by)
  return {
    event: by,
    length: by.length,
    moment: { kind, zone, wall, instant: zone.toInstant(wall) },
  }
}

/**
 * The instances of a recurring event that may touch [from, to), without those that `overrides` (of the
 * same UID) replace: an override is an event of its own, wherever its instance was. One that has no
 * readable time replaces nothing, unless it cancels.
 */
export const withoutOverridden = (
  event: TimedEvent,
  overrides: readonly CalendarEvent[],
  from: Instant,
  to: Instant,
): { instances: PlacedInstance[]; solid: Interval[] } => {
  const effective = overrides.filter((override) => isCancelled(override) || isTimed(override))
  const future = effective
    .filter(isFuture)
    .sort((a, b) => b.recurrenceId.instant - a.recurrenceId.instant)
  const lead = Math.max(...[event, ...future].map(({ length }) => span(length)))
  const reach = lead + Math.max(0, ...future.map((override) => Math.abs(shiftOf(override))))
  const { instances, solid } = recurrenceSet(event, event.start, from, to, reach)
  const isReplaced = matcher(
    effective.map((override) => override.recurrenceId).filter((id) => id !== null),
    event.start,
  )
  const placed = instances
    .filter(({ moment }) => !isReplaced(moment))
    .map((instance) => {
      const later = future.find(
        ({ recurrenceId }) => recurrenceId.instant <= instance.moment.instant,
      )
      return later
        ? moved(instance, later)
        : { event, moment: instance.moment, length: instance.length }
    })
  return { instances: placed.filter((instance) => !isCancelled(instance.event)), solid }
}
