import type { AppointmentRow } from '../store/appointments.ts'
import type { EventFacts } from '../../domain/event-facts.ts'
import { parseTitle } from '../../domain/title.ts'
import { sayTime } from '../../domain/wording.ts'
import {
  asideOf,
  describe,
  flag,
  note,
  notify,
  save,
  wishOf,
  type Case,
  type Seen,
} from './case.ts'
import { differing, factsOf, sameField, statusFromCalendar, type Field } from './facts.ts'

/**
 * Takes over what the artist changed since `base` (null: nothing is known to be agreed, so all that
 * differs from our wish is theirs), shows what collides with a change made here, and leaves in the
 * outbox only what is still ours to say.
 */
export const takeOver = (subject: Case, seen: Seen, base: EventFacts | null): void => {
  const { tx, placement, appointment, row, current } = subject
  if (!current) {
    note(subject, seen, placement.agreed)
    return
  }
  if (!seen.event) {
    keepUnread(subject, seen)
    return
  }
  const wish = wishOf(subject, appointment)
  const agreed = base === row?.sendingFacts ? base : placement.agreed
  const theirs = factsOf(seen.event, agreed?.status ?? wish.status)
  const changed = differing(base ?? wish, theirs).filter((field) => field !== 'linework')
  const ours = row ? differing(wish, agreed ?? wish) : []
  const collisions = changed.filter(
    (field) => (base === null || ours.includes(field)) && !sameField(field, wish, theirs),
  )
  const updated = applyTheirs(subject, changed, theirs)
  const settled = agreedAfter(subject, updated, theirs, changed, agreed)
  note(subject, seen, settled)

  const next = wishOf(subject, updated)
  if (updated.status === 'CANCELLED') tx.outbox.remove(placement.id)
  else if (differing(next, settled).length === 0) tx.outbox.remove(placement.id)
  else if (row && row.phase !== 'held') tx.outbox.update(placement.id, { phase: 'ready' })
  else tx.outbox.want(placement.id, 'present', subject.context.now)

  if (collisions.some((field) => field !== 'description'))
    flag(subject, {
      kind: 'changed-there',
      message: `Changed here and in ${subject.artistName}’s calendar at the same time. The calendar’s version was kept.`,
      ours: describe(subject, appointment),
      theirs: describe(subject, updated),
      aside: asideOf(appointment),
    })
  else if (appointment.trouble?.kind === 'refused')
    tx.appointments.update(appointment.id, { trouble: null })
}

/** The event cannot be read: the booking stays, and a change on its way has arrived or is tried again. */
const keepUnread = (subject: Case, seen: Seen): void => {
  const { tx, placement, appointment, row } = subject
  const sent = row?.phase === 'verify' ? row : undefined
  const landed = sent?.sendingHash === seen.object.hash ? sent.sendingFacts : null
  note(subject, seen, landed ?? placement.agreed)
  if (landed && differing(wishOf(subject, appointment), landed).length === 0)
    tx.outbox.remove(placement.id)
  else if (sent) tx.outbox.update(placement.id, { phase: 'ready' })
  const message = `The event in ${subject.artistName}’s calendar cannot be read any more. The booking is kept as it was.`
  if (appointment.trouble?.message !== message) flag(subject, { kind: 'refused', message })
}

