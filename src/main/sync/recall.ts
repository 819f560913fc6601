import { isLive } from '../../domain/appointment.ts'
import type { EventFacts } from '../../domain/event-facts.ts'
import { parseTitle } from '../../domain/title.ts'
import { sentence } from '../../domain/sentence.ts'
import { when } from '../../domain/wording.ts'
import type { AppointmentRow } from '../store/appointments.ts'
import type { Tables } from '../store/tables.ts'
import {
  asideOf,
  describe,
  flag,
  note,
  notify,
  save,
  wishOfRow,
  type Case,
  type Seen,
} from './case.ts'
import { differing, factsOf } from './facts.ts'
import { takeOver } from './take-over.ts'
import { toldBy } from './told.ts'
import { tellOfStray } from './stray.ts'

/**
 * A booking as a restored backup has it meets the server's event: all that the server says counts, our
 * own properties too. What the backup was about to send is not sent; where it differs, staff see both.
 */
export const recall = (subject: Case, seen: Seen): void => {
  const { tx, appointment, placement, row, current, artistName } = subject
  if (!current || !seen.event) {
    tx.outbox.remove(placement.id)
    takeOver({ ...subject, row: undefined }, seen, null)
    if (!current)
      tellOfStray(tx, appointment, placement.calendarId, seen.event, subject.context.now)
    return
  }
  const wish = subject.wish(appointment)
  const theirs = factsOf(seen.event, wish.status)
  const updated = follow(subject, seen, ['restored', 'system'])
  agree(subject, seen, updated)
  const collides = differing(wish, theirs).some((field) => field !== 'description')
  if (row && collides)
    flag(subject, {
      kind: 'changed-there',
      ...sentence`Was being changed here when the backup was made. The version in ${{ artist: artistName }}’s calendar was kept.`,
      ours: describe(subject, appointment),
      theirs: describe(subject, updated),
      aside: asideOf(appointment),
    })
  else if (appointment.trouble?.kind === 'refused')
    tx.appointments.update(appointment.id, { trouble: null })
}

/**
 * The event of a booking that the artist had cancelled is there again, out of a trash bin or shown to the
 * studio once more: the booking is on again, as the event has it. What was being changed here when it went
 * is offered still.
 */
export const revive = (subject: Case, seen: Seen): void => {
  const { appointment, artistName, clientName, context } = subject
  if (!seen.event || seen.event.status === 'CANCELLED') return
  const updated = follow(subject, seen, ['reopened', 'artist'])
  agree(subject, seen, updated)
  const artist = { artist: artistName }
  notify(
    subject,
    'restored',
    sentence`${{ client: clientName }}, ${{ when: when(updated, context.zone) }}, is in ${artist}’s calendar again, and booked again.`,
  )
  const { aside, ours } = appointment.trouble ?? {}
  if (aside && ours)
    flag(subject, {
      kind: 'changed-there',
      ...sentence`Changed here and in ${artist}’s calendar at the same time. The calendar’s version was kept.`,
      ours,
      theirs: describe(subject, updated),
      aside,
    })
}

/** Takes what the event says into the appointment, with an entry in its history where it differs. */
const follow = (
  subject: Case,
  { event }: Seen,
  [action, actor]: readonly ['restored', 'system'] | readonly ['reopened', 'artist'],
): AppointmentRow => {
  const { tx, appointment } = subject
  if (!event) return appointment
  const { rest, notes, start, end, description, status } = toldBy(event)
  const { alternates = null, ...deposit } = rest ?? {}
  const all = {
    start,
    end,
    description,
    status,
    ...deposit,
    ...(notes !== null && { notes }),
    ...(status === 'CANCELLED' &&
      appointment.status !== 'CANCELLED' && {
        cancelledBy: 'artist' as const,
        cancelReason: 'Cancelled in the calendar',
      }),
    ...(status !== 'CANCELLED' && { cancelledBy: null, cancelReason: null }),
  }
  const patch = Object.fromEntries(
    Object.entries(all).filter(([key, value]) => value !== { ...appointment }[key]),
  )
  const before = JSON.stringify(tx.appointments.alternatesOf(appointment.id))
  if (alternates && JSON.stringify(alternates) !== before)
    tx.appointments.setAlternates(appointment.id, alternates)
  if (Object.keys(patch).length > 0) save(subject, patch, action, actor)
  if (status === 'CANCELLED' && isLive(appointment.status))
    notify(
      subject,
      'cancelled',
      sentence`${{ artist: subject.artistName }} cancelled ${{ client: subject.clientName }}, ${{ when: when(appointment, subject.context.zone) }}.`,
    )
  return { ...appointment, ...patch }
}

/**
 * Notes the server's version as agreed on. Only what the artist's own change leaves to be said is asked
 * for, such as the title of a booking that was approved by its status.
 */
const agree = (
  { tx, placement, context, ...rest }: Case,
  seen: Seen,
  row: AppointmentRow,
): void => {
  const subject: Case = { ...rest, tx, placement, context }
  tx.outbox.remove(placement.id)
  const settled = settledBy(tx, seen, row)
  note(subject, seen, settled)
  if (row.status !== 'CANCELLED' && differing(wishOfRow(tx, row), settled).length > 0)
    tx.outbox.want(placement.id, 'present', context.now)
}

/** What counts as agreed once all that the event says was taken over. */
export const settledBy = (tx: Tables, { event }: Seen, row: AppointmentRow): EventFacts => {
  const wish = wishOfRow(tx, row)
  if (!event) return wish
  const words = wish.summary.replace(/^REQUEST: /, '')
  return {
    ...wish,
    start: event.start,
    end: event.end,
    summary: parseTitle(event.summary).request ? `REQUEST: ${words}` : words,
    status: event.status ?? wish.status,
  }
}

/** The event is no longer there: cancelled since, here or by the artist. Nobody can tell who. */
export const recallGone = (subject: Case): void => {
  const { appointment, artistName, clientName, context, row } = subject
  if (!isLive(appointment.status) || appointment.status === 'COMPLETED') return
  const patch = {
    status: 'CANCELLED' as const,
    cancelledBy: 'system' as const,
    cancelReason: 'No longer in the calendar when the backup was restored',
  }
  save(subject, patch, 'cancelled', 'system')
  if (row)
    flag(subject, {
      kind: 'gone-there',
      ...sentence`Was being changed here when the backup was made, and is no longer in ${{ artist: artistName }}’s calendar.`,
      ours: describe(subject, appointment),
      theirs: sentence`Deleted`,
      aside: asideOf(appointment),
    })
  else
    notify(
      subject,
      'cancelled',
      sentence`${{ client: clientName }}, ${{ when: when(appointment, context.zone) }}, is no longer in ${{ artist: artistName }}’s calendar.`,
    )
}

/** It waited to be sent, and is not there: it keeps its time here, and waits until a person decides. */
export const askAbout = (subject: Case): void => {
  const { tx, placement, current, artistName } = subject
  tx.outbox.update(placement.id, { phase: 'held' })
  if (current)
    flag(subject, {
      kind: 'refused',
      ...sentence`Was waiting to be sent when the backup was made, and is not in ${{ artist: artistName }}’s calendar. It may have been cancelled since: ask, then send it again or cancel it.`,
    })
}
