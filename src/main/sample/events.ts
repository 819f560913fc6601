import type { Instant } from '../../domain/interval.ts'
import type { LocalDate } from '../../domain/zone.ts'

interface SampleEvent {
  readonly uid: string
  readonly title: string
}

const stamp = (instant: Instant): string =>
  new Date(instant).toISOString().replaceAll(/[-:]|\.\d+/g, '')

const calendar = ({ uid, title }: SampleEvent, lines: readonly string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Sample phone//Calendar//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp(0)}`,
    `SUMMARY:${title}`,
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')

/** An event as a phone writes it, RFC 5545 §3.6.1. */
export const timedEvent = (
  event: SampleEvent & {
    readonly start: Instant
    readonly end: Instant
    readonly weekly?: true
    readonly private?: true
  },
): string =>
  calendar(event, [
    `DTSTART:${stamp(event.start)}`,
    `DTEND:${stamp(event.end)}`,
    ...(event.weekly ? ['RRULE:FREQ=WEEKLY'] : []),
    ...(event.private ? ['CLASS:PRIVATE'] : []),
  ])

/** Whole days; `to` is the first day after it. */
export const allDayEvent = (
  event: SampleEvent & { readonly from: LocalDate; readonly to: LocalDate },
): string =>
  calendar(event, [
    `DTSTART;VALUE=DATE:${event.from.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${event.to.replaceAll('-', '')}`,
  ])
