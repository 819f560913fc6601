import { DAY, type Instant } from '../../domain/interval.ts'
import { offsetAt, type WallClock } from '../../domain/zone.ts'
import { formatLine } from './content-line.ts'
import { formatLocal, formatOffset } from './values.ts'

/** A change of the clock in a zone. */
interface Change {
  /** On the wall clock before the change: that is how RFC 5545 §3.6.5 wants it. */
  readonly wall: WallClock
  readonly from: number
  readonly to: number
}

/** Years looked at, from the one before the event on: enough to tell a rule from a coincidence. */
const YEARS = 8

const changesOf = (zone: string, start: Instant, end: Instant): Change[] => {
  const changes: Change[] = []
  for (let low = start; low < end; low += DAY) {
    const from = offsetAt(low, zone)
    const to = offsetAt(low + DAY, zone)
    if (from === to) continue
    let before = low
    let after = low + DAY
    while (after - before > 1000) {
      const middle = Math.floor((before + after) / 2000) * 1000
      if (offsetAt(middle, zone) === from) before = middle
      else after = middle
    }
    changes.push({ wall: after + from, from, to })
  }
  return changes
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/** "Second Sunday of March" as an RRULE, if all of these changes, one a year, follow it. */
const ruleOf = (changes: readonly Change[]): string | null => {
  if (changes.length < YEARS - 1) return null
  const dates = changes.map(({ wall }) => new Date(wall))
  const shared = <T>(of: (date: Date) => T): T | null => {
    const values = new Set(dates.map(of))
    return values.size === 1 ? ([...values][0] ?? null) : null
  }
  const month = shared((date) => date.getUTCMonth())
  const weekday = shared((date) => date.getUTCDay())
  const time = shared((date) => date.getTime() % DAY)
  const years = new Set(dates.map((date) => date.getUTCFullYear()))
  if (month === null || weekday === null || time === null || years.size < dates.length) return null
  const nth = shared((date) => Math.ceil(date.getUTCDate() / 7))
  const isLast = shared((date) => new Date(date.getTime() + 7 * DAY).getUTCMonth() !== month)
  const position = isLast ? -1 : nth
  return position === null
    ? null
    : `FREQ=YEARLY;BYMONTH=${month + 1};BYDAY=${position}${weekdays[weekday]}`
}

const observance = ({ wall, from, to }: Change, rule: string | null): string => {
  const name = to > from ? 'DAYLIGHT' : 'STANDARD'
  return (
    formatLine('BEGIN', name) +
    formatLine('DTSTART', formatLocal(wall)) +
    formatLine('TZOFFSETFROM', formatOffset(from)) +
    formatLine('TZOFFSETTO', formatOffset(to)) +
    (rule ? formatLine('RRULE', rule) : '') +
    formatLine('END', name)
  )
}

const build = (zone: string, year: number): string => {
  const start = Date.UTC(year - 1, 0)
  const changes = changesOf(zone, start, Date.UTC(year - 1 + YEARS, 0))
  const pairs = new Map<string, Change[]>()
  for (const change of changes) {
    const key = `${change.from}>${change.to}`
    const pair = pairs.get(key)
    if (pair) pair.push(change)
    else pairs.set(key, [change])
  }
  // Changes without a rule stand alone: programs read a list of RDATEs differently.
  const observances = [...pairs.values()].flatMap((pair) => {
    const rule = ruleOf(pair)
    const near = pair.filter(({ wall }) => wall < Date.UTC(year + 3, 0))
    return (rule ? pair.slice(0, 1) : near).map((change) => observance(change, rule))
  })
  // Before its first change, too, the year of the event needs an offset.
  const offset = offsetAt(start, zone)
  const isCovered = (changes[0]?.wall ?? Infinity) < Date.UTC(year, 0)
  if (!isCovered) observances.unshift(observance({ wall: start, from: offset, to: offset }, null))
  return (
    formatLine('BEGIN', 'VTIMEZONE') +
    formatLine('TZID', zone) +
    observances.join('') +
    formatLine('END', 'VTIMEZONE')
  )
}

const built = new Map<string, string>()

/**
 * A VTIMEZONE (RFC 5545 §3.6.5) for an IANA zone, right from the start of the year before `aroundYear`
 * on: with rules where the zone changes its clock regularly, else with the changes of four years one
 * by one. Made from the runtime's own zone database. Throws RangeError for an unknown zone.
 */
export const vtimezone = (zone: string, aroundYear: number): string => {
  const key = `${zone} ${aroundYear}`
  let text = built.get(key)
  if (text === undefined) built.set(key, (text = build(zone, aroundYear)))
  return text
}
