import { fail, ok } from '../../domain/failure.ts'
import { DAY, type Interval } from '../../domain/interval.ts'
import type { CalendarRow } from '../store/calendars.ts'
import type { Tables } from '../store/tables.ts'
import { applyGone, applySeen, mayBeElsewhere, storeObject } from './apply.ts'
import { busyWindow, calendarOf, type CycleContext, type Decoded, type Tally } from './context.ts'
import { gatherChanges, type Delta } from './delta.ts'
import type { CalendarState, Fetched, ObjectState, RemoteResult } from './remote.ts'
import { inSlices } from './slices.ts'
import { notHad } from './unreadable.ts'
import { sentence } from '../../domain/sentence.ts'

export interface PullOptions {
  /** Compare everything, whatever the token says. */
  readonly full: boolean
  /** What the look just said about the calendar, if there was one. */
  readonly state: CalendarState | null
  /** A person has agreed to however many cancellations there are. */
  readonly released: boolean
}

/** `braked`: a pull that would cancel many appointments has stopped and asks. */
export type PullOutcome = 'done' | 'braked'

/** Objects per request; one request is waited for or its objects are stored, two more are under way. */
const BATCH = 500
const AHEAD = 3

interface Batch extends Omit<Fetched, 'found'> {
  readonly decoded: readonly Decoded[]
}

const uniqueByHref = (states: readonly ObjectState[]): ObjectState[] => [
  ...new Map(states.map((state) => [state.href, state])).values(),
]

/**
 * Brings our copy of one calendar up to what the server has: what changed, or everything when there
 * is no token, it is refused, or something is odd. Objects, busy time, what it means for
 * appointments: a slice of it per transaction; the token comes with the last.
 */
export const pull = async (
  context: CycleContext,
  options: PullOptions,
  tally: Tally,
): Promise<RemoteResult<PullOutcome>> => {
  const calendar = calendarOf(context)
  if (!calendar) return ok('done')
  const gathered = await gatherChanges(context.remote, calendar, options, context.signal)
  if (!gathered.ok) return gathered
  return applyDelta(context, calendar, gathered.value, options, tally)
}

const applyDelta = async (
  context: CycleContext,
  calendar: CalendarRow,
  delta: Delta,
  options: PullOptions,
  tally: Tally,
): Promise<RemoteResult<PullOutcome>> => {
  const { store, now } = context
  const window = busyWindow(calendar, now())
  const listed = new Set(delta.changed.map(({ href }) => href))
  const { objects } = store.read
  const standings = delta.complete
    ? objects.states(calendar.id)
    : objects.statesOf(calendar.id, [...listed, ...delta.removed])
  const known = new Map(standings.map((state) => [state.href, state]))
  const isNew = ({ href, etag }: ObjectState): boolean =>
    etag === null || known.get(href)?.etag !== etag
  // What the brake counts: the events behind live appointments in the busy window.
  const ours = new Set(store.read.placements.liveHrefs(calendar.id, now() - 90 * DAY))
  // What could not be read before is asked for again: it may have been the connection.
  const doubtful = [...known.values()].filter(({ problem }) => problem !== null)
  const wanted = uniqueByHref([...delta.changed.filter(isNew), ...doubtful])
  const first = wanted.filter(({ href }) => ours.has(href))
  const rest = wanted.filter(({ href }) => !ours.has(href))
  const gone = delta.complete
    ? [...known.keys()].filter((href) => !listed.has(href))
    : delta.removed.filter((href) => known.has(href))

  const fetched = first.length > 0 ? await fetch(context, calendar, first) : nothing
  if (!fetched.ok) return fetched
  const oursNow = await read(context, fetched.value, window)
  if (!oursNow.ok) return oursNow
  const cancelled =
    gone.filter((href) => ours.has(href)).length +
    oursNow.value.decoded.filter(({ content }) => content.event?.status === 'CANCELLED').length
  if (!options.released && cancelled > 5 && cancelled > ours.size / 5)
    return brake(context, calendar, cancelled, ours.size)

  const remove = (tx: Tables, href: string): void => {
    if (applyGone(tx, context, calendar, href)) tally.deleted++
  }
  const save = async ({ decoded, missing, unreadable }: Batch): Promise<void> => {
    await inSlices(store, decoded, rowsOf, (tx, one) => {
      const before = known.get(one.object.href)
      tally[before ? 'updated' : 'created']++
      storeObject(tx, calendar.id, one)
      applySeen(tx, context, calendar, one, before)
    })
    // Listed, and then said not to be there: only a listing can tell that something is gone.
    await inSlices(
      store,
      [...unreadable, ...missing],
      () => DOUBT,
      (tx, href) => tx.objects.doubt(calendar.id, href, notHad),
    )
  }
  await save(oursNow.value)

  // One part is stored while the next is read.
  let saving: Promise<void> = Promise.resolve()
  try {
    for await (const part of inParts(context, calendar, rest)) {
      if (!part.ok) return part
      const batch = await read(context, part.value, window)
      if (!batch.ok) return batch
      await saving
      saving = save(batch.value)
      // Whoever awaits it next hears of it.
      saving.catch(() => undefined)
    }
  } finally {
    await saving
  }

  // What may be elsewhere is looked for again.
  const lost = gone.filter((href) => !mayBeElsewhere(store.read, calendar.id, href))
  await inSlices(store, lost, () => REMOVAL, remove)
  store.passing((tx) =>
    tx.calendars.update(calendar.id, {
      // Knowing neither, the next pull lists everything, and what was left out is missed again.
      ...(lost.length === gone.length
        ? { syncToken: delta.token, ctag: delta.ctag }
        : { syncToken: null, ctag: null }),
      brake: null,
      ...(delta.complete && { lastListingAt: now() }),
      ...(calendar.busyTo === null && { busyFrom: window.start, busyTo: window.end }),
    }),
  )
  return ok('done')
}

