import { DAY, type Instant } from '../../domain/interval.ts'
import { type CalendarEvent, endOf, type Moment, readEvents } from './event.ts'
import { matcher, recurrenceSet } from './instances.ts'
import { parseText } from './parse.ts'
import type { Duration } from './values.ts'
import type { Busy, BusyInstance, BusyOptions } from './wire.ts'

interface Timed extends CalendarEvent {
  readonly start: Moment
}

const isTimed = (event: CalendarEvent): event is Timed => event.start !== null
const isCancelled = (event: CalendarEvent): boolean => event.status === 'CANCELLED'
const span = (length: Duration): number => Math.abs(length.days) * DAY + Math.abs(length.exact)

/** How far an override moves the instance it names, on the wall clock. */
const shiftOf = (override: Timed & { recurrenceId: Moment }): number =>
  override.start.wall - override.start.zone.toWall(override.recurrenceId.instant)

/** The busy time of events that were read from one file; see `busyIntervals`. */
export const busyOf = (
  events: readonly CalendarEvent[],
  { from, to }: { from: Instant; to: Instant },
  warnings: string[],
): Pick<Busy, 'busy' | 'unreadable'> => {
  const busy: BusyInstance[] = []
  let unreadable = false

  const emit = (event: CalendarEvent, start: Instant, end: Instant, allDay: boolean) => {
    if (start >= to || (end <= from && !(start === end && start >= from))) return
    const { uid, summary: title, status, transparent } = event
    busy.push({ uid, start, end, title, status, transparent, private: event.private, allDay })
  }
  const emitAt = (event: CalendarEvent, moment: Moment, length: Duration) =>
    emit(
      event,
      moment.instant,
      Math.max(moment.instant, endOf(moment, length)),
      moment.kind === 'date',
    )

  const overridesByUid = new Map<string, CalendarEvent[]>()
  for (const event of events) {
    if (event.recurrenceId === null || event.uid === '') continue
    const known = overridesByUid.get(event.uid)
    if (known) known.push(event)
    else overridesByUid.set(event.uid, [event])
  }

  for (const event of events) {
    if (isCancelled(event)) continue
    if (!isTimed(event)) {
      // An override without a time leaves the instance it names where it was.
      if (event.recurrenceId === null) unreadable = true
      warnings.push('An event has no start that can be read.')
      continue
    }
    if (event.recurrenceId !== null) {
      emitAt(event, event.start, event.length)
      continue
    }
    expandMaster(event, overridesByUid.get(event.uid) ?? [])
  }
  busy.sort((a, b) => a.start - b.start || a.end - b.end)
  return { busy, unreadable }

  function expandMaster(event: Timed, own: readonly CalendarEvent[]) {
    const effective = own.filter((override) => isCancelled(override) || isTimed(override))
    const future = effective
      .filter((o): o is Timed & { recurrenceId: Moment } => o.andFuture && isTimed(o))
      .sort((a, b) => b.recurrenceId.instant - a.recurrenceId.instant)
    const lead = Math.max(
      ...[event, ...future].map((e) => span(e.length)),
      ...event.extraDates.map(({ length }) => (length ? span(length) : 0)),
    )
    const reach = lead + Math.max(0, ...future.map((o) => Math.abs(shiftOf(o))))
    const { instances, solid } = recurrenceSet(event, event.start, from, to, reach)
    if (solid) {
      warnings.push('The event repeats too often to be counted; all of its time is taken.')
      emit(event, solid.start, solid.end, event.start.kind === 'date')
    }
    const isReplaced = matcher(
      effective.map((override) => override.recurrenceId).filter((id) => id !== null),
      event.start,
    )
    for (const { moment, length } of instances) {
      if (isReplaced(moment)) continue
      const later = future.find((o) => o.recurrenceId.instant <= moment.instant)
      if (!later) emitAt(event, moment, length)
      else if (!isCancelled(later)) {
        const { zone, kind } = later.start
        const wall = zone.toWall(moment.instant) + shiftOf(later)
        emitAt(later, { kind, zone, wall, instant: zone.toInstant(wall) }, later.length)
      }
    }
  }
}

/**
 * The busy time in a calendar file: every instance of every event that is not cancelled, transparent
 * ones too, that touches [from, to). Never throws and never walks from DTSTART; what a file keeps to
 * itself is told in `warnings`, and nothing becomes free because it could not be understood.
 */
export const busyIntervals = (text: string, options: BusyOptions): Busy => {
  const parsed = parseText(text)
  const { warnings } = parsed
  const events = readEvents(parsed, options.zone, warnings)
  const { busy, unreadable } = busyOf(events, options, warnings)
  return { busy, warnings, unreadable: unreadable || !parsed.calendars.length }
}
