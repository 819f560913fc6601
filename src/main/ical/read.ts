import { fail, ok, type Result } from '../../domain/failure.ts'
import { type CalendarEvent, readEvents, sequenceOf } from './event.ts'
import { endOf } from './moment.ts'
import { findLine, parseText, textOf } from './parse.ts'
import { unescapeText } from './values.ts'
import type { WireEvent } from './wire.ts'

const prefix = 'X-LINEWORK-'

/** The event a file is about: its first one that is no override, with a time that can be read. */
export const mainEvent = (events: readonly CalendarEvent[]): CalendarEvent | undefined =>
  events.find((event) => event.recurrenceId === null && event.start !== null)

/** `null` without a time or a UID. `events`: all events of the file. */
export const wireEvent = (events: readonly CalendarEvent[]): WireEvent | null => {
  const event = mainEvent(events)
  if (!event?.start || event.uid === '') return null
  const { component, start, uid } = event
  return {
    uid,
    start: start.instant,
    end: Math.max(start.instant, endOf(start, event.length)),
    allDay: start.kind === 'date',
    recurring:
      findLine(component, 'RRULE') !== undefined ||
      event.extraDates.length > 0 ||
      events.some((other) => other.recurrenceId !== null && other.uid === uid),
    summary: event.summary,
    description: textOf(component, 'DESCRIPTION'),
    status: event.status,
    sequence: sequenceOf(component),
    transparent: event.transparent,
    private: event.private,
    linework: Object.fromEntries(
      component.lines
        .filter((line) => line.name.startsWith(prefix))
        .map((line) => [line.name.slice(prefix.length), unescapeText(line.value)]),
    ),
  }
}

/**
 * The event of a calendar object, times as instants; floating times and dates are read in `zone`
 * (IANA). Fails with `broken-event` when there is none whose time can be read.
 */
export const readEvent = (text: string, zone: string): Result<WireEvent> => {
  const parsed = parseText(text)
  const event = wireEvent(readEvents(parsed, zone, parsed.warnings))
  return event
    ? ok(event)
    : fail('broken-event', 'There is an event in this calendar that cannot be read.', {
        remedy:
          'Open the calendar outside Linework, look for the event and save it again, or delete it.',
      })
}
