import type { EventFacts } from '../../domain/event-facts.ts'
import type { WireEvent } from '../ical/wire.ts'
import type { Tables } from '../store/tables.ts'

/** True where the calendar belongs to somebody else: what they mark as private is kept from the desk. */
export const isShared = (tx: Tables, calendarId: string | null): boolean =>
  calendarId !== null && tx.calendars.get(calendarId)?.ownedByLogin === false

/**
 * True for an event of ours of which a share shows only when it is (CLASS:CONFIDENTIAL in Nextcloud).
 * That nothing else of what we wrote is there means nothing.
 */
export const isMasked = (tx: Tables, calendarId: string | null, event: WireEvent): boolean =>
  event.private && !('STAMP' in event.linework) && isShared(tx, calendarId)

/** The event with what it said before in place of what is hidden. */
export const unmasked = (event: WireEvent, before: EventFacts): WireEvent => {
  const { summary, description, linework } = before
  return { ...event, summary, description, linework }
}
