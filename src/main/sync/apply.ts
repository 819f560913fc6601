import { untitled } from '../../domain/availability.ts'
import type { CalendarRow } from '../store/calendars.ts'
import type { BusyTimes } from '../store/objects.ts'
import type { PlacementRow } from '../store/placements.ts'
import type { Tables } from '../store/tables.ts'
import { readObject } from '../ical/object.ts'
import type { StoredObject, WireEvent } from '../ical/wire.ts'
import type { CycleContext, Decoded } from './context.ts'
import type { ReconcileContext, Seen } from './case.ts'
import { rebuild } from './rebuild.ts'
import { reconcile } from './reconcile.ts'
import { endsMidway } from './unreadable.ts'

/** A title nobody gave is not left empty: the window shows what blocks a time. */
export const busyTimes = ({ busy }: StoredObject): BusyTimes[] =>
  busy.map((times) => (times.title === '' ? { ...times, title: untitled.busy } : times))

/** Why an object is listed for a person and asked for again, if it is. */
const problemOf = (text: string, { unreadable, warnings }: StoredObject): string | null => {
  if (endsMidway(text)) return 'It ends midway.'
  return unreadable ? (warnings[0] ?? 'Its time cannot be told.') : null
}

/** Keeps the object as it is on the server, with its busy time. */
export const storeObject = (tx: Tables, calendarId: string, { object, content }: Decoded): void => {
  const { href, text } = object
  const { uid, hash } = content
  const problem = problemOf(text, content)
  // An ETag proves nothing about a text that did not arrive whole.
  const etag = problem === null ? object.etag : null
  const row = { calendarId, href, uid, etag, text, hash, problem }
  tx.objects.upsert(row, busyTimes(content), content.reach)
}

/**
 * What the object means for the appointment behind it, if it is one of ours. `before`: what was known
 * of the object; one that could not be read until now is met for the first time.
 */
export const applySeen = (
  tx: Tables,
  context: CycleContext,
  calendar: CalendarRow,
  { object, content }: Decoded,
  before: { readonly problem: string | null } | undefined,
): void => {
  const seen = { object: { ...object, hash: content.hash }, event: content.event }
  const placement = placementOf(tx, calendar.id, object.href, content.uid)
  if (placement) reconcile(tx, reconcileContext(tx, context), placement, seen)
  else if (calendar.lastListingAt === null || (before && before.problem !== null))
    rebuild(tx, calendar, seen, context.now())
}

/** True where an event of ours is not gone for sure: it may be where something could not be read. */
export const mayBeElsewhere = (tx: Tables, calendarId: string, href: string): boolean =>
  (tx.objects.get(calendarId, href)?.uid?.endsWith('@linework') ?? false) &&
  tx.objects.hasNameless(calendarId)

/** Removes our copy of an object that is gone; false when there was none. */
export const applyGone = (
  tx: Tables,
  context: CycleContext,
  calendar: CalendarRow,
  href: string,
): boolean => {
  const row = tx.objects.get(calendar.id, href)
  if (!row) return false
  tx.objects.remove(row.id)
  const placement = placementOf(tx, calendar.id, href, row.uid)
  if (placement) settleOne(tx, context, placement)
  return true
}

/** Decides once more about every waiting change from our copy, which a pull has just made current. */
export const settle = (tx: Tables, context: CycleContext): void => {
  for (const row of tx.outbox.ofCalendar(context.calendarId)) {
    const placement = tx.placements.get(row.placementId)
    if (placement) settleOne(tx, context, placement)
  }
}

const settleOne = (tx: Tables, context: CycleContext, placement: PlacementRow): void => {
  const reading = reconcileContext(tx, context)
  reconcile(tx, reading, placement, seenOf(tx, reading, placement))
}

const seenOf = (tx: Tables, reading: ReconcileContext, placement: PlacementRow): Seen | null => {
  if (placement.calendarId === null) return null
  const object =
    tx.objects.get(placement.calendarId, placement.href) ??
    tx.objects.byUid(placement.calendarId, placement.caldavUid)
  return object ? { object, event: reading.read(object.text) } : null
}

/** By UID, or by href where the text no longer tells; an object elsewhere with our UID is a copy. */
const placementOf = (
  tx: Tables,
  calendarId: string,
  href: string,
  uid: string | null,
): PlacementRow | undefined => {
  if (!tx.placements.isAnyAt(calendarId, href, uid)) return undefined
  const placement =
    (uid !== null && tx.placements.byUid(uid)) || tx.placements.byHref(calendarId, href)
  if (!placement || placement.calendarId !== calendarId) return undefined
  return placement.href === href || !tx.objects.get(calendarId, placement.href)
    ? placement
    : undefined
}

const reconcileContext = (tx: Tables, { now }: CycleContext): ReconcileContext => {
  const { zone } = tx.settings.get()
  return { now: now(), zone, read: (text) => readEventOf(text, zone) }
}

const readEventOf = (text: string, zone: string): WireEvent | null =>
  readObject(text, { zone, from: 0, to: 0 }).event
