import { failed, ok } from '../../domain/failure.ts'
import type { Login, Remote, RemoteObject, RemoteResult } from '../sync/remote.ts'
import { spanQueryBody, uidQueryBody } from './bodies.ts'
import { configuredHome } from './calendar-url.ts'
import { listObjects, readChanges } from './changes.ts'
import { findHome, firstHome, type Locate } from './discovery.ts'
import { wireFailure } from './failure.ts'
import { parentUrl } from './href.ts'
import { fetchObjects, getObject, objectsIn } from './objects.ts'
import { openSession, type Wire } from './session.ts'
import { putObject, removeObject } from './writing.ts'

/** Whether iCalendar text holds a component with this UID; long lines are folded (RFC 5545 §3.1). */
const hasUid = (text: string, uid: string): boolean =>
  text
    .replaceAll(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .some((line) => /^UID[:;]/i.test(line) && line.slice(line.indexOf(':') + 1).trim() === uid)

/** A place that needs no looking for. */
const at =
  (url: string): Locate =>
  async () =>
    ok(url)

/** One account on its server, as the sync engine sees it. Nothing is sent before the first question. */
export const openRemote = (login: Login, wire: Wire): Remote => {
  const session = openSession(login, wire)
  const withoutSync = new Set<string>()
  let home: string | null = null
  let lastCalendar: string | null = null

  const seen = (calendarUrl: string): string => (lastCalendar = calendarUrl)

  const query = async (
    calendarUrl: string,
    body: string,
    signal?: AbortSignal,
  ): Promise<RemoteResult<readonly RemoteObject[]>> => {
    const answer = await session.askObjects({
      method: 'REPORT',
      url: seen(calendarUrl),
      // Without Depth sabre refuses and Xandikos finds nothing.
      headers: { depth: '1', 'content-type': 'application/xml; charset=utf-8' },
      body,
      signal,
    })
    return answer.ok ? ok(objectsIn(answer.value)) : answer
  }

  return {
    get requests() {
      return session.requests
    },
    async look(signal) {
      const known = home
      const parent = lastCalendar && parentUrl(lastCalendar)
      const places = known
        ? [at(known)]
        : [
            at(configuredHome(login)),
            () => findHome(session, login, signal),
            ...(parent ? [at(parent)] : []),
          ]
      const found = await firstHome(session, places, signal)
      if (!found.ok) return found
      home = found.value.url
      return ok(
        found.value.calendars.map(({ url, syncToken, ctag, readOnly, ownedByLogin }) => ({
          url,
          syncToken,
          ctag,
          readOnly,
          ownedByLogin,
        })),
      )
    },
    async changes(calendarUrl, token, signal) {
      if (withoutSync.has(calendarUrl)) return failed(wireFailure('sync-token', calendarUrl))
      return readChanges(session, seen(calendarUrl), token, signal)
    },
    listing: (calendarUrl, signal) => listObjects(session, withoutSync, seen(calendarUrl), signal),
    fetch: (calendarUrl, hrefs, signal) => fetchObjects(session, seen(calendarUrl), hrefs, signal),
    get: (calendarUrl, href, signal) => getObject(session, calendarUrl, href, signal),
    put: (calendarUrl, href, text, condition, signal) =>
      putObject(session, calendarUrl, href, text, condition, signal),
    remove: (calendarUrl, href, etag, signal) =>
      removeObject(session, calendarUrl, href, etag, signal),
    async findByUid(calendarUrl, uid, signal) {
      const found = await query(calendarUrl, uidQueryBody(uid), signal)
      // A text match finds parts of a UID too.
      return found.ok ? ok(found.value.filter(({ text }) => hasUid(text, uid))) : found
    },
    within: (calendarUrl, span, signal) => query(calendarUrl, spanQueryBody(span), signal),
    close: () => session.close(),
  }
}
