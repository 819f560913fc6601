import { isLive, type Appointment } from '../../domain/appointment.ts'
import type { EventFacts } from '../../domain/event-facts.ts'
import { parseTitle } from '../../domain/title.ts'
import type { NoticeView, Trouble } from '../../domain/views.ts'
import { sayTime } from '../../domain/wording.ts'
import type { WireEvent } from '../ical/wire.ts'
import type { AppointmentRow } from '../store/appointments.ts'
import type { ObjectRow } from '../store/objects.ts'
import type { OutboxRow } from '../store/outbox.ts'
import type { PlacementRow } from '../store/placements.ts'
import type { Tables } from '../store/tables.ts'
import {
  cameFrom,
  differing,
  factsOf,
  sameField,
  statusFromCalendar,
  wishFor,
  type Field,
} from './facts.ts'
import { decide, type Verdict } from './plan.ts'

/** What the server has for a placement: a row of our copy with its event read from the text. */
export interface Seen {
  readonly object: Pick<ObjectRow, 'href' | 'etag' | 'text' | 'hash'>
  /** Null when the text cannot be read as an event. */
  readonly event: WireEvent | null
}

export interface ReconcileContext {
  readonly now: number
  readonly zone: string
  /** Reads an event again from the text that was agreed on. */
  readonly read: (text: string) => WireEvent | null
}

/** Everything about one placement, gathered before the decision. */
interface Case {
  readonly tx: Tables
  readonly context: ReconcileContext
  readonly placement: PlacementRow
  readonly row: OutboxRow | undefined
  readonly appointment: AppointmentRow
  readonly current: boolean
  readonly clientName: string
  readonly artistName: string
}

/**
 * Brings one placement into line with what a complete pull found on the server, inside the
 * transaction that stores it. Idempotent: run again after a crash, it decides the same.
 */
export const reconcile = (
  tx: Tables,
  context: ReconcileContext,
  placementId: string,
  seen: Seen | null,
): Verdict => {
  const placement = tx.placements.get(placementId)
  const appointment = placement && tx.appointments.get(placement.appointmentId)
  if (!placement || !appointment) return 'keep'
  const row = tx.outbox.get(placementId)
  const sent = row?.phase === 'verify' ? row : undefined
  const verdict = decide({
    known: placement.baseHash !== null,
    wish: row?.intent ?? null,
    serverHash: seen?.object.hash ?? null,
    baseHash: placement.baseHash,
    landed: seen !== null && hasLanded(seen, sent),
  })
  const subject: Case = {
    tx,
    context,
    placement,
    row,
    appointment,
    current: appointment.placement === placement.number,
    clientName: tx.clients.get(appointment.clientId)?.name ?? '',
    artistName: tx.artists.get(appointment.artistId)?.name ?? '',
  }
  if (seen) carryOut(subject, verdict, seen)
  else carryOutGone(subject, verdict)
  return verdict
}

const hasLanded = ({ object, event }: Seen, sent: OutboxRow | undefined): boolean =>
  sent !== undefined &&
  sent.intent === 'present' &&
  (sent.sendingHash === object.hash ||
    (event !== null && sent.sendingFacts !== null && cameFrom(event, sent.sendingFacts)))

const carryOut = (subject: Case, verdict: Verdict, seen: Seen): void => {
  const { tx, placement, row, current } = subject
  switch (verdict) {
    case 'keep':
      if (placement.baseHash !== null) note(subject, seen, placement.agreed)
      return
    case 'agree':
      takeOver(subject, seen, row?.sendingFacts ?? null)
      return
    case 'adopt':
    case 'merge':
      takeOver(subject, seen, baseline(subject))
      return
    case 'restore':
      tx.outbox.remove(placement.id)
      note(subject, seen, placement.agreed)
      if (current) reopen(subject, seen)
      else keepBoth(subject, seen)
      return
    case 'push':
    case 'delete':
      if (row) tx.outbox.update(placement.id, { phase: row.phase === 'held' ? 'held' : 'ready' })
      else tx.outbox.want(placement.id, 'gone', subject.context.now)
      if (seen.object.href !== placement.href)
        tx.placements.update(placement.id, { href: seen.object.href })
      return
    default:
  }
}

const carryOutGone = (subject: Case, verdict: Verdict): void => {
  const { tx, placement, row, appointment, current } = subject
  const forget = (): void => {
    tx.outbox.remove(placement.id)
    tx.placements.update(placement.id, { baseText: null, baseHash: null, caldavEtag: null })
  }
  switch (verdict) {
    case 'create':
      if (row?.phase === 'verify') tx.outbox.update(placement.id, { phase: 'ready' })
      return
    case 'forget':
      forget()
      return
    case 'cancelled-by-artist':
      forget()
      if (current && isLive(appointment.status) && appointment.status !== 'COMPLETED')
        cancel(subject, `${subject.artistName} deleted it in the calendar`)
      return
    case 'needs-person': {
      forget()
      if (!current) return
      const ours = describe(subject, appointment)
      cancel(subject, `${subject.artistName} deleted it in the calendar`, {
        kind: 'gone-there',
        message: `${subject.artistName} deleted this booking in the calendar while it was being changed here.`,
        ours,
        theirs: 'Deleted',
      })
      return
    }
    default:
      if (row?.phase === 'verify') tx.outbox.update(placement.id, { phase: 'ready' })
  }
}

