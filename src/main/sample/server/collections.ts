import { answer, refuse, type DavAnswer, type DavRequest } from './http.ts'
import { multistatus } from './multistatus.ts'
import { commonNames, propertyNames, propertyRow, withMembers } from './properties.ts'
import type { CalendarResource, Resource, View } from './resource.ts'
import { newCalendar, type Calendar } from './state.ts'
import { child, readXml, requestedNames, type XmlElement } from './xml-read.ts'
import { APPLE, CALDAV, DAV, tag } from './xml-write.ts'

export const readBody = (request: DavRequest): XmlElement | null =>
  readXml(new TextDecoder().decode(request.body))

export const malformed = (): DavAnswer => refuse(400, 'The request body is not well-formed XML.')

/** RFC 4918 §9.1. A depth of infinity counts as 1, as Nextcloud has it. */
export const propfind = (request: DavRequest, resource: Resource, view: View): DavAnswer => {
  const asked = request.body.length === 0 ? undefined : readBody(request)
  if (asked === null || (asked && asked.name !== `{${DAV}}propfind`)) return malformed()
  const targets = withMembers(resource, request.headers.get('depth'), view)
  if (child(asked, `{${DAV}}propname`))
    return multistatus(
      targets.map((target) => ({
        href: target.href,
        propstats: [{ status: 200, properties: asTags(propertyNames(target, view)) }],
      })),
    )
  const named = asked && child(asked, `{${DAV}}prop`) ? requestedNames(asked) : null
  return multistatus(
    targets.map((target) =>
      propertyRow(
        target,
        named ?? commonNames.filter((name) => propertyNames(target, view).includes(name)),
        view,
      ),
    ),
  )
}

type Look = Parameters<typeof newCalendar>[2]

const readLook = (properties: readonly XmlElement[]): { look: Look; refused: string[] } => {
  const look: { -readonly [Key in keyof Look]: Look[Key] } = {}
  const refused: string[] = []
  for (const { name, text, children } of properties) {
    const components = children.flatMap(({ attributes }) => attributes.get('name') ?? [])
    if (name === `{${DAV}}displayname`) look.displayName = text
    else if (name === `{${APPLE}}calendar-color`) look.color = text
    else if (name === `{${CALDAV}}calendar-timezone`) look.timezone = text
    else if (name === `{${CALDAV}}supported-calendar-component-set`) look.components = components
    else refused.push(name)
  }
  return { look, refused }
}

/** The properties under every DAV:set of a DAV:propertyupdate or CALDAV:mkcalendar. */
const setProperties = (update: XmlElement): XmlElement[] =>
  update.children
    .filter(({ name }) => name === `{${DAV}}set`)
    .flatMap((set) => child(set, `{${DAV}}prop`)?.children ?? [])

const asTags = (names: readonly string[]): string[] => names.map((name) => tag(name))

/** RFC 4918 §9.2: all or nothing. */
export const proppatch = (request: DavRequest, resource: CalendarResource): DavAnswer => {
  const update = readBody(request)
  if (update?.name !== `{${DAV}}propertyupdate`) return malformed()
  const properties = setProperties(update)
  const { look, refused } = readLook(properties)
  const accepted = properties.map(({ name }) => name).filter((name) => !refused.includes(name))
  if (refused.length === 0) {
    Object.assign(resource.calendar, look)
    resource.calendar.revision += 1
  }
  return multistatus([
    {
      href: resource.href,
      propstats: [
        { status: refused.length === 0 ? 200 : 424, properties: asTags(accepted) },
        { status: 403, properties: asTags(refused) },
      ],
    },
  ])
}

/** RFC 4791 §5.3.1. */
export const mkcalendar = (
  request: DavRequest,
  name: string,
  view: View,
): { readonly answer: DavAnswer; readonly calendar?: Calendar } => {
  const asked = request.body.length === 0 ? undefined : readBody(request)
  if (asked === null || (asked && asked.name !== `{${CALDAV}}mkcalendar`))
    return { answer: malformed() }
  const { look } = readLook(asked ? setProperties(asked) : [])
  return { answer: answer(201), calendar: newCalendar(view.user.name, name, look) }
}
