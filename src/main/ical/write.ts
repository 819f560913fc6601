import { DAY, type Instant } from '../../domain/interval.ts'
import { offsetAt, toWallClock, type WallClock } from '../../domain/zone.ts'
import { formatLine } from './content-line.ts'
import { escapeText, formatLocal, formatUtc } from './values.ts'
import { vtimezone } from './vtimezone.ts'
import type { WireFields } from './wire.ts'

/** False in the hour that comes twice in autumn. */
const isOnlyOne = (instant: Instant, wall: WallClock, zone: string): boolean =>
  [instant - DAY, instant + DAY]
    .map((near) => wall - offsetAt(near, zone))
    .every((other) => other === instant || toWallClock(other, zone) !== wall)

/**
 * A time as a property: local with its TZID; UTC where a local time would name two, of which programs
 * disagree (RFC 5545 §3.3.5: the first; ical.js in Nextcloud: the second).
 */
export const formatTime = (name: string, instant: Instant, zone: string): string => {
  const wall = toWallClock(instant, zone)
  return zone !== 'UTC' && isOnlyOne(instant, wall, zone)
    ? formatLine(`${name};TZID=${zone}`, formatLocal(wall))
    : formatLine(name, formatUtc(instant))
}

export const formatText = (name: string, text: string): string => formatLine(name, escapeText(text))

export const formatCategories = (categories: readonly string[]): string =>
  categories.length ? formatLine('CATEGORIES', categories.map(escapeText).join(',')) : ''

/** `X-LINEWORK-<KEY>` */
export const lineworkName = (key: string): string => `X-LINEWORK-${key.toUpperCase()}`

/** The VTIMEZONE for an event at `start`; UTC needs none. */
export const timezoneFor = (start: Instant, zone: string): string =>
  zone === 'UTC' ? '' : vtimezone(zone, new Date(start).getUTCFullYear())

const eventText = (fields: WireFields, stamp: Instant): string =>
  [
    formatLine('BEGIN', 'VEVENT'),
    formatText('UID', fields.uid),
    formatLine('DTSTAMP', formatUtc(stamp)),
    formatLine('CREATED', formatUtc(fields.created)),
    formatLine('LAST-MODIFIED', formatUtc(stamp)),
    formatLine('SEQUENCE', String(fields.sequence)),
    formatTime('DTSTART', fields.start, fields.zone),
    formatTime('DTEND', fields.end, fields.zone),
    formatText('SUMMARY', fields.summary),
    fields.description && formatText('DESCRIPTION', fields.description),
    formatLine('STATUS', fields.status),
    formatLine('TRANSP', 'OPAQUE'),
    formatCategories(fields.categories),
    ...Object.entries(fields.linework).map(([key, value]) => formatText(lineworkName(key), value)),
    formatLine('END', 'VEVENT'),
  ].join('')

/** One VTIMEZONE for each zone, good from its first event on. */
const timezonesFor = (events: readonly WireFields[]): string => {
  const first = new Map<string, Instant>()
  for (const { zone, start } of events) first.set(zone, Math.min(start, first.get(zone) ?? start))
  return Array.from(first, ([zone, start]) => timezoneFor(start, zone)).join('')
}

/**
 * A calendar with these events, at least one, RFC 5545 §3.4, lines ended by CRLF and folded to 75
 * octets. `stamp` is now.
 */
export const writeCalendar = (events: readonly WireFields[], stamp: Instant): string =>
  [
    formatLine('BEGIN', 'VCALENDAR'),
    formatLine('VERSION', '2.0'),
    formatLine('PRODID', '-//Linework//Linework//EN'),
    timezonesFor(events),
    ...events.map((fields) => eventText(fields, stamp)),
    formatLine('END', 'VCALENDAR'),
  ].join('')

/** A new calendar object with one event, RFC 4791 §4.1. `stamp` is now. */
export const writeEvent = (fields: WireFields, stamp: Instant): string =>
  writeCalendar([fields], stamp)