/** Writes the artist's changes into the appointment and tells staff of each. */
const applyTheirs = (
  subject: Case,
  changed: readonly Field[],
  theirs: EventFacts,
): AppointmentRow => {
  const { appointment, context, artistName, clientName } = subject
  const status = statusFromCalendar(appointment.status, changed, theirs)
  const { description } = parseTitle(theirs.summary)
  const patch = {
    ...(changed.includes('time') && { start: theirs.start, end: theirs.end }),
    ...(changed.includes('words') && { description }),
    ...(status !== appointment.status && { status }),
    ...(status === 'CANCELLED' &&
      appointment.status !== 'CANCELLED' && {
        cancelledBy: 'artist' as const,
        cancelReason: `${artistName} cancelled it in the calendar`,
      }),
  }
  if (Object.keys(patch).length === 0 && !changed.includes('words')) return appointment
  const updated = { ...appointment, ...patch }
  const moved = updated.start !== appointment.start || updated.end !== appointment.end
  if (moved)
    notify(
      subject,
      'moved',
      `${artistName} moved ${clientName} from ${sayTime(appointment, context.zone)} to ${sayTime(updated, context.zone)}.`,
    )
  if (changed.includes('words'))
    notify(
      subject,
      'retitled',
      `${artistName} changed the title of ${clientName}’s booking to “${theirs.summary}”.`,
    )
  if (status !== appointment.status)
    notify(
      subject,
      status === 'CANCELLED' ? 'cancelled' : 'approved',
      status === 'CANCELLED'
        ? `${artistName} cancelled ${clientName}, ${sayTime(updated, context.zone)}.`
        : status === 'PENDING'
          ? `${artistName} made ${clientName}, ${sayTime(updated, context.zone)}, a request again.`
          : `${artistName} approved ${clientName}, ${sayTime(updated, context.zone)}.`,
    )
  save(subject, patch, moved ? 'moved' : status !== appointment.status ? 'status' : 'edited')
  return updated
}

/**
 * What counts as agreed once the server's version is taken over. What cannot be taken over (a client's
 * name, the event's DESCRIPTION) counts as settled too, so that it is never written back.
 */
const agreedAfter = (
  subject: Case,
  updated: AppointmentRow,
  theirs: EventFacts,
  changed: readonly Field[],
  agreed: EventFacts | null,
): EventFacts => {
  const wish = wishOf(subject, updated)
  const before = agreed ?? wish
  const request = parseTitle(theirs.summary).request
  const words = changed.includes('words') ? wish.summary : before.summary
  const bare = words.replace(/^REQUEST: /, '')
  return {
    start: theirs.start,
    end: theirs.end,
    summary: request ? `REQUEST: ${bare}` : bare,
    description: changed.includes('description') ? wish.description : before.description,
    status: theirs.status,
    linework: before.linework,
  }
}

/** The artist changed what was being cancelled here: it lives on as the calendar says. */
export const reopen = (subject: Case, seen: Seen): void => {
  const { tx, appointment, artistName } = subject
  if (appointment.status !== 'CANCELLED') return
  if (!seen.event) {
    flag(subject, {
      kind: 'changed-there',
      message: `Cancelled here while ${artistName} changed the event so that it cannot be read. It is still in the calendar.`,
      ours: 'Cancelled',
      theirs: 'Cannot be read',
      aside: asideOf(appointment),
    })
    return
  }
  const theirs = factsOf(seen.event, 'CONFIRMED')
  if (theirs.status === 'CANCELLED') return
  const status = parseTitle(theirs.summary).request ? ('PENDING' as const) : ('CONFIRMED' as const)
  const patch = {
    start: theirs.start,
    end: theirs.end,
    status,
    description: parseTitle(theirs.summary).description,
    cancelledBy: null,
    cancelReason: null,
  }
  save(subject, patch, 'restored')
  const updated = { ...appointment, ...patch }
  tx.placements.update(subject.placement.id, { agreed: wishOf(subject, updated) })
  flag(subject, {
    kind: 'changed-there',
    message: `Cancelled here while ${artistName} changed it in the calendar. The calendar’s version was kept.`,
    ours: 'Cancelled',
    theirs: describe(subject, updated),
    aside: asideOf(appointment),
  })
}

/** The artist before changed the event that a booking has left behind. */
export const keepBoth = (subject: Case, seen: Seen): void => {
  const { tx, appointment, placement, context } = subject
  const calendar = placement.calendarId === null ? null : tx.calendars.get(placement.calendarId)
  const before = calendar && tx.artists.get(calendar.artistId)?.name
  if (seen.event?.status === 'CANCELLED') return
  flag(subject, {
    kind: 'changed-there',
    message: `${before ?? 'The artist before'} changed the event while the booking was moved away or cancelled. It stays in that calendar: delete it there if it is not wanted.`,
    ours: describe(subject, appointment),
    theirs: seen.event
      ? `“${seen.event.summary}”, ${sayTime(seen.event, context.zone)}`
      : 'Cannot be read',
  })
}
