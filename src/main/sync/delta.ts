import { ok } from '../../domain/failure.ts'
import { DAY } from '../../domain/interval.ts'
import type { CalendarRow } from '../store/calendars.ts'
import type { CalendarState, ObjectState, Remote, RemoteResult } from './remote.ts'

/** What a calendar's server says has changed, gathered whole before anything is applied. */
export interface Delta {
  /** True when `changed` lists every object there is: what it lacks is gone. */
  readonly complete: boolean
  readonly changed: readonly ObjectState[]
  readonly removed: readonly string[]
  /** The sync token to go on from; null where the server has none. */
  readonly token: string | null
  readonly ctag: string | null
}

interface GatherOptions {
  readonly full: boolean
  readonly state: CalendarState | null
}

const PAGES = 10_000

/**
 * All pages since the stored token, or a complete listing when there is no token, the server refuses
 * it, anything about the answer is odd, or `full` is asked for.
 */
export const gatherChanges = async (
  remote: Remote,
  calendar: CalendarRow,
  { full, state }: GatherOptions,
  signal: AbortSignal,
): Promise<RemoteResult<Delta>> => {
  const ctag = state?.ctag ?? null
  if (!full && calendar.syncToken !== null) {
    const delta = await since(remote, calendar, calendar.syncToken, signal)
    if (!delta.ok && delta.error.kind !== 'sync-token') return delta
    if (delta.ok && delta.value !== null) return ok({ ...delta.value, ctag })
  }
  return everything(remote, calendar, ctag, signal)
}

/** Null when something about the answer calls for a full comparison. */
const since = async (
  remote: Remote,
  calendar: CalendarRow,
  from: string,
  signal: AbortSignal,
): Promise<RemoteResult<Omit<Delta, 'ctag'> | null>> => {
  const changed = new Map<string, ObjectState>()
  const removed = new Set<string>()
  let token = from
  for (let page = 0; page < PAGES; page++) {
    const answer = await remote.changes(calendar.url, token, signal)
    if (!answer.ok) return answer
    if (answer.value.odd !== null) return ok(null)
    for (const state of answer.value.changed) {
      changed.set(state.href, state)
      removed.delete(state.href)
    }
    for (const href of answer.value.removed) {
      removed.add(href)
      changed.delete(href)
    }
    if (answer.value.more && answer.value.token === token) return ok(null)
    token = answer.value.token
    if (!answer.value.more)
      return ok({ complete: false, changed: [...changed.values()], removed: [...removed], token })
  }
  return ok(null)
}

const everything = async (
  remote: Remote,
  calendar: CalendarRow,
  ctag: string | null,
  signal: AbortSignal,
): Promise<RemoteResult<Delta>> => {
  const changed = new Map<string, ObjectState>()
  let token: string | null = null
  for (let page = 0; page < PAGES; page++) {
    const answer = await remote.changes(calendar.url, token, signal)
    if (!answer.ok && answer.error.kind !== 'sync-token') return answer
    if (!answer.ok || answer.value.odd !== null) break
    for (const state of answer.value.changed) changed.set(state.href, state)
    for (const href of answer.value.removed) changed.delete(href)
    if (answer.value.more && answer.value.token === token) break
    token = answer.value.token
    if (!answer.value.more)
      return ok({ complete: true, changed: [...changed.values()], removed: [], token, ctag })
  }
  const listing = await remote.listing(calendar.url, signal)
  if (!listing.ok) return listing
  return ok({ complete: true, changed: listing.value, removed: [], token: null, ctag })
}

/** A complete comparison is due once a day, whatever the tokens say. */
export const comparisonDue = (calendar: CalendarRow, now: number): boolean =>
  calendar.lastListingAt === null || now - calendar.lastListingAt >= DAY
