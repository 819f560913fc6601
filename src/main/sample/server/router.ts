import { mkcalendar, propfind, proppatch } from './collections.ts'
import { answer, refuse, type DavAnswer, type DavRequest } from './http.ts'
import { getObject, putObject, removeObject } from './objects.ts'
import { report, type ReportContext } from './reports.ts'
import {
  locate,
  ROOT,
  type CalendarResource,
  type ObjectResource,
  type Place,
  type Resource,
  type User,
  type View,
} from './resource.ts'
import type { Calendar } from './state.ts'

export interface RouterContext extends Omit<ReportContext, 'view'> {
  readonly calendars: Calendar[]
  readonly users: readonly User[]
  readonly now: () => number
}

const methods = 'OPTIONS, GET, HEAD, PUT, DELETE, PROPFIND, PROPPATCH, MKCALENDAR, REPORT'

/** Carries out one request. Nothing is kept between two requests but the calendars. */
export const route = (request: DavRequest, context: RouterContext): DavAnswer => {
  if (request.path.replace(/\/$/, '') === '/.well-known/caldav')
    return answer(301, { Location: ROOT })
  const user = signedIn(request.headers.get('authorization'), context.users)
  if (!user)
    return withHeaders(refuse(401, 'The user name or the password is wrong.'), {
      'WWW-Authenticate': 'Basic realm="Nextcloud", charset="UTF-8"',
    })
  if (request.method === 'OPTIONS')
    return answer(200, { DAV: '1, 3, access-control, calendar-access', Allow: methods })
  const view = { calendars: context.calendars, users: context.users, user }
  const place = locate(request.path, view)
  return place.kind === 'found'
    ? atResource(request, place.resource, view, context)
    : elsewhere(request, place, view, context)
}

const atResource = (
  request: DavRequest,
  resource: Resource,
  view: View,
  context: RouterContext,
): DavAnswer => {
  if (request.method === 'PROPFIND') return propfind(request, resource, view)
  const done =
    (resource.kind === 'calendar' && atCalendar(request, resource, view, context)) ||
    (resource.kind === 'object' && atObject(request, resource, context))
  return done || withHeaders(refuse(405, 'This cannot be done here.'), { Allow: methods })
}

const atCalendar = (
  request: DavRequest,
  resource: CalendarResource,
  view: View,
  context: RouterContext,
): DavAnswer | null => {
  const { calendar, shared } = resource
  switch (request.method) {
    case 'REPORT':
      return report(request, resource, { ...context, view })
    case 'PROPPATCH':
      return shared ? forbidden() : proppatch(request, resource)
    case 'DELETE':
      // Deleting a share only takes it out of the own home.
      if (shared) calendar.shares.delete(view.user.name)
      else context.calendars.splice(context.calendars.indexOf(calendar), 1)
      return answer(204)
    default:
      return null
  }
}

const atObject = (
  request: DavRequest,
  { parent, object }: ObjectResource,
  { quirks, now }: RouterContext,
): DavAnswer | null => {
  switch (request.method) {
    case 'GET':
      return getObject(object)
    case 'HEAD':
      return { ...getObject(object), body: '' }
    case 'PUT':
      return putObject(request, parent, object.file, quirks, now())
    case 'DELETE':
      return removeObject(request, parent, object)
    default:
      return null
  }
}

/** Where nothing is: an object or calendar can be made there, everything else is refused. */
const elsewhere = (
  request: DavRequest,
  place: Exclude<Place, { kind: 'found' }>,
  view: View,
  context: RouterContext,
): DavAnswer => {
  const { method } = request
  if (place.kind === 'malformed') return refuse(400, 'The path is not valid percent-encoding.')
  if (place.kind === 'foreign') return forbidden()
  if (place.kind === 'free-calendar' && method === 'MKCALENDAR') {
    const { answer: given, calendar } = mkcalendar(request, place.name, view)
    if (calendar) context.calendars.push(calendar)
    return given
  }
  if (place.kind === 'free-object' && method === 'PUT')
    return putObject(request, place.parent, place.file, context.quirks, context.now())
  if (place.kind === 'free-object' && method === 'DELETE')
    return removeObject(request, place.parent, undefined)
  return method === 'PUT' || method === 'MKCALENDAR'
    ? refuse(409, 'The collection above does not exist.')
    : refuse(404, 'There is nothing here.')
}

const withHeaders = (given: DavAnswer, headers: Readonly<Record<string, string>>): DavAnswer => ({
  ...given,
  headers: { ...given.headers, ...headers },
})

const forbidden = (): DavAnswer =>
  refuse(403, 'This belongs to somebody else.', '{DAV:}need-privileges')

/** Basic authentication, the user name and password in UTF-8 (RFC 7617 §2.1). */
const signedIn = (header: string | null, users: readonly User[]): User | undefined => {
  const encoded = /^Basic +([\w+/=]+)$/i.exec(header ?? '')?.[1] ?? ''
  const [, name, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? []
  return users.find((user) => user.name === name && user.password === password)
}
