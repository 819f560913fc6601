import { lastSegment, normalCollectionUrl, normalHref } from './href.ts'
import { textOf, type Member, type Multistatus } from './multistatus.ts'
import { childOf, type XmlElement } from './xml.ts'

/** A calendar for events as its home lists it. */
export interface CalendarRow {
  readonly url: string
  readonly calendarId: string
  readonly name: string
  readonly syncToken: string | null
  readonly ctag: string | null
  readonly readOnly: boolean
  readonly ownedByLogin: boolean
  /** The owner's user name; null where the server does not tell. */
  readonly owner: string | null
}

export const calendarProperties = [
  'D:resourcetype',
  'D:displayname',
  'D:sync-token',
  'D:owner',
  'D:current-user-principal',
  'D:current-user-privilege-set',
  'C:supported-calendar-component-set',
  'CS:getctag',
] as const

const writing = new Set(['D:all', 'D:write', 'D:write-content', 'D:bind'])

/** RFC 3744 §5.4; a server that names no privileges is taken at its word when we write. */
const isReadOnly = (member: Member): boolean => {
  if (hasBelow(member.properties.get('D:resourcetype'), (name) => name === 'CS:subscribed'))
    return true
  const privileges = member.properties.get('D:current-user-privilege-set')
  return hasBelow(privileges, () => true) && !hasBelow(privileges, (name) => writing.has(name))
}

/** RFC 4791 §5.2.3: a calendar that names no components takes all of them. */
const takesEvents = (member: Member): boolean => {
  const components = member.properties.get('C:supported-calendar-component-set')?.children ?? []
  return (
    components.length === 0 ||
    components.some(({ attributes }) => attributes['name']?.toUpperCase() === 'VEVENT')
  )
}

const hasBelow = (parent: XmlElement | undefined, isWanted: (name: string) => boolean): boolean =>
  parent?.children.some((child) => isWanted(child.name) || hasBelow(child, isWanted)) ?? false

const isCalendar = (member: Member): boolean =>
  hasBelow(member.properties.get('D:resourcetype'), (name) => name === 'C:calendar')

const principalIn = (member: Member, name: string, base: string): string | null => {
  const href = childOf(member.properties.get(name), 'D:href')?.text.trim()
  if (!href || !URL.canParse(href, base)) return null
  return normalHref(href, base).replace(/\/$/, '')
}

const toRow = (member: Member, base: string): CalendarRow => {
  const url = normalCollectionUrl(member.href, base)
  const owner = principalIn(member, 'D:owner', base)
  const login = principalIn(member, 'D:current-user-principal', base)
  const calendarId = lastSegment(url)
  return {
    url,
    calendarId,
    name: textOf(member, 'D:displayname') ?? calendarId,
    syncToken: textOf(member, 'D:sync-token'),
    ctag: textOf(member, 'CS:getctag'),
    readOnly: isReadOnly(member),
    ownedByLogin: owner === null || login === null || owner === login,
    owner: owner === null ? null : lastSegment(new URL(owner, base).href),
  }
}

/** The calendars among the answers to a PROPFIND for `calendarProperties`; `base` is its address. */
export const calendarRows = ({ members }: Multistatus, base: string): CalendarRow[] =>
  members
    .filter((member) => isCalendar(member) && takesEvents(member))
    .map((member) => toRow(member, base))