/** What both sides agreed on last, as the server had it. */
const baseline = ({ placement, context }: Case): EventFacts | null => {
  if (placement.baseText === null) return null
  const event = context.read(placement.baseText)
  return event && factsOf(event, placement.agreed?.status ?? 'CONFIRMED')
}

/** Notes the server's version as agreed on. */
const note = ({ tx, placement }: Case, { object }: Seen, agreed: EventFacts | null): void => {
  tx.placements.update(placement.id, {
    href: object.href,
    caldavEtag: object.etag,
    baseText: object.text,
    baseHash: object.hash,
    agreed,
  })
}

/**
 * Takes over what the artist changed since `base` (null: nothing is known to be agreed, so all that
 * differs from our wish is theirs), shows what collides with a change made here, and leaves in the
 * outbox only what is still ours to say.
 */
const takeOver = (subject: Case, seen: Seen, base: EventFacts | null): void => {
  const { tx, placement, appointment, row, current } = subject
  if (!current) {
    note(subject, seen, placement.agreed)
    return
  }
  if (!seen.event) {
    note(subject, seen, placement.agreed)
    flag(subject, {
      kind: 'refused',
      message: `The event in ${subject.artistName}’s calendar cannot be read any more. The booking is kept as it was.`,
    })
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
  if (!isLive(updated.status) && updated.status === 'CANCELLED') tx.outbox.remove(placement.id)
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
const reopen = (subject: Case, seen: Seen): void => {
  const { tx, appointment, artistName } = subject
  if (appointment.status !== 'CANCELLED' || !seen.event) return
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

/** The booking was moved to another calendar while the artist changed the event left behind. */
const keepBoth = (subject: Case, seen: Seen): void => {
  const { tx, appointment, placement, context } = subject
  const calendar = placement.calendarId === null ? null : tx.calendars.get(placement.calendarId)
  const before = calendar && tx.artists.get(calendar.artistId)?.name
  if (appointment.status === 'CANCELLED' || !seen.event) return
  flag(subject, {
    kind: 'changed-there',
    message: `${before ?? 'The artist before'} changed the event while the booking was moved away. It stays in that calendar: delete it there if it is not wanted.`,
    ours: describe(subject, appointment),
    theirs: `“${seen.event.summary}”, ${sayTime(seen.event, context.zone)}`,
  })
}

const cancel = (subject: Case, reason: string, trouble: Trouble | null = null): void => {
  const { appointment, artistName, clientName, context } = subject
  save(
    subject,
    { status: 'CANCELLED', cancelledBy: 'artist', cancelReason: reason, trouble },
    'cancelled',
  )
  notify(
    subject,
    trouble ? 'conflict' : 'cancelled',
    trouble?.message ??
      `${artistName} deleted ${clientName}, ${sayTime(appointment, context.zone)}.`,
  )
}

const save = (subject: Case, patch: Partial<AppointmentRow>, action: string): void => {
  const { tx, appointment, context } = subject
  const stored = tx.appointments.get(appointment.id) ?? appointment
  tx.appointments.update(appointment.id, {
    ...patch,
    version: stored.version + 1,
    updatedAt: context.now,
  })
  const only = (row: AppointmentRow): Record<string, unknown> =>
    Object.fromEntries(Object.entries(row).filter(([key]) => key in patch && key !== 'trouble'))
  tx.audit.insert({
    at: context.now,
    actor: 'artist',
    action,
    appointmentId: appointment.id,
    before: only(appointment),
    after: only({ ...appointment, ...patch }),
  })
}

const flag = (subject: Case, trouble: Trouble): void => {
  subject.tx.appointments.update(subject.appointment.id, { trouble })
  notify(subject, 'conflict', `${subject.clientName}: ${trouble.message}`)
}

const notify = (subject: Case, kind: NoticeView['kind'], message: string): void => {
  const { tx, appointment, context } = subject
  tx.notices.insert({
    at: context.now,
    kind,
    artistId: appointment.artistId,
    appointmentId: appointment.id,
    message,
  })
}

/** What the desk wanted, kept so that a person can go back to it. */
const asideOf = ({
  start,
  end,
  description,
  status,
}: AppointmentRow): NonNullable<Trouble['aside']> => ({
  start,
  end,
  description,
  status,
})

const describe = (subject: Case, row: AppointmentRow): string =>
  [sayTime(row, subject.context.zone), row.description].filter(Boolean).join(' · ')

const wishOf = ({ tx }: Case, row: AppointmentRow): EventFacts => wishOfRow(tx, row)

/** What the calendar should say about a stored appointment now. */
export const wishOfRow = (tx: Tables, row: AppointmentRow): EventFacts => {
  const client = tx.clients.get(row.clientId)
  if (!client) throw new Error('An appointment has lost its client')
  const appointment: Appointment = { ...row, alternates: tx.appointments.alternatesOf(row.id) }
  return wishFor(appointment, client, tx.settings.get().privacy)
}
