/** A point in time: milliseconds since the Unix epoch, UTC. */
export type Instant = number

/** Half open, [start, end): an interval that ends at 14:00 does not touch one that starts at 14:00. */
export interface Interval {
  readonly start: Instant
  readonly end: Instant
}

export const SECOND = 1_000
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const overlaps = (a: Interval, b: Interval): boolean => a.start < b.end && b.start < a.end

export const contains = (outer: Interval, inner: Interval): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

/** The union as sorted, disjoint intervals; intervals that touch become one, empty ones vanish. */
export const merge = (intervals: Iterable<Interval>): Interval[] => {
  const sorted = [...intervals].filter((i) => i.end > i.start).sort((a, b) => a.start - b.start)
  const merged: { start: Instant; end: Instant }[] = []
  for (const { start, end } of sorted) {
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}

/** The parts of `from` that none of `taken` covers, in order. */
export const subtract = (from: Interval, taken: Iterable<Interval>): Interval[] => {
  const free: Interval[] = []
  let cursor = from.start
  for (const { start, end } of merge(taken)) {
    if (end <= cursor) continue
    if (start >= from.end) break
    if (start > cursor) free.push({ start: cursor, end: start })
    cursor = end
  }
  if (cursor < from.end) free.push({ start: cursor, end: from.end })
  return free
}
