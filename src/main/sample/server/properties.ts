import type { Row } from './multistatus.ts'
import {
  childrenOf,
  homeHref,
  principalHref,
  type CalendarResource,
  type Resource,
  type View,
} from './resource.ts'
import { APPLE, CALDAV, CALENDARSERVER, DAV, escapeXml as text, tag } from './xml-write.ts'

/** A property's value as XML, or undefined where the resource has no such property. */
type Reader = (resource: Resource, view: View) => string | undefined

const dav = (local: string): string => `{${DAV}}${local}`
const caldav = (local: string): string => `{${CALDAV}}${local}`

const hrefTag = (href: string): string => tag(dav('href'), { text: href })

const types: Record<Resource['kind'], readonly string[]> = {
  folder: [dav('collection')],
  principal: [dav('collection'), dav('principal')],
  home: [dav('collection')],
  inbox: [dav('collection'), caldav('schedule-inbox')],
  outbox: [dav('collection'), caldav('schedule-outbox')],
  calendar: [dav('collection'), caldav('calendar')],
  object: [],
}

const ofCalendar =
  (read: (resource: CalendarResource, view: View) => string): Reader =>
  (resource, view) =>
    resource.kind === 'calendar' ? read(resource, view) : undefined

const ofObject =
  (read: (object: Extract<Resource, { kind: 'object' }>['object']) => string): Reader =>
  (resource) =>
    resource.kind === 'object' ? text(read(resource.object)) : undefined

/** The sync token of a calendar at a revision, in the form Nextcloud has. */
export const tokenOf = (revision: number): string => `http://sabre.io/ns/sync/${revision}`

const privileges = (writable: boolean): string =>
  // Nextcloud grants write-properties to readers too: it is no sign that events may be written.
  ['read', 'read-current-user-privilege-set', 'write-properties']
    .concat(writable ? ['write', 'write-content', 'bind', 'unbind'] : [])
    .map((name) => tag(dav('privilege'), tag(dav(name))))
    .join('')

const displayName: Reader = (resource) => {
  if (resource.kind === 'calendar') return text(resource.calendar.displayName)
  return resource.kind === 'principal' ? text(resource.user.displayName) : undefined
}

const reports = ['calendar-multiget', 'calendar-query'].map(caldav).concat(dav('sync-collection'))

const readers = new Map<string, Reader>([
  [dav('resourcetype'), ({ kind }) => types[kind].map((type) => tag(type)).join('')],
  [dav('displayname'), displayName],
  [dav('current-user-principal'), (_, { user }) => hrefTag(principalHref(user.name))],
  [
    dav('principal-URL'),
    (resource) => (resource.kind === 'principal' ? hrefTag(resource.href) : undefined),
  ],
  [
    caldav('calendar-home-set'),
    (resource) =>
      resource.kind === 'principal' ? hrefTag(homeHref(resource.user.name)) : undefined,
  ],
  [dav('owner'), ofCalendar(({ calendar }) => hrefTag(principalHref(calendar.owner)))],
  [
    dav('current-user-privilege-set'),
    (resource) => {
      if (resource.kind === 'calendar') return privileges(resource.writable)
      return resource.kind === 'object' ? privileges(resource.parent.writable) : privileges(false)
    },
  ],
  [
    dav('supported-report-set'),
    ofCalendar(() =>
      reports.map((name) => tag(dav('supported-report'), tag(dav('report'), tag(name)))).join(''),
    ),
  ],
  [dav('sync-token'), ofCalendar(({ calendar }) => text(tokenOf(calendar.revision)))],
  [`{${CALENDARSERVER}}getctag`, ofCalendar(({ calendar }) => text(tokenOf(calendar.revision)))],
  [
    caldav('supported-calendar-component-set'),
    ofCalendar(({ calendar }) =>
      calendar.components.map((name) => `<cal:comp name="${text(name)}"/>`).join(''),
    ),
  ],
  [caldav('calendar-timezone'), ofCalendar(({ calendar }) => text(calendar.timezone))],
  [`{${APPLE}}calendar-color`, ofCalendar(({ calendar }) => text(calendar.color))],
  [dav('getetag'), ofObject((object) => object.etag)],
  [dav('getcontenttype'), ofObject(() => 'text/calendar; charset=utf-8; component=vevent')],
  [dav('getcontentlength'), ofObject((object) => String(Buffer.byteLength(object.text)))],
  [dav('getlastmodified'), ofObject((object) => new Date(object.modified).toUTCString())],
  [caldav('calendar-data'), ofObject((object) => object.text)],
])

/** Answered for DAV:allprop: the live properties of RFC 4918 only. */
export const commonNames: readonly string[] = [
  'resourcetype',
  'displayname',
  'getetag',
  'getcontenttype',
  'getcontentlength',
  'getlastmodified',
].map(dav)

/** What is there under 200, what is not under 404. */
export const propertyRow = (resource: Resource, names: readonly string[], view: View): Row => {
  const found: string[] = []
  const missing: string[] = []
  for (const name of names) {
    const value = readers.get(name)?.(resource, view)
    if (value === undefined) missing.push(tag(name))
    else found.push(tag(name, value))
  }
  return {
    href: resource.href,
    propstats: [
      { status: 200, properties: found },
      { status: 404, properties: missing },
    ],
  }
}

export const propertyNames = (resource: Resource, view: View): string[] =>
  [...readers].filter(([, read]) => read(resource, view) !== undefined).map(([name]) => name)

/** The resource and, at depth 1, its members. */
export const withMembers = (resource: Resource, depth: string | null, view: View): Resource[] =>
  depth === '0' ? [resource] : [resource, ...childrenOf(resource, view)]
