import { isLive } from '../../domain/appointment.ts'
import type { EventFacts } from '../../domain/event-facts.ts'
import type { Trouble } from '../../domain/views.ts'
import { sentence } from '../../domain/sentence.ts'
import { when } from '../../domain/wording.ts'
import type { OutboxRow } from '../store/outbox.ts'
import type { PlacementRow } from '../store/placements.ts'
import type { Tables } from '../store/tables.ts'
import {
  asideOf,
  describe,
  note,
  notify,
  save,
  wishesOf,
  type Case,
  type ReconcileContext,
  type Seen,
} from './case.ts'
import { cameFrom, factsOf, isUntouched } from './facts.ts'
import { isMasked, isShared, unmasked } from './masked.ts'
import { decide, type Verdict } from './plan.ts'
import { askAbout, recall, recallGone, revive } from './recall.ts'
import { keepBoth, reopen, takeOver } from './take-over.ts'
import { tellOfStray } from './stray.ts'

/**
 * Brings one placement into line with what a complete pull found on the server, inside the
 * transaction that stores it. Idempotent: run again after a crash, it decides the same.
 */
export const reconcile = (
  tx: Tables,
  context: ReconcileContext,
  placement: PlacementRow,
  seen: Seen | null,
): Verdict => {
  const appointment = tx.appointments.get(placement.appointmentId)
  if (!appointment) return 'keep'
  const row = tx.outbox.get(placement.id)
  const current = appointment.placement === placement.number
  const sent = row?.phase === 'verify' ? row : undefined
  const decided = decide({
    known: placement.baseHash !== null,
    wish: row?.intent ?? null,
    endedThere:
      current && appointment.status === 'CANCELLED' && appointment.cancelledBy === 'artist',
    recalled: placement.recalled,
    freshWish: row?.phase !== 'held',
    serverHash: seen?.object.hash ?? null,
    baseHash: placement.baseHash,
    landed: seen !== null && (hasLanded(seen, sent) || isLate(seen, placement, row)),
  })
  const erased = seen && tx.clients.get(appointment.clientId)?.erasedAt
  const verdict = erased && decided !== 'delete' ? 'leave' : decided
  const subject: Case = {
    tx,
    context,
    placement,
    row,
    appointment,
    current,
    wish: wishesOf(tx, appointment),
    // Read only where something is said: most often nothing is.
    get clientName() {
      return tx.clients.get(appointment.clientId)?.name ?? ''
    },
    get artistName() {
      return tx.artists.get(appointment.artistId)?.name ?? ''
    },
  }
  if (seen) carryOut(subject, verdict, shown(subject, seen))
  else carryOutGone(subject, verdict)
  if (placement.recalled) tx.placements.update(placement.id, { recalled: false })
  return verdict
}

/**
 * Is there what was sent last, or, while it should stay, what grew from it? To be deleted it must be
 * exactly ours: the desk may have changed its mind while the write was on its way, the artist too.
 */
const hasLanded = ({ object, event }: Seen, sent: OutboxRow | undefined): boolean =>
  sent !== undefined &&
  (sent.sendingHash === object.hash ||
    (sent.intent === 'present' &&
      event !== null &&
      sent.sendingFacts !== null &&
      cameFrom(event, sent.sendingFacts)))

/**
 * A write that was given up and arrived all the same: never seen before and still just as we wrote
 * it. An event that was seen once and comes back was brought back by the artist.
 */
const isLate = ({ event }: Seen, placement: PlacementRow, row: OutboxRow | undefined): boolean =>
  row === undefined && placement.agreed === null && event !== null && isUntouched(event)

const carryOut = (subject: Case, verdict: Verdict, seen: Seen): void => {
  const { tx, placement, row, current } = subject
  switch (verdict) {
    case 'keep':
      if (placement.baseHash !== null) note(subject, seen, placement.agreed)
      else if (!current || subject.appointment.status === 'CANCELLED')
        tellOfStray(tx, subject.appointment, placement.calendarId, seen.event, subject.context.now)
      return
    case 'leave':
      tx.outbox.remove(placement.id)
      note(subject, seen, placement.agreed)
      return
    case 'agree':
      takeOver(subject, seen, row?.sendingFacts ?? null)
      return
    case 'adopt':
    case 'merge':
      takeOver(subject, seen, baseline(subject))
      return
    case 'recall':
      recall(subject, seen)
      return
    case 'revive':
      revive(subject, seen)
      return
    case 'restore':
      tx.outbox.remove(placement.id)
      note(subject, seen, placement.agreed)
      if (current) reopen(subject, seen)
      else keepBoth(subject, seen)
      return
    case 'push':
    case 'delete':
      // What is to go is what is there now: decided again, it must not look like the artist's.
      if (verdict === 'delete') note(subject, seen, placement.agreed ?? saidBy(seen))
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
        cancel(subject)
      return
    case 'gone-since':
      forget()
      if (current) recallGone(subject)
      return
    case 'ask':
      askAbout(subject)
      return
    case 'needs-person': {
      forget()
      if (!current) return
      if (placement.recalled) return recallGone(subject)
      const artist = { artist: subject.artistName }
      cancel(subject, {
        kind: 'gone-there',
        ...(isShared(tx, placement.calendarId)
          ? sentence`${artist} deleted this booking in the calendar, or hid it from the studio, while it was being changed here.`
          : sentence`${artist} deleted this booking in the calendar while it was being changed here.`),
        ours: describe(subject, appointment),
        theirs: sentence`Deleted`,
        aside: asideOf(appointment),
      })
      return
    }
    default:
      if (row?.phase === 'verify') tx.outbox.update(placement.id, { phase: 'ready' })
  }
}

/** What an event says that we wrote and that was never agreed on. */
const saidBy = ({ event }: Seen): EventFacts | null => event && factsOf(event, 'CONFIRMED')

/** What both sides agreed on last, as the server had it. */
const baseline = ({ tx, placement, context }: Case): EventFacts | null => {
  if (placement.baseText === null) return null
  const { agreed } = placement
  const event = context.read(placement.baseText)
  if (event && isMasked(tx, placement.calendarId, event)) return agreed
  return event && factsOf(event, agreed?.status ?? 'CONFIRMED')
}

/** A hidden title is not a new one: the event with what is known of it. */
const shown = (subject: Case, { object, event }: Seen): Seen => {
  const { tx, placement, wish, appointment } = subject
  return event && isMasked(tx, placement.calendarId, event)
    ? { object, event: unmasked(event, baseline(subject) ?? placement.agreed ?? wish(appointment)) }
    : { object, event }
}

/** What a share does not show any more may be there still: nobody is said to have deleted it. */
const cancel = (subject: Case, trouble: Trouble | null = null): void => {
  const { tx, placement, appointment, context } = subject
  const [artist, client] = [{ artist: subject.artistName }, { client: subject.clientName }]
  const [cancelReason, words] = isShared(tx, placement.calendarId)
    ? [
        'Deleted in the calendar, or hidden from the studio',
        sentence`${client}, ${{ when: when(appointment, context.zone) }}, is no longer in ${artist}’s calendar: it was deleted there, or hidden from the studio.`,
      ]
    : [
        'Deleted in the calendar',
        sentence`${artist} deleted ${client}, ${{ when: when(appointment, context.zone) }}.`,
      ]
  save(subject, { status: 'CANCELLED', cancelledBy: 'artist', cancelReason, trouble }, 'cancelled')
  notify(subject, trouble ? 'conflict' : 'cancelled', trouble ?? words)
}
