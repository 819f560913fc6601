import { fail, ok } from '../../domain/failure.ts'
import type { Interval } from '../../domain/interval.ts'
import { applySeen, settle, storeObject } from './apply.ts'
import { busyWindow, calendarOf, type CycleContext, type Tally } from './context.ts'
import { comparisonDue } from './delta.ts'
import { flagOverlaps } from './overlaps.ts'
import { pull, type PullOptions } from './pull.ts'
import { push } from './push.ts'
import type { CalendarState, RemoteResult } from './remote.ts'

export interface CycleOptions {
  readonly full: boolean
  readonly released: boolean
  readonly state: CalendarState | null
  readonly range: Interval | null
}

/** A push that meets a change on the server merges and goes again, this often at most. */
const ROUNDS = 3

/**
 * One cycle of one calendar: pull first, decide, push, and pull once more, so that a race lost is
 * seen at once and nothing counts as sent before it was seen on the server.
 */
export const runCycle = async (
  context: CycleContext,
  options: CycleOptions,
  tally: Tally,
): Promise<RemoteResult<void>> => {
  const { store, now } = context
  const calendar = calendarOf(context)
  if (!calendar) return ok(undefined)
  const full = options.full || comparisonDue(calendar, now())
  // A change may wait until an event was read: it is asked for again.
  const unread = store.read.objects.problemCount([calendar.id]) > 0
  if (full || unread || !isUnchanged(options.state, calendar)) {
    const pulled = await pullAndSettle(context, { ...options, full }, tally)
    if (!pulled.ok) return pulled
  } else store.passing((tx) => settle(tx, context))
  if (options.range) {
    const compared = await compareRange(context, options.range, tally)
    if (!compared.ok) return compared
    // Whether that many may go is for a whole comparison to say, which knows when to stop and ask.
    if (compared.value.missing) {
      const pulled = await pullAndSettle(
        context,
        { full: true, released: options.released, state: null },
        tally,
      )
      if (!pulled.ok) return pulled
    }
  }

  for (let round = 0; round < ROUNDS; round++) {
    const { sent, failure } = await push(context, tally)
    if (failure) return { ok: false, error: failure }
    if (sent === 0) break
    const pulled = await pullAndSettle(
      context,
      { full: false, released: options.released, state: null },
      tally,
    )
    if (!pulled.ok) return pulled
  }

  store.passing((tx) => {
    tally.conflicts += flagOverlaps(tx, calendar.artistId, now())
    tx.calendars.update(calendar.id, { lastSuccessAt: now(), failure: null })
  })
  return ok(undefined)
}

/** Nothing new on the server, by its own word in the look just before. */
export const isUnchanged = (
  state: CalendarState | null,
  calendar: {
    syncToken: string | null
    ctag: string | null
    lastListingAt: number | null
    brake: unknown
  },
): boolean => {
  if (state === null || calendar.lastListingAt === null || calendar.brake !== null) return false
  if (calendar.syncToken !== null) return state.syncToken === calendar.syncToken
  return state.ctag !== null && state.ctag === calendar.ctag
}

const pullAndSettle = async (
  context: CycleContext,
  options: PullOptions,
  tally: Tally,
): Promise<RemoteResult<void>> => {
  const pulled = await pull(context, options, tally)
  if (!pulled.ok) return pulled
  if (pulled.value === 'braked')
    return fail(
      'not-allowed',
      'Many bookings are missing from this calendar. Nothing was cancelled.',
      {
        remedy: 'Ask the artist. Then let the changes through in Sync, or restore the calendar.',
      },
    )
  context.store.passing((tx) => settle(tx, context))
  return ok(undefined)
}

/** Compares the objects of some days with the server one by one, whatever the sync token says. */
const compareRange = async (
  context: CycleContext,
  range: Interval,
  tally: Tally,
): Promise<RemoteResult<{ missing: boolean }>> => {
  const { store, remote, decode, now, signal } = context
  const calendar = calendarOf(context)
  if (!calendar) return ok({ missing: false })
  const found = await remote.within(calendar.url, range, signal)
  if (!found.ok) return found
  const seen = new Set(found.value.map(({ href }) => href))
  const window = busyWindow(calendar, now())
  const here = store.read.busy.overlapping([calendar.id], range.start, range.end)
  const unseen = new Set<string>()
  const hrefs = new Map(store.read.objects.states(calendar.id).map(({ id, href }) => [id, href]))
  for (const { objectId } of here) {
    const href = hrefs.get(objectId)
    if (href !== undefined && !seen.has(href)) unseen.add(href)
  }
  const checked = unseen.size
    ? await remote.fetch(calendar.url, [...unseen], signal)
    : ok({ found: [], missing: [], unreadable: [] })
  if (!checked.ok) return checked
  const { zone } = store.read.settings.get()
  const decoded = await decode([...found.value, ...checked.value.found], {
    zone,
    from: window.start,
    to: window.end,
  })
  store.transaction((tx) => {
    for (const one of decoded) {
      const known = tx.objects.get(calendar.id, one.object.href)
      if (known?.hash === one.content.hash && known.etag === one.object.etag) continue
      tally[known ? 'updated' : 'created']++
      storeObject(tx, calendar.id, one)
      applySeen(tx, context, calendar, one, known)
    }
    settle(tx, context)
  })
  return ok({ missing: checked.value.missing.length > 0 })
}
