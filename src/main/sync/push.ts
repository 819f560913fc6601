import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Failure } from '../../domain/failure.ts'
import type { AppointmentRow } from '../store/appointments.ts'
import type { CalendarRow } from '../store/calendars.ts'
import type { OutboxRow } from '../store/outbox.ts'
import type { Tables } from '../store/tables.ts'
import { applyGone, mayBeElsewhere } from './apply.ts'
import { raise } from './case.ts'
import { calendarOf, type CycleContext, type Tally } from './context.ts'
import { aboutOf, clashes, sayClash, sayHit } from './overlaps.ts'
import type { RemoteFailure, RemoteResult } from './remote.ts'
import { graver, mayHaveLanded, passes, retryAt, scopeOf, shown } from './retry.ts'
import { prepareDelete, preparePut, type Put } from './prepare.ts'
import { sentence, type Sentence } from '../../domain/sentence.ts'
import { when } from '../../domain/wording.ts'

/** A waiting change with the appointment it is for. */
type Waiting = OutboxRow & { readonly appointmentId: string }

/** A change that is on disk as being sent. */
type Write =
  | { readonly row: Waiting; readonly put: Put }
  | {
      readonly row: Waiting
      readonly target: { readonly href: string; readonly etag: string | null }
    }

/** Requests at once, and how many of them one transaction prepares: a disk is slower than a server. */
const PARALLEL = 4
const BATCH = 4 * PARALLEL

/**
 * Sends what waits in the outbox for one calendar. What was sent stays in the outbox to be verified
 * by the pull that follows; only that pull may call it done. Answers the failure that stops more than
 * one object, if there was one, and how many changes were on their way.
 */
export const push = async (
  context: CycleContext,
  tally: Tally,
): Promise<{ sent: number; failure: RemoteFailure | null }> => {
  const calendar = calendarOf(context)
  const rows = due(context)
  const writes: Write[] = []
  let at = 0
  let sent = 0
  let failure: RemoteFailure | null = null
  const stopped = (): boolean => failure !== null || context.signal.aborted
  const fill = (least: number): void => {
    while (writes.length < least && at < rows.length && !stopped()) {
      const batch = prepare(context, rows.slice(at, at + BATCH), tally)
      at += BATCH
      sent += batch.length
      writes.push(...batch)
    }
  }
  /** The next ones are written down while the server is busy with these. */
  const prepareAhead = async (): Promise<void> => {
    await nextTurn()
    fill(PARALLEL)
  }
  const worker = async (): Promise<void> => {
    for (;;) {
      fill(1)
      const write = stopped() ? undefined : writes.shift()
      if (!write || !calendar) return
      const [result] = await Promise.all([send(context, calendar, write, tally), prepareAhead()])
      if (!result.ok && scopeOf(result.error.kind) !== 'object')
        failure = graver(failure, result.error)
    }
  }
  await Promise.all(Array.from({ length: Math.min(PARALLEL, rows.length) }, worker))
  return { sent, failure }
}

/** Releases what was held for a clash that is gone, and lists what may be sent now. */
const due = ({ store, calendarId, now }: CycleContext): Waiting[] => {
  const rows = store.read.outbox.ofCalendar(calendarId)
  if (rows.some(({ phase }) => phase === 'held'))
    store.transaction((tx) => {
      for (const row of rows) {
        const appointment = tx.appointments.get(row.appointmentId)
        if (row.phase !== 'held' || appointment?.trouble?.kind !== 'overlap') continue
        if (isTaken(tx, appointment)) continue
        tx.outbox.update(row.placementId, { phase: 'ready', notBefore: 0 })
        tx.appointments.update(appointment.id, { trouble: null })
      }
    })
  return store.read.outbox
    .ofCalendar(calendarId)
    .filter((row) => row.phase === 'ready' && row.notBefore <= now())
}

/** Writes down what is about to be sent, or why it is held back, before any of it is. */
const prepare = (context: CycleContext, rows: readonly Waiting[], tally: Tally): Write[] =>
  context.store.transaction((tx) =>
    rows.flatMap((listed) => {
      // Staff may have changed their mind since it was listed.
      const current = tx.outbox.get(listed.placementId)
      if (current?.phase !== 'ready') return []
      const row = { ...listed, ...current }
      if (row.intent === 'present') return prepareOne(tx, context, row, tally)
      const target = prepareDelete(tx, row.placementId)
      if (!target) return []
      tx.outbox.update(row.placementId, { phase: 'verify', attempts: row.attempts + 1 })
      return [{ row, target }]
    }),
  )

const prepareOne = (tx: Tables, { now }: CycleContext, row: Waiting, tally: Tally): Write[] => {
  const prepared = preparePut(tx, row.placementId, now())
  if (!prepared.ok) {
    hold(tx, row, prepared.error, now())
    return []
  }
  const put = prepared.value
  if (put === null) return []
  if (put.timeIsNew && holdIfTaken(tx, row.placementId, row.appointmentId, now())) {
    tally.conflicts++
    return []
  }
  tx.outbox.update(row.placementId, {
    phase: 'verify',
    attempts: row.attempts + 1,
    sendingHash: put.hash,
    sendingFacts: put.facts,
  })
  return [{ row, put }]
}

