import { confidential } from './calendar-text.ts'
import type { Calendar, CalendarObject } from './state.ts'

/** Paths as Nextcloud has them. */
export const ROOT = '/remote.php/dav/'
const PRINCIPALS = `${ROOT}principals/users/`
const CALENDARS = `${ROOT}calendars/`

export interface User {
  readonly name: string
  readonly password: string
  readonly displayName: string
}

/** A calendar as one user sees it in the own home: an own one, or one that is shared with the user. */
export interface CalendarResource {
  readonly kind: 'calendar'
  readonly href: string
  readonly calendar: Calendar
  readonly writable: boolean
  readonly shared: boolean
}

export interface ObjectResource {
  readonly kind: 'object'
  readonly href: string
  readonly parent: CalendarResource
  readonly object: CalendarObject
}

export type Resource =
  | { readonly kind: 'folder' | 'inbox' | 'outbox'; readonly href: string }
  | { readonly kind: 'principal'; readonly href: string; readonly user: User }
  | { readonly kind: 'home'; readonly href: string; readonly user: User }
  | CalendarResource
  | ObjectResource

/** What is there, and for whom it is asked. */
export interface View {
  readonly calendars: readonly Calendar[]
  readonly users: readonly User[]
  readonly user: User
}

/** What a path means; a place where a calendar or object could be made is named too. */
export type Place =
  | { readonly kind: 'found'; readonly resource: Resource }
  | { readonly kind: 'free-calendar'; readonly name: string }
  | { readonly kind: 'free-object'; readonly parent: CalendarResource; readonly file: string }
  | { readonly kind: 'missing' | 'foreign' | 'malformed' }

export const hrefOf = (...segments: readonly string[]): string =>
  segments.map(encodeURIComponent).join('/')

export const principalHref = (user: string): string => `${PRINCIPALS}${hrefOf(user)}/`
export const homeHref = (user: string): string => `${CALENDARS}${hrefOf(user)}/`

/** The calendars of a user's home. Nextcloud names a share `<name>_shared_by_<owner>`. */
export const calendarsFor = (view: View): CalendarResource[] =>
  view.calendars.flatMap((calendar): CalendarResource[] => {
    const shared = calendar.owner !== view.user.name
    const share = calendar.shares.get(view.user.name)
    if (shared && !share) return []
    const segment = shared ? `${calendar.name}_shared_by_${calendar.owner}` : calendar.name
    const href = `${homeHref(view.user.name)}${hrefOf(segment)}/`
    const writable = !calendar.readOnly && (share?.write ?? true)
    return [{ kind: 'calendar', href, calendar, writable, shared }]
  })

/** Nextcloud hides private events from everyone but the owner. */
export const isVisible = (parent: CalendarResource, object: CalendarObject): boolean =>
  !parent.shared || !/^CLASS:PRIVATE\s*$/im.test(object.text)

const objectResource = (parent: CalendarResource, object: CalendarObject): ObjectResource => ({
  kind: 'object',
  href: parent.href + hrefOf(object.file),
  parent,
  object:
    parent.shared && /^CLASS:CONFIDENTIAL\s*$/im.test(object.text)
      ? { ...object, text: confidential(object.text) }
      : object,
})

export const objectsOf = (parent: CalendarResource): ObjectResource[] =>
  [...parent.calendar.objects.values()]
    .filter((object) => isVisible(parent, object))
    .map((object) => objectResource(parent, object))

/** Members one level down. */
export const childrenOf = (resource: Resource, view: View): Resource[] => {
  const own = { href: homeHref(view.user.name), user: view.user }
  switch (resource.kind) {
    case 'folder':
      if (resource.href === ROOT) return [folder(`${ROOT}principals/`), folder(CALENDARS)]
      if (resource.href === CALENDARS) return [{ kind: 'home', ...own }]
      if (resource.href === PRINCIPALS)
        return view.users.map((user) => ({
          kind: 'principal',
          href: principalHref(user.name),
          user,
        }))
      return [folder(PRINCIPALS)]
    case 'home':
      return [
        ...calendarsFor(view),
        { kind: 'inbox', href: `${resource.href}inbox/` },
        { kind: 'outbox', href: `${resource.href}outbox/` },
      ]
    case 'calendar':
      return objectsOf(resource)
    default:
      return []
  }
}

const folder = (href: string): Resource => ({ kind: 'folder', href })

const folders = new Set([ROOT, `${ROOT}principals/`, PRINCIPALS, CALENDARS])

/** Resolves a percent-encoded path, with or without the slash of a collection at its end. */
export const locate = (path: string, view: View): Place => {
  const segments = decodeSegments(path)
  if (!segments) return { kind: 'malformed' }
  const collection = `/${segments.join('/')}/`
  if (folders.has(collection)) return { kind: 'found', resource: folder(collection) }
  const [area, ...rest] = segments.slice(2)
  if (!collection.startsWith(ROOT)) return { kind: 'missing' }
  if (area === 'principals') return locatePrincipal(rest, view)
  if (area !== 'calendars') return { kind: 'missing' }
  const [owner, name, file, ...deeper] = rest
  if (owner !== view.user.name) return { kind: 'foreign' }
  const home: Resource = { kind: 'home', href: homeHref(owner), user: view.user }
  if (name === undefined) return { kind: 'found', resource: home }
  const href = `${home.href}${hrefOf(name)}/`
  const parent = childrenOf(home, view).find((one) => one.href === href)
  if (file === undefined)
    return parent ? { kind: 'found', resource: parent } : { kind: 'free-calendar', name }
  if (parent?.kind !== 'calendar' || deeper.length > 0) return { kind: 'missing' }
  const object = parent.calendar.objects.get(file)
  return object && isVisible(parent, object)
    ? { kind: 'found', resource: objectResource(parent, object) }
    : { kind: 'free-object', parent, file }
}

const locatePrincipal = ([users, name, ...rest]: readonly string[], view: View): Place => {
  const user = view.users.find((one) => one.name === name)
  return users === 'users' && user && rest.length === 0
    ? { kind: 'found', resource: { kind: 'principal', href: principalHref(user.name), user } }
    : { kind: 'missing' }
}

const decodeSegments = (path: string): string[] | null => {
  try {
    return path.split('/').filter(Boolean).map(decodeURIComponent)
  } catch {
    return null
  }
}
