import { isLive } from '../../domain/appointment.ts'
import {
  checkAvailability,
  freeStarts,
  type Agenda,
  type Blocker,
  type Verdict,
} from '../../domain/availability.ts'
import { MINUTE, type Instant, type Interval } from '../../domain/interval.ts'
import { addDays, startOfDate } from '../../domain/zone.ts'
import { eventKey, type GridColumn } from './grid-column.ts'

/** What is known at once, from what is on the screen; the drop itself is decided by main. */
export interface Judgement {
  readonly verdict: Verdict
  /** The nearest time on the same day at which it would fit; null where it fits, or nowhere. */
  readonly fit: Interval | null
  /** The cards that are in the way. */
  readonly blocking: ReadonlySet<string>
}

export type Judge = (wanted: Interval) => Judgement

interface Conditions {
  readonly zone: string
  readonly now: Instant
  readonly grid: number
}

/** Gathers once what takes up a column's time, without the booking that is being moved. */
export const judgeOf = (
  { artist, date, appointments, events, timeOff, connected }: GridColumn,
  ignoring: string | null,
  { zone, now, grid }: Conditions,
): Judge => {
  const cards = new Map<Blocker, string>()
  for (const { id, start, end, clientName, status } of appointments)
    if (isLive(status) && id !== ignoring)
      cards.set({ start, end, title: clientName, source: 'appointment' }, id)
  for (const event of events)
    if (event.blocks)
      cards.set(
        { start: event.start, end: event.end, title: event.title, source: 'event' },
        eventKey(event),
      )
  const agenda: Agenda = { artist, zone, now, connected, blockers: [...cards.keys()], timeOff }
  const from = startOfDate(date, zone)
  const until = startOfDate(addDays(date, 1), zone) - 1

  const fits = (wanted: Interval): Interval | null => {
    const length = wanted.end - wanted.start
    const minutes = length / MINUTE
    const starts = freeStarts(agenda, { minutes, from, until, count: Infinity, grid })
    const start = nearest(starts, wanted.start)
    return start === null ? null : { start, end: start + length }
  }
  return (wanted) => {
    const verdict = checkAvailability(wanted, agenda)
    const hits = verdict.overrulable ? [] : verdict.blockers
    const blocking = new Set(hits.flatMap((blocker) => cards.get(blocker) ?? []))
    return { verdict, blocking, fit: verdict.available ? null : fits(wanted) }
  }
}

const nearest = (starts: readonly Instant[], wanted: Instant): Instant | null =>
  starts.reduce<Instant | null>(
    (best, start) =>
      best === null || Math.abs(start - wanted) < Math.abs(best - wanted) ? start : best,
    null,
  )
