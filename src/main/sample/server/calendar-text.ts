import { DAY, type Instant } from '../../../domain/interval.ts'
import { fromWallClock, isZone } from '../../../domain/zone.ts'

/**
 * As much iCalendar as a CalDAV server needs: is it well nested, what is its UID, does it touch a
 * time range. Apart from the program's own reader on purpose, so that the two can disagree.
 */
export interface Component {
  readonly name: string
  readonly properties: Property[]
  readonly children: Component[]
}

export interface Property {
  readonly name: string
  readonly parameters: string
  readonly value: string
}

/** The outermost component, or null when lines cannot be read or BEGIN and END do not match. */
export const parseCalendar = (text: string): Component | null => {
  const top: Component = { name: '', properties: [], children: [] }
  const open = [top]
  for (const line of unfold(text)) {
    const property = readLine(line)
    const current = open.at(-1)
    if (!property || !current) return null
    if (property.name === 'BEGIN') {
      const component = { name: property.value.toUpperCase(), properties: [], children: [] }
      current.children.push(component)
      open.push(component)
    } else if (property.name === 'END') {
      if (current.name !== property.value.toUpperCase()) return null
      open.pop()
    } else if (current === top) return null
    else current.properties.push(property)
  }
  return open.length === 1 ? (top.children[0] ?? null) : null
}

const unfold = (text: string): string[] =>
  text
    .replaceAll(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')

const readLine = (line: string): Property | null => {
  const match = /^([\w-]+)((?:;[^=:;]+=(?:"[^"]*"|[^":;])*)*):(.*)$/s.exec(line)
  return match
    ? { name: (match[1] ?? '').toUpperCase(), parameters: match[2] ?? '', value: match[3] ?? '' }
    : null
}

export const propertyOf = (component: Component, name: string): Property | undefined =>
  component.properties.find((property) => property.name === name)

/** The UID of a text that may be broken; empty when there is none. */
export const looseUid = (text: string): string => {
  const line = unfold(text).find((one) => /^UID[;:]/i.test(one))
  return line === undefined ? '' : line.slice(line.indexOf(':') + 1).trim()
}

const shownWhenConfidential = new Set(
  'CREATED DTSTART RRULE RECURRENCE-ID RDATE DURATION DTEND CLASS EXRULE EXDATE UID SUMMARY'.split(
    ' ',
  ),
)

/** What Nextcloud hands out of a confidential event in a share: that somebody is busy, and when. */
export const confidential = (text: string): string =>
  text.replaceAll(/(?<=BEGIN:VEVENT\r?\n).*?(?=END:VEVENT)/gs, (event) =>
    unfold(event.replaceAll(/^BEGIN:(\w+)$.*?^END:\1$/gms, ''))
      .filter((line) => shownWhenConfidential.has(readLine(line)?.name ?? ''))
      .map((line) => `${line.replace(/^SUMMARY.*/, 'SUMMARY:Busy')}\r\n`)
      .join(''),
  )

/**
 * True if an event of the file touches [start, end). Whatever recurs always does, and times whose
 * zone is unknown are given a day on either side: too many rows are right, too few are not.
 */
export const occursIn = (text: string, start: Instant, end: Instant): boolean =>
  parseCalendar(text)?.children.some(
    (component) => component.name === 'VEVENT' && eventOccursIn(component, start, end),
  ) ?? true

const eventOccursIn = (event: Component, start: Instant, end: Instant): boolean => {
  if (propertyOf(event, 'RRULE') || propertyOf(event, 'RDATE')) return true
  const from = spanOf(propertyOf(event, 'DTSTART'))
  if (!from) return true
  const until = spanOf(propertyOf(event, 'DTEND'))
  const last = until?.latest ?? from.latest + lengthOf(event, from.isDate)
  // An event without length counts at its start, RFC 4791 §9.9.
  return from.earliest < end && (last > start || (last === from.latest && from.earliest >= start))
}

const spanOf = (
  property: Property | undefined,
): { earliest: Instant; latest: Instant; isDate: boolean } | null => {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(property?.value ?? '')
  if (!property || !match) return null
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((digits) => Number(digits ?? 0))
  const wall = Date.UTC(year, month - 1, day, hour, minute, second)
  const isDate = match[4] === undefined
  const zone = /;TZID="?([^";:]+)/i.exec(property.parameters)?.[1]
  if (match[7] === 'Z') return { earliest: wall, latest: wall, isDate }
  if (zone !== undefined && isZone(zone)) {
    const instant = fromWallClock(wall, zone)
    return { earliest: instant, latest: instant, isDate }
  }
  return { earliest: wall - DAY, latest: wall + DAY, isDate }
}

const units: Record<string, number> = { W: 7 * DAY, D: DAY, H: DAY / 24, M: DAY / 1440, S: 1000 }

const lengthOf = (event: Component, isDate: boolean): number => {
  const duration = propertyOf(event, 'DURATION')?.value
  if (duration === undefined) return isDate ? DAY : 0
  return [...duration.matchAll(/(\d+)([WDHMS])/g)].reduce(
    (sum, [, amount, unit = '']) => sum + Number(amount) * (units[unit] ?? 0),
    0,
  )
}
