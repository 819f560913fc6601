import { malformed, readBody } from './collections.ts'
import { refuse, type DavAnswer, type DavRequest } from './http.ts'
import { multistatus, type Row } from './multistatus.ts'
import { propertyRow, tokenOf } from './properties.ts'
import { matches, readFilter } from './query-filter.ts'
import type { Quirks } from './quirks.ts'
import { hrefOf, locate, objectsOf, type CalendarResource, type View } from './resource.ts'
import { child, requestedNames, type XmlElement } from './xml-read.ts'
import { CALDAV, DAV, tag } from './xml-write.ts'

export type OccursIn = (text: string, start: number, end: number) => boolean

export interface ReportContext {
  readonly view: View
  readonly quirks: Quirks
  readonly occursIn: OccursIn
}

export const report = (
  request: DavRequest,
  resource: CalendarResource,
  context: ReportContext,
): DavAnswer => {
  const asked = readBody(request)
  switch (asked?.name) {
    case undefined:
      return malformed()
    case `{${DAV}}sync-collection`:
      return syncCollection(asked, resource, context)
    case `{${CALDAV}}calendar-multiget`:
      return multiget(asked, resource, context)
    case `{${CALDAV}}calendar-query`:
      // Nextcloud refuses a query without Depth, others silently answer for depth 0: nothing.
      return request.headers.get('depth') === null
        ? refuse(400, 'A calendar-query needs a Depth header.')
        : query(asked, resource, context)
    default:
      return refuse(415, 'This report is not known here.', `{${DAV}}supported-report`)
  }
}

/** RFC 4791 §7.9. */
const multiget = (asked: XmlElement, resource: CalendarResource, context: ReportContext) => {
  const names = requestedNames(asked)
  const rows = asked.children
    .filter(({ name }) => name === `{${DAV}}href`)
    .flatMap(({ text }): Row[] => {
      const href = text.trim()
      const place = locate(href.replace(/^https?:\/\/[^/]*/i, ''), context.view)
      const found = place.kind === 'found' && place.resource.kind === 'object' && place.resource
      if (found && found.parent.href === resource.href)
        return [propertyRow(found, names, context.view)]
      return context.quirks.multigetOmitsMissing ? [] : [{ href, status: 404 }]
    })
  return multistatus(rows)
}

/** RFC 4791 §7.8. */
const query = (asked: XmlElement, resource: CalendarResource, context: ReportContext) => {
  const filter = readFilter(asked)
  if (!filter) return refuse(403, 'This filter is not understood.', `{${CALDAV}}supported-filter`)
  const names = requestedNames(asked)
  return multistatus(
    objectsOf(resource)
      .filter(({ object }) => matches(object.text, filter, context.occursIn))
      .map((object) => propertyRow(object, names, context.view)),
  )
}

const badToken = (): DavAnswer =>
  refuse(403, 'Invalid or expired sync token.', `{${DAV}}valid-sync-token`)

/** RFC 6578 §3: everything, or what changed since a token, oldest change first. */
const syncCollection = (
  asked: XmlElement,
  resource: CalendarResource,
  { view, quirks }: ReportContext,
): DavAnswer => {
  const { calendar } = resource
  const token = child(asked, `{${DAV}}sync-token`)?.text.trim() ?? ''
  const since = token === '' ? 0 : Number(/^http:\/\/sabre\.io\/ns\/sync\/(\d+)$/.exec(token)?.[1])
  if (Number.isNaN(since) || (token !== '' && since < calendar.oldestToken)) return badToken()
  if (since > calendar.revision && !quirks.acceptFutureTokens) return badToken()

  const names = requestedNames(asked)
  const changed = objectsOf(resource)
    .filter(({ object }) => object.revision > since)
    .map((object) => ({
      revision: object.object.revision,
      row: () => propertyRow(object, names, view),
    }))
  const gone = [...calendar.deleted]
    .filter(([, revision]) => token !== '' && revision > since)
    .map(([file, revision]) => ({
      revision,
      row: (): Row => ({ href: resource.href + hrefOf(file), status: 404 }),
    }))
  const changes = [...changed, ...gone].sort((a, b) => a.revision - b.revision)

  const wanted = child(child(asked, `{${DAV}}limit`), `{${DAV}}nresults`)?.text
  const size = Math.min(Number(wanted ?? Infinity), quirks.pageSize ?? Infinity)
  if (!(size >= 1)) return refuse(400, 'The limit is not a positive number.')
  const page = changes.slice(0, size)
  const last = page.length < changes.length ? page.at(-1)?.revision : undefined
  const rows = page.map(({ row }) => row())
  const more: Row = {
    href: resource.href,
    status: 507,
    error: tag(`{${DAV}}number-of-matches-within-limits`),
  }
  return multistatus(
    last === undefined ? rows : [...rows, more],
    tag(`{${DAV}}sync-token`, tokenOf(last ?? calendar.revision)),
  )
}
