import { occursIn as looseOccursIn } from './calendar-text.ts'
import { createFaults, type Faults } from './faults.ts'
import { createFetch, type Fetch } from './fetch.ts'
import type { DavAnswer, DavRequest } from './http.ts'
import { ORIGIN } from './origin.ts'
import { goodServer, type Quirks } from './quirks.ts'
import type { OccursIn } from './reports.ts'
import { homeHref, hrefOf, type User } from './resource.ts'
import { route } from './router.ts'
import { deleteObject, expireTokens, load, newCalendar, save, storeObject } from './state.ts'
import type { Calendar, CalendarObject, SampleState } from './state.ts'

export interface NewCalendar {
  readonly user: string
  /** The last path segment. */
  readonly name: string
  readonly displayName?: string
  readonly color?: string
  readonly components?: readonly string[]
  readonly readOnly?: boolean
}

/** A calendar object as its owner sees it. */
export interface ListedObject extends Pick<CalendarObject, 'file' | 'etag' | 'text' | 'uid'> {
  readonly href: string
}

export interface LoggedRequest {
  readonly method: string
  readonly path: string
  /** null while it runs, and for good when the connection failed. */
  status: number | null
}

/**
 * A CalDAV server in memory. `mkcalendar`, `put`, `remove` and the like act as the owner's phone
 * does: past authentication, faults and checks. Calendars are named by their URL.
 */
export interface SampleServer {
  readonly origin: string
  readonly fetch: Fetch
  readonly faults: Faults
  readonly quirks: Quirks
  readonly requests: LoggedRequest[]
  /** Makes a calendar and returns its URL. */
  readonly mkcalendar: (calendar: NewCalendar) => string
  readonly removeCalendar: (url: string) => void
  /** Stores any text, however broken. */
  readonly put: (calendar: string, file: string, text: string) => ListedObject
  readonly remove: (calendar: string, file: string) => void
  readonly list: (calendar: string) => ListedObject[]
  /** Shows the calendar in another user's home too. */
  readonly share: (calendar: string, user: string, write: boolean) => void
  readonly setReadOnly: (calendar: string, readOnly: boolean) => void
  /** From now on every sync token given out so far is refused. */
  readonly expireTokens: (calendar: string) => void
  /** Everything as JSON, without users and passwords. */
  readonly snapshot: () => SampleState
  /** Goes back to a snapshot, as a server does whose backup is restored. */
  readonly restore: (state: SampleState) => void
  /** Calls the listener after every change; returns how to stop that. */
  readonly onChange: (listener: () => void) => () => void
}

export interface SampleServerOptions {
  /** UTC instant, ms. */
  readonly now: () => number
  readonly users: readonly User[]
  readonly state?: SampleState
  /** Whether an iCalendar text touches [start, end); unless given, whatever recurs always does. */
  readonly occursIn?: OccursIn
}

export const createSampleServer = (options: SampleServerOptions): SampleServer => {
  const { now, users, occursIn = looseOccursIn } = options
  const calendars: Calendar[] = options.state ? load(options.state) : []
  const faults = createFaults()
  const quirks: Quirks = { ...goodServer }
  const requests: LoggedRequest[] = []
  const listeners = new Set<() => void>()

  const changed = <T>(result: T): T => {
    for (const listener of listeners) listener()
    return result
  }
  const find = (url: string): Calendar => {
    const path = new URL(url, ORIGIN).pathname
    const calendar = calendars.find((one) => pathOf(one) === path)
    if (!calendar) throw new Error(`The sample server has no calendar ${path}`)
    return calendar
  }
  const carryOut = (request: DavRequest): DavAnswer => {
    const before = changesOf(calendars)
    const given = route(request, { calendars, users, quirks, now, occursIn })
    return changesOf(calendars) === before ? given : changed(given)
  }
  const exchange = async (request: DavRequest): Promise<DavAnswer> => {
    const entry: LoggedRequest = { method: request.method, path: request.path, status: null }
    requests.push(entry)
    const given = await faults.apply(request, async () => carryOut(request))
    entry.status = given.status
    return given
  }

  return {
    origin: ORIGIN,
    fetch: createFetch(exchange),
    faults,
    quirks,
    requests,
    mkcalendar: ({ user, name, ...look }) => {
      const calendar = newCalendar(user, name, look)
      calendars.push(calendar)
      return changed(ORIGIN + pathOf(calendar))
    },
    removeCalendar: (url) => changed(void calendars.splice(calendars.indexOf(find(url)), 1)),
    put: (url, file, text) => {
      const calendar = find(url)
      return changed(listed(calendar, storeObject(calendar, file, text, now())))
    },
    remove: (url, file) => changed(deleteObject(find(url), file)),
    list: (url) => {
      const calendar = find(url)
      return [...calendar.objects.values()].map((object) => listed(calendar, object))
    },
    share: (url, user, write) => void changed(find(url).shares.set(user, { write })),
    setReadOnly: (url, readOnly) => changed(void Object.assign(find(url), { readOnly })),
    expireTokens: (url) => changed(expireTokens(find(url))),
    snapshot: () => save(calendars),
    restore: (state) => changed(void calendars.splice(0, calendars.length, ...load(state))),
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const pathOf = ({ owner, name }: Calendar): string => `${homeHref(owner)}${hrefOf(name)}/`

const listed = (calendar: Calendar, { file, etag, text, uid }: CalendarObject): ListedObject => ({
  href: pathOf(calendar) + hrefOf(file),
  file,
  etag,
  text,
  uid,
})

/** Differs whenever a request changed something: revisions only grow, and calendars come and go. */
const changesOf = (calendars: readonly Calendar[]): string =>
  calendars.map(({ revision, shares }) => `${revision}/${shares.size}`).join()
