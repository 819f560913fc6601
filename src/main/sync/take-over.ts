import type { AppointmentRow } from '../store/appointments.ts'
import type { EventFacts } from '../../domain/event-facts.ts'
import { parseTitle } from '../../domain/title.ts'
import { sentence } from '../../domain/sentence.ts'
import { when } from '../../domain/wording.ts'
import { asideOf, describe, flag, note, notify, save, type Case, type Seen } from './case.ts'
import { differing, factsOf, sameField, statusFromCalendar, type Field } from './facts.ts'
import { tellOfStray } from './stray.ts'

/**
 * Takes over what the artist changed since `base` (null: nothing is known to be agreed, so all that
 * differs from our wish is theirs), shows what collides with a change made here, and leaves in the
 * outbox only what is still ours to say.
 */
export const takeOver = (subject: Case, seen: Seen, base: EventFacts | null): void => {
  const { tx, placement, appointment, row, current } = subject
  // Left alone as long as it was cancelled, it takes time again.
  if (base?.status === 'CANCELLED' && (!current || appointment.status === 'CANCELLED'))
    tellOfStray(tx, appointment, placement.calendarId, seen.event, subject.context.now)
  if (!current) {
    note(subject, seen, placement.agreed)
    return
  }
  if (!seen.event) {
    keepUnread(subject, seen)
    return
  }
  const wish = subject.wish(appointment)
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

  const next = subject.wish(updated)
  if (updated.status === 'CANCELLED') tx.outbox.remove(placement.id)
  else if (differing(next, settled).length === 0) tx.outbox.remove(placement.id)
  else if (row && row.phase !== 'held') tx.outbox.update(placement.id, { phase: 'ready' })
  else tx.outbox.want(placement.id, 'present', subject.context.now)

  if (collisions.some((field) => field !== 'description'))
    flag(subject, {
      kind: 'changed-there',
      ...sentence`Changed here and in ${{ artist: subject.artistName }}’s calendar at the same time. The calendar’s version was kept.`,
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
  if (landed && differing(subject.wish(appointment), landed).length === 0)
    tx.outbox.remove(placement.id)
  else if (sent) tx.outbox.update(placement.id, { phase: 'ready' })
  const words = sentence`The event in ${{ artist: subject.artistName }}’s calendar cannot be read any more. The booking is kept as it was.`
  if (appointment.trouble?.message !== words.message) flag(subject, { kind: 'refused', ...words })
}

/** Writes the artist's changes into the appointment and tells staff of each. */
const applyTheirs = (
  subject: Case,
  changed: readonly Field[],
  theirs: EventFacts,
): AppointmentRow => {
  const { appointment, context } = subject
  const status = statusFromCalendar(appointment.status, changed, theirs)
  const { description } = parseTitle(theirs.summary)
  const patch = {
    ...(changed.includes('time') && { start: theirs.start, end: theirs.end }),
    ...(changed.includes('words') && { description }),
    ...(status !== appointment.status && { status }),
    ...(status === 'CANCELLED' &&
      appointment.status !== 'CANCELLED' && {
        cancelledBy: 'artist' as const,
        cancelReason: 'Cancelled in the calendar',
      }),
  }
  if (Object.keys(patch).length === 0 && !changed.includes('words')) return appointment
  const updated = { ...appointment, ...patch }
  const { zone } = context
  const [artist, client] = [{ artist: subject.artistName }, { client: subject.clientName }]
  const moved = updated.start !== appointment.start || updated.end !== appointment.end
  if (moved)
    notify(
      subject,
      'moved',
      sentence`${artist} moved ${client} from ${{ before: when(appointment, zone) }} to ${{ after: when(updated, zone) }}.`,
    )
  if (changed.includes('words'))
    notify(
      subject,
      'retitled',
      sentence`${artist} changed the title of ${client}’s booking to “${{ title: theirs.summary }}”.`,
    )
  if (status !== appointment.status)
    notify(
      subject,
      status === 'CANCELLED' ? 'cancelled' : 'approved',
      status === 'CANCELLED'
        ? sentence`${artist} cancelled ${client}, ${{ when: when(updated, zone) }}.`
        : status === 'PENDING'
          ? sentence`${artist} made ${client}, ${{ when: when(updated, zone) }}, a request again.`
          : sentence`${artist} approved ${client}, ${{ when: when(updated, zone) }}.`,
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
  const wish = subject.wish(updated)
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
      ...sentence`Cancelled here while ${{ artist: artistName }} changed the event so that it cannot be read. It is still in the calendar.`,
      ours: sentence`Cancelled`,
      theirs: sentence`Cannot be read`,
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
  save(subject, patch, 'reopened')
  const updated = { ...appointment, ...patch }
  tx.placements.update(subject.placement.id, { agreed: subject.wish(updated) })
  flag(subject, {
    kind: 'changed-there',
    ...(subject.placement.recalled
      ? sentence`Cancelled here before the backup was made, but still in ${{ artist: artistName }}’s calendar. The calendar’s version was kept.`
      : sentence`Cancelled here while ${{ artist: artistName }} changed it in the calendar. The calendar’s version was kept.`),
    ours: sentence`Cancelled`,
    theirs: describe(subject, updated),
    aside: asideOf(appointment),
  })
}

/** The artist before changed the event that a booking has left behind. */
export const keepBoth = (subject: Case, seen: Seen): void => {
  const { tx, appointment, placement, context } = subject
  const calendar = placement.calendarId === null ? null : tx.calendars.get(placement.calendarId)
  const artist =
    (calendar && tx.artists.get(calendar.artistId)?.name) ?? sentence`The artist before`
  if (seen.event?.status === 'CANCELLED') return
  flag(subject, {
    kind: 'changed-there',
    ...sentence`${{ artist }} changed the event while the booking was moved away or cancelled. It stays in that calendar: delete it there if it is not wanted.`,
    ours: describe(subject, appointment),
    theirs: seen.event
      ? sentence`“${{ title: seen.event.summary }}”, ${{ when: when(seen.event, context.zone) }}`
      : sentence`Cannot be read`,
  })
}
