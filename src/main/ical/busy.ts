import type { Instant } from '../../domain/interval.ts'
import { type CalendarEvent, readEvents } from './event.ts'
import { endOf } from './moment.ts'
import { isCancelled, isTimed, type PlacedInstance, withoutOverridden } from './overrides.ts'
import { parseText } from './parse.ts'
import type { Busy, BusyInstance, BusyOptions } from './wire.ts'

/** By UID; an override without one belongs to nobody. */
const overridesOf = (events: readonly CalendarEvent[]): Map<string, CalendarEvent[]> => {
  const overrides = new Map<string, CalendarEvent[]>()
  for (const event of events) {
    if (event.recurrenceId === null || event.uid === '') continue
    const known = overrides.get(event.uid)
    if (known) known.push(event)
    else overrides.set(event.uid, [event])
  }
  return overrides
}

const busyInstance = (
  event: CalendarEvent,
  start: Instant,
  end: Instant,
  allDay: boolean,
): BusyInstance => ({
  uid: event.uid,
  start,
  end: Math.max(start, end),
  title: event.summary,
  status: event.status,
  transparent: event.transparent,
  private: event.private,
  allDay,
})

const placed = ({ event, moment, length }: PlacedInstance): BusyInstance =>
  busyInstance(event, moment.instant, endOf(moment, length), moment.kind === 'date')

/** The busy time of events that were read from one file; see `busyIntervals`. */
export const busyOf = (
  events: readonly CalendarEvent[],
  { from, to }: { from: Instant; to: Instant },
  warnings: Set<string>,
): Pick<Busy, 'busy' | 'unreadable'> => {
  const overrides = overridesOf(events)
  const found: BusyInstance[] = []
  let unreadable = false
  for (const event of events) {
    if (isCancelled(event)) continue
    if (event.isPartial) unreadable = true
    if (!isTimed(event)) continue
    if (event.recurrenceId !== null) {
      found.push(placed({ event, moment: event.start, length: event.length }))
      continue
    }
    const { instances, solid } = withoutOverridden(event, overrides.get(event.uid) ?? [], from, to)
    for (const instance of instances) found.push(placed(instance))
    for (const { start, end } of solid) {
      warnings.add('An event repeats too often to be counted; all of its time is taken.')
      found.push(busyInstance(event, start, end, event.start.kind === 'date'))
    }
  }
  const busy = found
    .filter(({ start, end }) => start < to && (end > from || (start === end && start >= from)))
    .sort((a, b) => a.start - b.start || a.end - b.end)
  return { busy, unreadable }
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
  return { busy, warnings: [...warnings], unreadable: unreadable || parsed.calendars.length === 0 }
}
