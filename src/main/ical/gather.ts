import { formatLine } from './content-line.ts'
import { findLine, parseText } from './parse.ts'
import { formatText } from './write.ts'

const bodies = new Set(['VEVENT', 'VTODO', 'VJOURNAL'])

const ended = (text: string): string => (/\r?\n$/.test(text) ? text : `${text}\r\n`)

/**
 * One calendar of many objects (RFC 5545 §3.4): their events, tasks and notes as they are written, and
 * each time zone once, in its longest definition. What is not whole is left out; `name` is shown by programs that read it.
 */
export const gatherCalendar = (name: string, texts: Iterable<string>): string => {
  const zones = new Map<string, string>()
  const parts: string[] = []
  for (const text of texts)
    for (const { children } of parseText(text).calendars)
      for (const component of children) {
        const end = new RegExp(`^END:${component.name}[ \\t]*(\\r?\\n|$)`, 'i')
        const last = end.exec(text.slice(component.to))
        if (!last) continue
        const whole = ended(text.slice(component.from, component.to + last[0].length))
        const zone = findLine(component, 'TZID')?.value
        if (component.name === 'VTIMEZONE' && zone !== undefined)
          if (whole.length > (zones.get(zone)?.length ?? 0)) zones.set(zone, whole)
        if (bodies.has(component.name)) parts.push(whole)
      }
  return [
    formatLine('BEGIN', 'VCALENDAR'),
    formatLine('VERSION', '2.0'),
    formatLine('PRODID', '-//Linework//Linework//EN'),
    formatText('X-WR-CALNAME', name),
    ...zones.values(),
    ...parts,
    formatLine('END', 'VCALENDAR'),
  ].join('')
}
