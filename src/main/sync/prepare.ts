import { fail, ok, type Result } from '../../domain/failure.ts'
import type { EventFacts } from '../../domain/event-facts.ts'
import type { Instant } from '../../domain/interval.ts'
import { contentHash } from '../ical/hash.ts'
import { patchEvent } from '../ical/patch.ts'
import { readEvent } from '../ical/read.ts'
import type { WireFields } from '../ical/wire.ts'
import { writeEvent } from '../ical/write.ts'
import type { Tables } from '../store/tables.ts'
import { differing, factsOf, titleToWrite, type Field } from './facts.ts'
import { wishOfRow } from './case.ts'
import { isMasked } from './masked.ts'
import { endsMidway, notHad } from './unreadable.ts'
import type { Precondition } from './remote.ts'

export interface Put {
  readonly uid: string
  readonly href: string
  readonly text: string
  readonly hash: string
  readonly facts: EventFacts
  readonly condition: Precondition
  /** The write takes time it did not have before, so it must not be sent when that is taken. */
  readonly timeIsNew: boolean
}

/**
 * What to write for a placement that should be present, from our copy of the server's text. Null when
 * nothing is left to say (the row is removed) or the write has to wait until the event was read. Fails with
 * `broken-event` when the server's text cannot be patched.
 */
export const preparePut = (tx: Tables, placementId: string, now: Instant): Result<Put | null> => {
  const placement = tx.placements.get(placementId)
  const appointment = placement && tx.appointments.get(placement.appointmentId)
  if (!placement || !appointment || placement.calendarId === null) return ok(null)
  const facts = wishOfRow(tx, appointment)
  const { zone } = tx.settings.get()
  const common = { uid: placement.caldavUid, href: placement.href, facts }

  if (placement.baseHash === null) {
    const fields: WireFields = {
      ...facts,
      uid: placement.caldavUid,
      zone,
      categories: ['Linework'],
      created: appointment.createdAt,
      sequence: placement.sequence,
      linework: { ...facts.linework },
    }
    const text = writeEvent(fields, now)
    return ok({
      ...common,
      text,
      hash: contentHash(text),
      condition: { create: true },
      timeIsNew: true,
    })
  }

  const object = tx.objects.get(placement.calendarId, placement.href)
  if (!object || object.problem === notHad) return ok(null)
  // The rest of it may be on the server: written back, it would be lost.
  if (endsMidway(object.text))
    return fail(
      'broken-event',
      'The event arrived cut off, so this change was not sent: what is missing would be lost.',
      { remedy: 'Open the calendar outside Linework and look at the event there.' },
    )
  const said = readEvent(object.text, zone)
  const agreed = placement.agreed ?? (said.ok ? factsOf(said.value, facts.status) : facts)
  const changed = differing(facts, agreed)
  if (changed.length === 0) {
    tx.outbox.remove(placementId)
    return ok(null)
  }
  if (said.ok && isMasked(tx, placement.calendarId, said.value))
    return fail(
      'broken-event',
      'The calendar shows only the time of this event, so this change was not sent: what is hidden would be lost.',
      { remedy: 'Ask the artist to show the studio the full event. Then it is sent by itself.' },
    )
  const patched = patchEvent(object.text, patchOf(changed, facts, agreed, object.text, zone), now)
  if (!patched.ok) return patched
  return ok({
    ...common,
    text: patched.value,
    hash: contentHash(patched.value),
    condition: { etag: object.etag },
    timeIsNew: changed.includes('time'),
  })
}

/** Only what was changed here: the rest of the event is the artist's. */
const patchOf = (
  changed: readonly Field[],
  wish: EventFacts,
  agreed: EventFacts,
  serverText: string,
  zone: string,
): Partial<WireFields> => ({
  ...(changed.includes('time') && { start: wish.start, end: wish.end, zone }),
  ...((changed.includes('request') || changed.includes('words')) && {
    summary: titleToWrite(wish, agreed, summaryOf(serverText, zone) ?? wish.summary),
  }),
  ...(changed.includes('description') && { description: wish.description }),
  ...(changed.includes('status') && { status: wish.status }),
  linework: { ...wish.linework },
})

/**
 * What to delete; null when the server never had it, the new placement is not there yet, or the event has
 * changed and was not read: what nobody here has seen is not deleted.
 */
export const prepareDelete = (
  tx: Tables,
  placementId: string,
): { href: string; etag: string | null } | null => {
  const placement = tx.placements.get(placementId)
  if (!placement || placement.calendarId === null) return null
  const current = tx.placements.current(placement.appointmentId)
  const appointment = tx.appointments.get(placement.appointmentId)
  const moving =
    current !== undefined &&
    current.id !== placement.id &&
    current.baseHash === null &&
    appointment?.status !== 'CANCELLED' &&
    tx.outbox.get(current.id)?.intent === 'present'
  if (moving) return null
  const object = tx.objects.get(placement.calendarId, placement.href)
  if (object?.problem === notHad) return null
  return { href: placement.href, etag: object?.etag ?? null }
}

const summaryOf = (text: string, zone: string): string | null => {
  const event = readEvent(text, zone)
  return event.ok ? event.value.summary : null
}
