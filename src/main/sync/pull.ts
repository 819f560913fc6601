import { isLive } from '../../domain/appointment.ts'
import { ok } from '../../domain/failure.ts'
import type { Instant, Interval } from '../../domain/interval.ts'
import type { CalendarRow } from '../store/calendars.ts'
import type { Tables } from '../store/tables.ts'
import { applyGone, applySeen, storeObject } from './apply.ts'
import { busyWindow, calendarOf, type CycleContext, type Decoded, type Tally } from './context.ts'
import { gatherChanges, type Delta } from './delta.ts'
import type { CalendarState, Fetched, ObjectState, RemoteResult } from './remote.ts'

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

const BATCH = 250

interface Batch extends Omit<Fetched, 'found'> {
  readonly decoded: readonly Decoded[]
}

const uniqueByHref = (states: readonly ObjectState[]): ObjectState[] => [
  ...new Map(states.map((state) => [state.href, state])).values(),
]

/**
 * Brings our copy of one calendar up to what the server has: what changed, or everything when there
 * is no token, it is refused, or something is odd. Objects, busy time, what it means for
 * appointments: one transaction per batch; the token comes with the last.
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
  const known = new Map(store.read.objects.states(calendar.id).map((state) => [state.href, state]))
  const isNew = ({ href, etag }: ObjectState): boolean =>
    etag === null || known.get(href)?.etag !== etag
  const ours = liveHrefs(store.read, calendar.id, now())
  // What could not be read before is asked for again: it may have been the connection.
  const doubtful = [...known.values()].filter(({ problem }) => problem !== null)
  const wanted = uniqueByHref([...delta.changed.filter(isNew), ...doubtful])
  const first = wanted.filter(({ href }) => ours.has(href))
  const rest = wanted.filter(({ href }) => !ours.has(href))
  const listed = new Set(delta.changed.map(({ href }) => href))
  const gone = delta.complete
    ? [...known.keys()].filter((href) => !listed.has(href))
    : delta.removed.filter((href) => known.has(href))

  const oursNow = await read(context, calendar, first, window)
  if (!oursNow.ok) return oursNow
  const cancelled =
    [...gone, ...oursNow.value.missing].filter((href) => ours.has(href)).length +
    oursNow.value.decoded.filter(({ content }) => content.event?.status === 'CANCELLED').length
  if (!options.released && cancelled > 5 && cancelled > ours.size / 5)
    return brake(context, calendar, cancelled, ours.size)

  const save = ({ decoded, missing, unreadable }: Batch): void =>
    store.transaction((tx) => {
      for (const href of unreadable)
        tx.objects.doubt(calendar.id, href, 'The server does not hand it out.')
      for (const one of decoded) {
        tally[known.has(one.object.href) ? 'updated' : 'created']++
        storeObject(tx, calendar.id, one)
        applySeen(tx, context, calendar, one)
      }
      for (const href of missing) if (applyGone(tx, context, calendar, href)) tally.deleted++
    })
  save(oursNow.value)
  for (let at = 0; at < rest.length; at += BATCH) {
    const batch = await read(context, calendar, rest.slice(at, at + BATCH), window)
    if (!batch.ok) return batch
    save(batch.value)
  }

  store.transaction((tx) => {
    for (const href of gone) if (applyGone(tx, context, calendar, href)) tally.deleted++
    tx.calendars.update(calendar.id, {
      syncToken: delta.token,
      ctag: delta.ctag,
      brake: null,
      ...(delta.complete && { lastListingAt: now() }),
      ...(calendar.busyTo === null && { busyFrom: window.start, busyTo: window.end }),
    })
  })
  return ok('done')
}

const read = async (
  { remote, decode, store, signal }: CycleContext,
  calendar: CalendarRow,
  states: readonly ObjectState[],
  window: Interval,
): Promise<RemoteResult<Batch>> => {
  if (states.length === 0) return ok({ decoded: [], missing: [], unreadable: [] })
  const hrefs = states.map(({ href }) => href)
  const fetched = await remote.fetch(calendar.url, hrefs, signal)
  if (!fetched.ok) return fetched
  const { zone } = store.read.settings.get()
  const decoded = await decode(fetched.value.found, { zone, from: window.start, to: window.end })
  return ok({ ...fetched.value, decoded })
}

/** Hrefs of the events behind live appointments in the busy window: what the brake counts. */
const liveHrefs = (tables: Tables, calendarId: string, now: Instant): Set<string> => {
  const hrefs = new Set<string>()
  for (const placement of tables.placements.inCalendar(calendarId)) {
    if (placement.baseHash === null) continue
    const appointment = tables.appointments.get(placement.appointmentId)
    if (!appointment || appointment.placement !== placement.number) continue
    if (isLive(appointment.status) && appointment.end > now - 90 * 86_400_000)
      hrefs.add(placement.href)
  }
  return hrefs
}

const brake = (
  { store, now }: CycleContext,
  calendar: CalendarRow,
  cancellations: number,
  inWindow: number,
): RemoteResult<PullOutcome> => {
  const artist = store.read.artists.get(calendar.artistId)
  store.transaction((tx) => {
    tx.calendars.update(calendar.id, { brake: { cancellations, inWindow } })
    if (calendar.brake === null)
      tx.notices.insert({
        at: now(),
        kind: 'brake',
        artistId: calendar.artistId,
        appointmentId: null,
        message: `${artist?.name ?? 'An artist'}’s calendar is missing ${cancellations} of ${inWindow} bookings. Nothing was cancelled: look at Sync and decide.`,
      })
  })
  return ok('braked')
}