const send = async (
  context: CycleContext,
  calendar: CalendarRow,
  write: Write,
  tally: Tally,
): Promise<RemoteResult<unknown>> => {
  const { store, remote, signal } = context
  const { row } = write
  const answer =
    'put' in write
      ? await remote.put(calendar.url, write.put.href, write.put.text, write.put.condition, signal)
      : await remote.remove(calendar.url, write.target.href, write.target.etag, signal)
  if (answer.ok) tally.pushed++
  else if ('put' in write && answer.error.kind === 'uid-conflict')
    await adoptHref(context, row, write.put.uid)
  else if (
    'target' in write &&
    answer.error.kind === 'object-gone' &&
    !mayBeElsewhere(store.read, calendar.id, write.target.href)
  )
    store.transaction((tx) => {
      if (applyGone(tx, context, calendar, write.target.href)) tally.deleted++
    })
  else settleFailure(context, row, answer.error)
  return answer
}

/** The server knows our UID at another href: a copy of our own event, whose href we take over. */
const adoptHref = async (context: CycleContext, row: Waiting, uid: string): Promise<void> => {
  const { store, remote, signal, now } = context
  const calendar = calendarOf(context)
  if (!calendar) return
  const found = await remote.findByUid(calendar.url, uid, signal)
  const elsewhere = found.ok ? found.value[0] : undefined
  store.transaction((tx) => {
    if (elsewhere) tx.placements.update(row.placementId, { href: elsewhere.href })
    else if (found.ok)
      hold(
        tx,
        row,
        {
          kind: 'uid-conflict',
          message: 'The calendar refuses this booking: it knows it as deleted.',
          remedy: 'The artist may have deleted it. Ask, then cancel it or book it again.',
        },
        now(),
      )
    else
      tx.outbox.update(row.placementId, {
        failure: shown(found.error),
        notBefore: retryAt(now(), 1, context.random),
      })
  })
}

/** Notes what went wrong with one write: to be verified, tried again later, or held for a person. */
const settleFailure = (
  { store, now, random, calendarId }: CycleContext,
  row: Waiting,
  error: RemoteFailure,
): void => {
  const failure = shown(error)
  store.transaction((tx) => {
    if (error.kind === 'read-only') tx.calendars.update(calendarId, { readOnly: true })
    const landed = mayHaveLanded(error.kind)
    if (passes(error.kind) || error.kind === 'sign-in')
      tx.outbox.update(row.placementId, {
        phase: landed ? 'verify' : 'ready',
        attempts: row.attempts + 1,
        notBefore:
          error.kind === 'precondition'
            ? 0
            : Math.max(error.retryAt ?? 0, retryAt(now(), row.attempts + 1, random)),
        failure,
      })
    else hold(tx, row, failure, now())
  })
}

/** Keeps a change back until a person decides, and says why on the appointment. */
const hold = (tx: Tables, row: Waiting, failure: Failure, now: number): void => {
  tx.outbox.update(row.placementId, { phase: 'held', failure, attempts: row.attempts + 1 })
  const appointment = tx.appointments.get(row.appointmentId)
  if (!appointment) return
  const why: Sentence = { message: failure.message, ...(failure.said && { said: failure.said }) }
  raise(tx, appointment.id, { kind: 'refused', ...why })
  tx.notices.insert({
    at: now,
    kind: 'refused',
    artistId: appointment.artistId,
    appointmentId: appointment.id,
    ...sentence`${{ client: clientOf(tx, appointment) }}, ${{ when: when(appointment, tx.settings.get().zone) }}: ${{ why }}`,
  })
}

const clientOf = (tx: Tables, { clientId }: AppointmentRow): string | Sentence =>
  tx.clients.get(clientId)?.name ?? sentence`A booking`

/** Something else is there that a person has not accepted. */
const isTaken = (tx: Tables, appointment: AppointmentRow): boolean => {
  const hits = clashes(tx, appointment)
  return hits.length > 0 && appointment.acceptedOverlap !== aboutOf(hits)
}

/** A booking whose time was taken meanwhile is not sent: it is held and shown. */
const holdIfTaken = (
  tx: Tables,
  placementId: string,
  appointmentId: string,
  now: number,
): boolean => {
  const appointment = tx.appointments.get(appointmentId)
  if (!appointment || !isTaken(tx, appointment)) return false
  const hits = clashes(tx, appointment)
  const first = hits[0]
  if (!first) return false
  const { zone } = tx.settings.get()
  const artist = tx.artists.get(appointment.artistId)?.name ?? sentence`The artist`
  tx.outbox.update(placementId, { phase: 'held' })
  raise(tx, appointment.id, {
    kind: 'overlap',
    ...sentence`Not sent: ${{ artist }} has ${{ hit: sayHit(first, zone) }}.`,
    about: aboutOf(hits),
    ours: sentence`${{ when: when(appointment, zone) }}`,
    theirs: sayHit(first, zone),
  })
  tx.notices.insert({
    at: now,
    kind: 'conflict',
    artistId: appointment.artistId,
    appointmentId: appointment.id,
    ...sentence`${{ client: clientOf(tx, appointment) }}, ${{ when: when(appointment, zone) }}, was not sent. ${{ why: sayClash(first, zone) }}.`,
  })
  return true
}
