import { failed, ok } from '../../domain/failure.ts'
import type { ChangesPage, ObjectState } from '../sync/remote.ts'
import { propfindBody, syncBody } from './bodies.ts'
import { wireFailure, type WireFailure } from './failure.ts'
import { isCollectionHref, normalHref } from './href.ts'
import type { ObjectMember } from './object-answer.ts'
import type { Session, WireResult } from './session.ts'

/** How servers without sync-collection answer, and how others answer to a token they do not know. */
const withoutReport = [400, 403, 405, 415, 501, 507]
const withoutToken = [...withoutReport, 409, 410, 412, 500]

const asTokenRefusal = (failure: WireFailure, token: string | null, url: string): WireFailure => {
  const statuses = token === null ? withoutReport : withoutToken
  const { status } = failure
  return status !== undefined && statuses.includes(status)
    ? wireFailure('sync-token', url, { status })
    : failure
}

/** `…/sync/12` → `['…/sync/', 12]`, as sabre and Nextcloud count. */
const counted = (token: string): [string, number] | null => {
  const match = /^(.*?)(\d+)$/.exec(token)
  return match ? [match[1] ?? '', Number(match[2])] : null
}

const wentBack = (from: string, to: string): boolean => {
  const before = counted(from)
  const after = counted(to)
  return before !== null && after !== null && before[0] === after[0] && after[1] < before[1]
}

const oddity = (
  members: readonly ObjectMember[],
  token: string | null,
  next: string,
): string | null => {
  const strange = members.find(({ status }) => status !== null && status !== 200 && status !== 404)
  if (strange) return `a member has status ${strange.status}`
  if (token === null || token === next) return null
  if (wentBack(token, next)) return 'the sync token went back'
  return members.length === 0 ? 'the sync token moved without a change' : null
}

const stateOf = ({ href, etag }: ObjectMember): ObjectState => ({ href, etag })

/** One page of RFC 6578 §3.2; another page is announced by a 507 on the collection itself (§3.6). */
export const readChanges = async (
  session: Session,
  calendarUrl: string,
  token: string | null,
  signal?: AbortSignal,
): Promise<WireResult<ChangesPage>> => {
  const answer = await session.askObjects({
    method: 'REPORT',
    url: calendarUrl,
    headers: { depth: '0', 'content-type': 'application/xml; charset=utf-8' },
    body: syncBody(token),
    signal,
  })
  if (!answer.ok) return failed(asTokenRefusal(answer.error, token, calendarUrl))
  const { members, syncToken } = answer.value
  if (syncToken === null) return failed(wireFailure('sync-token', calendarUrl, { status: 207 }))

  const self = normalHref(calendarUrl, calendarUrl)
  const isSelf = ({ href }: ObjectMember): boolean => href === self || `${href}/` === self
  const objects = members.filter((member) => !isSelf(member) && !isCollectionHref(member.href))
  return ok({
    changed: objects.filter(({ status }) => status !== 404).map(stateOf),
    removed: objects.filter(({ status }) => status === 404).map(({ href }) => href),
    token: syncToken,
    more: members.some((member) => isSelf(member) && member.status === 507),
    odd: oddity(objects, token, syncToken),
  })
}

/** All pages from the beginning; `sync-token` where that leads nowhere. */
const listBySync = async (
  session: Session,
  calendarUrl: string,
  signal?: AbortSignal,
): Promise<WireResult<readonly ObjectState[]>> => {
  const states = new Map<string, ObjectState>()
  const seen = new Set<string | null>()
  let token: string | null = null
  for (let more = true; more;) {
    // A token that comes again would turn in circles.
    if (seen.has(token)) return failed(wireFailure('sync-token', calendarUrl))
    seen.add(token)
    const page: WireResult<ChangesPage> = await readChanges(session, calendarUrl, token, signal)
    if (!page.ok) return page
    if (page.value.odd !== null) return failed(wireFailure('sync-token', calendarUrl))
    for (const state of page.value.changed) states.set(state.href, state)
    for (const href of page.value.removed) states.delete(href)
    ;({ token, more } = page.value)
  }
  return ok([...states.values()])
}

/** PROPFIND depth 1. What the server cannot show is listed all the same: it is there. */
const listByPropfind = async (
  session: Session,
  calendarUrl: string,
  signal?: AbortSignal,
): Promise<WireResult<readonly ObjectState[]>> => {
  const answer = await session.askObjects({
    method: 'PROPFIND',
    url: calendarUrl,
    headers: { depth: '1', 'content-type': 'application/xml; charset=utf-8' },
    body: propfindBody(['D:getetag', 'D:resourcetype']),
    signal,
  })
  if (!answer.ok) return answer
  const { members } = answer.value
  const self = normalHref(calendarUrl, calendarUrl)
  // sabre shows somebody else's calendar as nothing at all.
  if (members.length === 0) return failed(wireFailure('forbidden', calendarUrl, { status: 207 }))
  if (!members.some(({ href }) => href === self || `${href}/` === self))
    return failed(wireFailure('truncated', calendarUrl, { status: 207 }))
  const isObject = (member: ObjectMember): boolean =>
    member.status !== 404 &&
    member.status !== 410 &&
    !isCollectionHref(member.href) &&
    `${member.href}/` !== self &&
    !member.isCollection
  return ok(members.filter(isObject).map(stateOf))
}

/**
 * Every object of a calendar. By sync-collection where there is one, as Radicale takes quadratic
 * time for a PROPFIND; `withoutSync` remembers the calendars that have none.
 */
export const listObjects = async (
  session: Session,
  withoutSync: Set<string>,
  calendarUrl: string,
  signal?: AbortSignal,
): Promise<WireResult<readonly ObjectState[]>> => {
  if (!withoutSync.has(calendarUrl)) {
    const listed = await listBySync(session, calendarUrl, signal)
    if (listed.ok || listed.error.kind !== 'sync-token') return listed
    // Without a status it was only an odd answer; the next one may be better.
    if (listed.error.status !== undefined) withoutSync.add(calendarUrl)
  }
  return listByPropfind(session, calendarUrl, signal)
}
