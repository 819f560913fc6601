import { mkcalendar, propfind, proppatch } from './collections.ts'
import { answer, refuse, type DavAnswer, type DavRequest } from './http.ts'
import { getObject, putObject, removeObject } from './objects.ts'
import { report, type ReportContext } from './reports.ts'
import { locate, ROOT, type User } from './resource.ts'
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
    return {
      ...refuse(401, 'The user name or the password is wrong.'),
      headers: { 'WWW-Authenticate': 'Basic realm="Nextcloud", charset="UTF-8"' },
    }
  if (request.method === 'OPTIONS')
    return answer(200, { DAV: '1, 3, access-control, calendar-access', Allow: methods })

  const view = { calendars: context.calendars, users: context.users, user }
  const place = locate(request.path, view)
  switch (place.kind) {
    case 'malformed':
      return refuse(400, 'The path is not valid percent-encoding.')
    case 'foreign':
      return forbidden()
    case 'missing':
      return request.method === 'PUT' || request.method === 'MKCALENDAR'
        ? refuse(409, 'The collection above does not exist.')
        : refuse(404, 'There is nothing here.')
    case 'free-calendar': {
      if (request.method !== 'MKCALENDAR') return refuse(404, 'There is no such calendar.')
      const { answer: made, calendar } = mkcalendar(request, place.name, view)
      if (calendar) context.calendars.push(calendar)
      return made
    }
    case 'free-object':
      if (request.method === 'PUT')
        return putObject(request, place.parent, place.file, context.quirks, context.now())
      if (request.method === 'DELETE') return removeObject(request, place.parent, undefined)
      return refuse(404, 'There is no such object.')
    case 'found':
      break
  }

  const { resource } = place
  if (request.method === 'PROPFIND') return propfind(request, resource, view)
  if (resource.kind === 'calendar') {
    const { calendar } = resource
    switch (request.method) {
      case 'REPORT':
        return report(request, resource, { ...context, view })
      case 'PROPPATCH':
        return resource.shared ? forbidden() : proppatch(request, resource)
      case 'DELETE':
        if (resource.shared) calendar.shares.delete(user.name)
        else context.calendars.splice(context.calendars.indexOf(calendar), 1)
        return answer(204)
    }
  }
  if (resource.kind === 'object') {
    const { parent, object } = resource
    switch (request.method) {
      case 'GET':
      case 'HEAD':
        return getObject(resource, request.method === 'GET')
      case 'PUT':
        return putObject(request, parent, object.file, context.quirks, context.now())
      case 'DELETE':
        return removeObject(request, parent, object)
    }
  }
  return { ...refuse(405, 'This cannot be done here.'), headers: { Allow: methods } }
}

const forbidden = (): DavAnswer =>
  refuse(403, 'This belongs to somebody else.', '{DAV:}need-privileges')

/** Basic authentication, the user name and password in UTF-8 (RFC 7617 §2.1). */
const signedIn = (header: string | null, users: readonly User[]): User | undefined => {
  const encoded = /^Basic +([\w+/=]+)$/i.exec(header ?? '')?.[1] ?? ''
  const [, name, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? []
  return users.find((user) => user.name === name && user.password === password)
}
