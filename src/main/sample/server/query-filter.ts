import { parseCalendar, propertyOf, type Component } from './calendar-text.ts'
import type { OccursIn } from './reports.ts'
import { child, type XmlElement } from './xml-read.ts'
import { CALDAV } from './xml-write.ts'

/** A CALDAV:comp-filter, RFC 4791 §9.7.1. */
interface ComponentFilter {
  readonly name: string
  readonly absent: boolean
  /** UTC instants, ms; open ends are infinite. */
  readonly range: { readonly start: number; readonly end: number } | null
  readonly properties: readonly PropertyFilter[]
  readonly components: readonly ComponentFilter[]
}

interface PropertyFilter {
  readonly name: string
  readonly absent: boolean
  readonly contains: { readonly text: string; readonly negate: boolean } | null
}

const caldav = (local: string): string => `{${CALDAV}}${local}`

/** The filter of a calendar-query, or null when it asks for something that is not understood. */
export const readFilter = (query: XmlElement): ComponentFilter | null => {
  const outer = child(child(query, caldav('filter')), caldav('comp-filter'))
  return outer?.attributes.get('name') === 'VCALENDAR' ? readComponent(outer) : null
}

const inComponents = new Set(
  ['comp-filter', 'prop-filter', 'time-range', 'is-not-defined'].map(caldav),
)
const inProperties = new Set(['text-match', 'is-not-defined'].map(caldav))

const readComponent = (element: XmlElement): ComponentFilter | null => {
  const named = (local: string): XmlElement[] =>
    element.children.filter(({ name }) => name === caldav(local))
  const components = named('comp-filter').map(readComponent)
  const properties = named('prop-filter').map(readProperty)
  const time = child(element, caldav('time-range'))
  const range = time
    ? { start: readTime(time, 'start', -Infinity), end: readTime(time, 'end', Infinity) }
    : null
  const understood =
    element.children.every(({ name }) => inComponents.has(name)) &&
    !Number.isNaN(range?.start) &&
    !Number.isNaN(range?.end)
  return understood &&
    components.every((one) => one !== null) &&
    properties.every((one) => one !== null)
    ? {
        name: element.attributes.get('name') ?? '',
        absent: named('is-not-defined').length > 0,
        range,
        properties,
        components,
      }
    : null
}

const readProperty = (element: XmlElement): PropertyFilter | null => {
  if (!element.children.every(({ name }) => inProperties.has(name))) return null
  const match = child(element, caldav('text-match'))
  return {
    name: element.attributes.get('name') ?? '',
    absent: child(element, caldav('is-not-defined')) !== undefined,
    contains: match
      ? { text: match.text, negate: match.attributes.get('negate-condition') === 'yes' }
      : null,
  }
}

/** NaN for anything but a UTC date with time, which is all RFC 4791 §9.9 allows. */
const readTime = (element: XmlElement, name: string, open: number): number => {
  const value = element.attributes.get(name)
  if (value === undefined) return open
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(value)
  if (!match) return Number.NaN
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** A text that cannot be parsed matches every filter: it must not vanish from sight. */
export const matches = (text: string, filter: ComponentFilter, occursIn: OccursIn): boolean => {
  const calendar = parseCalendar(text)
  return calendar === null || holds(filter, [calendar], text, occursIn)
}

const holds = (
  filter: ComponentFilter,
  siblings: readonly Component[],
  text: string,
  occursIn: OccursIn,
): boolean => {
  const named = siblings.filter(({ name }) => name === filter.name)
  if (filter.absent) return named.length === 0
  return named.some(
    (component) =>
      filter.properties.every((property) => propertyHolds(property, component)) &&
      filter.components.every((inner) => holds(inner, component.children, text, occursIn)) &&
      (filter.range === null || occursIn(text, filter.range.start, filter.range.end)),
  )
}

const propertyHolds = (filter: PropertyFilter, component: Component): boolean => {
  const value = propertyOf(component, filter.name)?.value
  if (filter.absent || value === undefined) return filter.absent === (value === undefined)
  if (!filter.contains) return true
  const found = value.toLowerCase().includes(filter.contains.text.toLowerCase())
  return found !== filter.contains.negate
}