const nothing = ok({ found: [], missing: [], unreadable: [] })

/** What storing an object takes, counted in rows; a booking of ours is compared and decided about. */
const rowsOf = ({ content }: Decoded): number =>
  1 +
  content.busy.reduce((sum, { times }) => sum + times.length / 2, 0) +
  (content.uid?.endsWith('@linework') ? 160 : 0)

/** What removing one takes, or noting that it cannot be had, in the same measure. */
const DOUBT = 10
const REMOVAL = 20

const fetch = (
  { remote, signal }: CycleContext,
  calendar: CalendarRow,
  states: readonly ObjectState[],
): Promise<RemoteResult<Fetched>> => {
  const hrefs = states.map(({ href }) => href)
  return remote.fetch(calendar.url, hrefs, signal)
}

/** Part by part; the server works on the next ones while one is read and stored. */
async function* inParts(
  context: CycleContext,
  calendar: CalendarRow,
  states: readonly ObjectState[],
): AsyncGenerator<RemoteResult<Fetched>> {
  const asked: Promise<RemoteResult<Fetched>>[] = []
  let at = 0
  do {
    for (; asked.length < AHEAD && at < states.length; at += BATCH)
      asked.push(fetch(context, calendar, states.slice(at, at + BATCH)))
    const next = asked.shift()
    if (next) yield await next
  } while (asked.length > 0)
}

const read = async (
  { decode, store, signal }: CycleContext,
  { found, missing, unreadable }: Fetched,
  window: Interval,
): Promise<RemoteResult<Batch>> => {
  const { zone } = store.read.settings.get()
  const decoded = await decode(found, { zone, from: window.start, to: window.end })
  // A reader that was stopped knows nothing, which must not be taken for unreadable.
  if (signal.aborted) return fail('cancelled', 'Linework is closing.')
  const known = new Set(decoded.map(({ object }) => object.href))
  const unread = found.filter(({ href }) => !known.has(href)).map(({ href }) => href)
  return ok({ decoded, missing, unreadable: [...unreadable, ...unread] })
}

const brake = (
  { store, now }: CycleContext,
  calendar: CalendarRow,
  cancellations: number,
  inWindow: number,
): RemoteResult<PullOutcome> => {
  const artist = store.read.artists.get(calendar.artistId)?.name ?? sentence`An artist`
  store.transaction((tx) => {
    tx.calendars.update(calendar.id, { brake: { cancellations, inWindow } })
    if (calendar.brake === null)
      tx.notices.insert({
        at: now(),
        kind: 'brake',
        artistId: calendar.artistId,
        appointmentId: null,
        ...sentence`${{ artist }}’s calendar is missing ${{ cancellations }} of ${{ inWindow }} bookings. Nothing was cancelled: look at Sync and decide.`,
      })
  })
  return ok('braked')
}
