import { fail, ok, type Result } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import { isZone } from '../../domain/zone.ts'
import { formatLine } from './content-line.ts'
import { type CalendarEvent, readEvents, sequenceOf } from './event.ts'
import { endOf } from './moment.ts'
import { type Component, findLines, type ParsedText, parseText, textOf } from './parse.ts'
import { formatUtc } from './values.ts'
import type { WireFields } from './wire.ts'
import { formatCategories, formatText, formatTime, lineworkName, timezoneFor } from './write.ts'

/** [from, to) of the text becomes `text`. */
interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

const applyEdits = (text: string, edits: readonly Edit[], newline: string): string => {
  let result = ''
  let at = 0
  for (const edit of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    result += text.slice(at, edit.from) + edit.text.replaceAll('\r\n', newline)
    at = edit.to
  }
  return result + text.slice(at)
}

/** Replaces the first property of that name, or puts it at the end of the event's own; the others go. */
const replaceLine = (component: Component, name: string, text: string): Edit[] => {
  const [first, ...others] = findLines(component, name)
  const end = component.children[0]?.from ?? component.to
  return [
    first ? { from: first.from, to: first.to, text } : { from: end, to: end, text },
    ...others.map(({ from, to }) => ({ from, to, text: '' })),
  ]
}

const removeLines = (component: Component, name: string): Edit[] =>
  findLines(component, name).map(({ from, to }) => ({ from, to, text: '' }))

const editTimes = (
  event: CalendarEvent,
  parsed: ParsedText,
  fields: Partial<WireFields>,
): Edit[] | null => {
  const { component } = event
  if (fields.start === undefined && fields.end === undefined) return []
  const start = fields.start ?? event.start?.instant
  const end = fields.end ?? (event.start ? endOf(event.start, event.length) : undefined)
  if (start === undefined || end === undefined) return null
  const isSame =
    event.start?.kind === 'fixed' &&
    event.start.instant === start &&
    endOf(event.start, event.length) === end
  if (isSame) return []
  const name = fields.zone ?? event.start?.zone.name ?? 'UTC'
  const zone = isZone(name) ? name : 'UTC'
  const isDefined = parsed.timezones.some((definition) => textOf(definition, 'TZID') === zone)
  const calendar = parsed.calendars.find(({ children }) => children.includes(component))
  const top = (calendar?.children[0] ?? component).from
  return [
    ...(isDefined ? [] : [{ from: top, to: top, text: timezoneFor(start, zone) }]),
    ...replaceLine(component, 'DTSTART', formatTime('DTSTART', start, zone)),
    ...replaceLine(component, 'DTEND', formatTime('DTEND', end, zone)),
    ...removeLines(component, 'DURATION'),
  ]
}

const editText = (component: Component, name: string, text: string | undefined): Edit[] => {
  if (text === undefined || text === textOf(component, name)) return []
  return text === ''
    ? removeLines(component, name)
    : replaceLine(component, name, formatText(name, text))
}

const editLine = (component: Component, name: string, line: string): Edit[] => {
  const [first, ...others] = findLines(component, name)
  const isSame = others.length === 0 && formatLine(name, first?.value ?? '') === line
  if (isSame) return []
  return line === '' ? removeLines(component, name) : replaceLine(component, name, line)
}

/**
 * The server's own text with the given fields replaced in the event that is no override (and has
 * `fields.uid`, if given). All else stays byte for byte, folds included. Fields that say already what
 * is wanted are left as they are; if all do, the text comes back as it was. Otherwise SEQUENCE goes up
 * by one (or to `fields.sequence`, if that is more), DTSTAMP and LAST-MODIFIED become `stamp`, and a
 * VTIMEZONE is added for a TZID that has none. Give `zone` with `start` or `end`.
 *
 * Fails with `broken-event` when that event is not in the text or its time is needed and unreadable.
 */
export const patchEvent = (
  serverText: string,
  fields: Partial<WireFields>,
  stamp: Instant,
): Result<string> => {
  // A property may have to go behind the last line.
  const text = /[\r\n]$/.test(serverText) ? serverText : `${serverText}\r\n`
  const parsed = parseText(text)
  const event = readEvents(parsed, fields.zone ?? 'UTC', parsed.warnings).find(
    ({ uid, recurrenceId }) =>
      recurrenceId === null && (fields.uid === undefined || uid === fields.uid),
  )
  const times = event && editTimes(event, parsed, fields)
  if (!event || !times)
    return fail('broken-event', 'The event in the calendar cannot be changed: it cannot be read.', {
      remedy: 'Open the calendar outside Linework and look at the event there.',
    })
  const { component } = event
  const edits = [
    ...times,
    ...editText(component, 'SUMMARY', fields.summary),
    ...editText(component, 'DESCRIPTION', fields.description),
    ...(fields.status ? editLine(component, 'STATUS', formatLine('STATUS', fields.status)) : []),
    ...(fields.categories
      ? editLine(component, 'CATEGORIES', formatCategories(fields.categories))
      : []),
    ...(fields.created === undefined
      ? []
      : editLine(component, 'CREATED', formatLine('CREATED', formatUtc(fields.created)))),
    ...Object.entries(fields.linework ?? {}).flatMap(([key, value]) =>
      editText(component, lineworkName(key), value),
    ),
  ]
  if (edits.length === 0) return ok(serverText)
  const sequence = Math.max(sequenceOf(component) + 1, fields.sequence ?? 0)
  edits.push(
    ...replaceLine(component, 'SEQUENCE', formatLine('SEQUENCE', String(sequence))),
    ...replaceLine(component, 'DTSTAMP', formatLine('DTSTAMP', formatUtc(stamp))),
    ...replaceLine(component, 'LAST-MODIFIED', formatLine('LAST-MODIFIED', formatUtc(stamp))),
  )
  return ok(applyEdits(text, edits, text.includes('\r\n') ? '\r\n' : '\n'))
}
