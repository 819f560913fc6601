import { DAY, type Interval } from '../../domain/interval.ts'
import type { CalendarEvent } from './event.ts'
import { endOf, type Moment } from './moment.ts'
import { isCancelled } from './overrides.ts'
import type { Rule } from './rule.ts'
import type { Duration } from './values.ts'

/** What SQLite keeps for "without end". */
const ALWAYS = 8.64e15

/** A zone that changes, or a rule's UNTIL read in another one, moves a time by a day at most. */
const MARGIN = 2 * DAY

const placed = (moment: Moment, length: Duration): Interval => ({
  start: moment.instant,
  end: Math.max(moment.instant, endOf(moment, length)),
})

const lastStart = (rules: readonly Rule[]): number =>
  Math.max(...rules.map(({ until }) => (until === null ? ALWAYS : until.wall)))

/** Everything one event takes, its repetitions included. */
const spansOf = (event: CalendarEvent): Interval[] => {
  if (isCancelled(event) || event.start === null) return []
  const first = placed(event.start, event.length)
  const extra = event.extraDates.map(({ moment, length }) => placed(moment, length ?? event.length))
  if (event.rules.length === 0) return [first, ...extra]
  const last = lastStart(event.rules) + (first.end - first.start)
  return [{ start: first.start, end: Math.max(first.end, last) }, ...extra]
}

/**
 * A span outside of which a file's events take no time, whatever the studio's zone: to find the few
 * that matter for a question about a year far off. Wider than need be; end before start when there
 * is nothing at all.
 */
export const reachOf = (events: readonly CalendarEvent[]): Interval => {
  // Such an override moves all that follow by as much as it is moved itself.
  if (events.some(({ andFuture }) => andFuture)) return { start: -ALWAYS, end: ALWAYS }
  let start = ALWAYS
  let end = -ALWAYS
  for (const span of events.flatMap(spansOf)) {
    start = Math.min(start, span.start - MARGIN)
    end = Math.max(end, span.end + MARGIN)
  }
  return { start: Math.max(-ALWAYS, start), end: Math.min(ALWAYS, end) }
}
