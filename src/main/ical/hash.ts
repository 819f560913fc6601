import { hash } from 'node:crypto'
import { type CalendarEvent, readEvents } from './event.ts'
import type { Moment } from './moment.ts'
import { findLine, findLines, parseText, textOf } from './parse.ts'
import { unescapeText } from './values.ts'

/** Independent of the studio's zone; a recurring time keeps its zone, the clock changes in it. */
const momentKey = (moment: Moment | null, recurring: boolean): string => {
  if (!moment) return ''
  if (moment.kind !== 'fixed') return `${moment.kind} ${moment.wall}`
  return recurring ? `${moment.instant} ${moment.zone.name}` : String(moment.instant)
}

const sorted = (values: readonly string[]): string[] => [...values].sort()

const matters = (event: CalendarEvent): unknown => {
  const { component } = event
  const recurring = event.rules.length > 0
  return [
    event.uid,
    momentKey(event.recurrenceId, false),
    event.andFuture,
    momentKey(event.start, recurring),
    // An event without a readable start is known by what it says there.
    event.start ? '' : (findLine(component, 'DTSTART')?.value ?? ''),
    momentKey(event.end, recurring) || `${event.length.days}/${event.length.exact}`,
    ['RRULE', 'EXRULE'].map((name) =>
      sorted(
        findLines(component, name).map((line) =>
          sorted(line.value.toUpperCase().split(';')).join(';'),
        ),
      ),
    ),
    sorted(
      event.extraDates.map(
        ({ moment, length }) => `${momentKey(moment, false)} ${length?.days}/${length?.exact}`,
      ),
    ),
    sorted(event.exceptionDates.map((moment) => momentKey(moment, false))),
    event.summary,
    textOf(component, 'DESCRIPTION'),
    event.status,
    event.transparent,
    event.private,
    sorted(
      component.lines
        .filter((line) => line.name.startsWith('X-LINEWORK-'))
        .map((line) => `${line.name}:${unescapeText(line.value)}`),
    ),
  ]
}

/** See `contentHash`; for events that were read already. */
export const hashOf = (events: readonly CalendarEvent[]): string =>
  hash('sha256', JSON.stringify(sorted(events.map((event) => JSON.stringify(matters(event))))))

/**
 * SHA-256 (hex) of what matters in a calendar object: times, recurrence, summary, description, status,
 * transparency, class and our own properties of each event. Not DTSTAMP, LAST-MODIFIED, PRODID,
 * SEQUENCE, alarms, attendees, nor order, folding and escaping, which servers change on their own.
 */
export const contentHash = (text: string): string => {
  const parsed = parseText(text)
  return hashOf(readEvents(parsed, 'UTC', parsed.warnings))
}
