import { DAY, type Instant } from '../../domain/interval.ts'
import type { WallClock } from '../../domain/zone.ts'
import { type Component, findLine, findLines } from './parse.ts'
import { expandRule, parseRule } from './rule.ts'
import { parseDate, parseOffset } from './values.ts'
import type { ZoneRule } from './zones.ts'

/** A change of the clock: from `at` on, `offset` is added to UTC. */
interface Onset {
  readonly at: Instant
  readonly offset: number
}

/** Nobody books later; a zone without end is followed this far. */
const HORIZON = Date.UTC(2100, 0)

const onsetsOf = (observance: Component): { onsets: Onset[]; before: number } | null => {
  const start = parseDate(findLine(observance, 'DTSTART')?.value ?? '')
  const offset = parseOffset(findLine(observance, 'TZOFFSETTO')?.value ?? '')
  const before = parseOffset(findLine(observance, 'TZOFFSETFROM')?.value ?? '') ?? offset
  if (!start || offset === null || before === null) return null
  const walls: WallClock[] = [start.wall]
  for (const line of findLines(observance, 'RDATE'))
    for (const value of line.value.split(',')) {
      const date = parseDate(value)
      if (date) walls.push(date.wall)
    }
  for (const line of findLines(observance, 'RRULE')) {
    const rule = parseRule(line.value)
    if (!rule) continue
    // UNTIL is UTC here, RFC 5545 §3.6.5; onsets are told in the local time before them.
    const until = rule.until ? Math.min(HORIZON, rule.until.wall + before) : HORIZON
    walls.push(...(expandRule(rule, start.wall, start.wall, until) ?? []))
  }
  return { onsets: walls.map((wall) => ({ at: wall - before, offset })), before }
}

const read = (tzid: string, definition: Component): ZoneRule | null => {
  const observances = definition.children.map(onsetsOf).filter((observance) => observance !== null)
  const onsets = observances.flatMap((o) => o.onsets).sort((a, b) => a.at - b.at)
  const [first] = onsets
  if (!first) return null
  // Before the first onset the RFC defines nothing; what that onset changes from is the best guess.
  const before = observances.find((o) => o.onsets.includes(first))?.before ?? first.offset
  const offsetAt = (instant: Instant): number => {
    let low = 0
    let high = onsets.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((onsets[middle]?.at ?? Infinity) <= instant) low = middle + 1
      else high = middle
    }
    return onsets[low - 1]?.offset ?? before
  }
  return {
    name: tzid,
    toWall: (instant) => instant + offsetAt(instant),
    toInstant: (wall) => {
      const earlier = wall - offsetAt(wall - DAY)
      if (earlier + offsetAt(earlier) === wall) return earlier
      const later = wall - offsetAt(wall + DAY)
      return later + offsetAt(later) === wall ? later : earlier
    },
  }
}

const known = new Map<string, ZoneRule | null>()

/**
 * The zone a VTIMEZONE describes, RFC 5545 §3.6.5; `null` when it describes none. Remembered by its
 * text: a calendar repeats the same definition in each object.
 */
export const definedZone = (tzid: string, definition: Component): ZoneRule | null => {
  const key = [definition, ...definition.children]
    .flatMap((part) => part.lines.map((line) => `${line.name}:${line.value}`))
    .join('\n')
  let zone = known.get(key)
  if (zone === undefined) {
    if (known.size >= 100) known.clear()
    known.set(key, (zone = read(tzid, definition)))
  }
  return zone
}
