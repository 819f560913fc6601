import type { Interval } from '../../domain/interval.ts'

const head = '<?xml version="1.0" encoding="utf-8"?>\n'
const namespaces =
  'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:CS="http://calendarserver.org/ns/"'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

const escapeXml = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (character) => escapes[character] ?? '')

const properties = (names: readonly string[]): string =>
  `<D:prop>${names.map((name) => `<${name}/>`).join('')}</D:prop>`

const objectProperties = properties(['D:getetag', 'C:calendar-data'])

/** RFC 4918 §9.1. */
export const propfindBody = (names: readonly string[]): string =>
  `${head}<D:propfind ${namespaces}>${properties(names)}</D:propfind>`

/**
 * RFC 6578 §3.2. No limit of ours: under one, sabre's pages may come short without saying so;
 * a server that pages by itself says so with a 507.
 */
export const syncBody = (token: string | null): string =>
  `${head}<D:sync-collection ${namespaces}><D:sync-token>${escapeXml(token ?? '')}</D:sync-token>` +
  `<D:sync-level>1</D:sync-level>${properties(['D:getetag'])}</D:sync-collection>`

/** RFC 4791 §7.9. */
export const multigetBody = (hrefs: readonly string[]): string =>
  `${head}<C:calendar-multiget ${namespaces}>${objectProperties}` +
  `${hrefs.map((href) => `<D:href>${escapeXml(href)}</D:href>`).join('')}</C:calendar-multiget>`

const eventQuery = (filter: string): string =>
  `${head}<C:calendar-query ${namespaces}>${objectProperties}<C:filter>` +
  `<C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">${filter}</C:comp-filter>` +
  `</C:comp-filter></C:filter></C:calendar-query>`

/** RFC 4791 §7.8.6. */
export const uidQueryBody = (uid: string): string =>
  eventQuery(
    `<C:prop-filter name="UID"><C:text-match collation="i;octet">${escapeXml(uid)}` +
      `</C:text-match></C:prop-filter>`,
  )

const utcStamp = (instant: number): string =>
  new Date(instant).toISOString().replaceAll(/[-:]|\.\d+/g, '')

/** RFC 4791 §9.9: times in UTC. */
export const spanQueryBody = ({ start, end }: Interval): string =>
  eventQuery(`<C:time-range start="${utcStamp(start)}" end="${utcStamp(end)}"/>`)

/** RFC 4791 §7.10. */
export const freeBusyBody = ({ start, end }: Interval): string =>
  `${head}<C:free-busy-query ${namespaces}>` +
  `<C:time-range start="${utcStamp(start)}" end="${utcStamp(end)}"/></C:free-busy-query>`
