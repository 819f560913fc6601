import { RRuleTemporal } from 'rrule-temporal'
import { DAY } from '../../domain/interval.ts'
import type { WallClock } from '../../domain/zone.ts'
import { expandPlain } from './plain-rule.ts'
import { type DateValue, formatUtc, parseDate } from './values.ts'

/** RECUR, RFC 5545 §3.3.10, checked. */
export interface Rule {
  readonly until: DateValue | null
  /** The other parts, sorted by name: `BYDAY=MO,TU;FREQ=WEEKLY`. */
  readonly parts: ReadonlyMap<string, string>
}

const list = (item: string) => new RegExp(`^${item}(,${item})*$`)
const weekday = '(?:MO|TU|WE|TH|FR|SA|SU)'

const grammar: Record<string, RegExp> = {
  FREQ: /^(SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^0*[1-9]\d{0,5}$/,
  COUNT: /^0*[1-9]\d{0,9}$/,
  BYSECOND: list(String.raw`(?:[0-5]?\d|60)`),
  BYMINUTE: list(String.raw`[0-5]?\d`),
  BYHOUR: list(String.raw`(?:[01]?\d|2[0-3])`),
  BYDAY: list(String.raw`(?:[+-]?0?(?:[1-9]|[1-4]\d|5[0-3]))?${weekday}`),
  BYMONTHDAY: list(String.raw`[+-]?(?:0?[1-9]|[12]\d|3[01])`),
  BYYEARDAY: list(String.raw`[+-]?0{0,2}(?:[1-9]\d?|[12]\d\d|3[0-5]\d|36[0-6])`),
  BYWEEKNO: list(String.raw`[+-]?(?:0?[1-9]|[1-4]\d|5[0-3])`),
  BYMONTH: list(String.raw`(?:0?[1-9]|1[0-2])`),
  BYSETPOS: list(String.raw`[+-]?0{0,2}(?:[1-9]\d?|[12]\d\d|3[0-5]\d|36[0-6])`),
  WKST: new RegExp(`^${weekday}$`),
}

/** `null` when any part of it cannot be understood; X- parts are passed over. */
export const parseRule = (value: string): Rule | null => {
  const parts: [string, string][] = []
  let until: DateValue | null = null
  for (const part of value.toUpperCase().replaceAll(/\s/g, '').split(';')) {
    if (part === '' || part.startsWith('X-')) continue
    const [name = '', setting = ''] = part.split('=')
    if (name === 'UNTIL') {
      until = parseDate(setting)
      if (!until) return null
    } else if (grammar[name]?.test(setting)) parts.push([name, setting])
    else return null
  }
  const sorted = new Map(parts.sort(([a], [b]) => (a < b ? -1 : 1)))
  return sorted.has('FREQ') ? { until, parts: sorted } : null
}

/** True for "every so many hours, minutes, seconds" and nothing else: that counts in real time. */
export const isExact = ({ parts }: Rule): boolean =>
  ['HOURLY', 'MINUTELY', 'SECONDLY'].includes(parts.get('FREQ') ?? '') &&
  ![...parts.keys()].some((name) => name.startsWith('BY'))

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/** What an hourly rule needs for two years, and a few tens of ms at most. */
const MAX_STEPS = 20_000

/**
 * The wall clocks the rule gives in [from, to], both included; DTSTART is in it only if it fits.
 * `null`: more than can be counted. UNTIL is the caller's, who knows the zone. Neither zones nor the
 * years since DTSTART cost anything.
 */
export const expandRule = (
  rule: Rule,
  start: WallClock,
  from: WallClock,
  to: WallClock,
): WallClock[] | null => {
  if (to < start) return []
  const parts = settled(rule, start)
  const plain = expandPlain(parts, start, from, to, MAX_STEPS)
  return plain === undefined ? expandAny(parts, start, from, to) : plain
}

/** The parts as RFC 5545 reads them, where rrule-temporal reads them in another way. */
export const settled = (rule: Rule, start: WallClock): ReadonlyMap<string, string> => {
  const parts = new Map(rule.parts)
  const has = (...names: string[]) => names.some((name) => parts.has(name))
  // §3.3.10: only months, and years without BYWEEKNO, have a second Friday; else each Friday is taken.
  const days = parts.get('BYDAY')
  if (days && (!/^(MONTHLY|YEARLY)$/.test(parts.get('FREQ') ?? '') || has('BYWEEKNO')))
    parts.set('BYDAY', days.replace(/[+-]?\d+/g, ''))
  // §3.3.10: what the rule leaves out is taken from DTSTART; the engine would take another weekday.
  if (has('BYWEEKNO') && !has('BYDAY', 'BYMONTHDAY', 'BYYEARDAY'))
    parts.set('BYDAY', weekdays[new Date(start).getUTCDay()] ?? 'MO')
  return parts
}

/** By the engine, for every rule there is. It works on naive times, written as UTC, and seeks. */
export const expandAny = (
  parts: ReadonlyMap<string, string>,
  start: WallClock,
  from: WallClock,
  to: WallClock,
): WallClock[] | null => {
  const text = Array.from(parts, ([name, setting]) => `${name}=${setting}`).join(';')
  try {
    const engine = new RRuleTemporal({
      rruleString: `DTSTART:${formatUtc(start)}\nRRULE:${text}`,
      maxIterations: MAX_STEPS,
      maxCandidateEvaluations: MAX_STEPS,
    })
    const walls = engine
      .between(new Date(Math.max(from, start)), new Date(to), true)
      .map((moment) => moment.epochMilliseconds)
    return walls.filter((wall) => isInYear(wall, parts))
  } catch {
    return null
  }
}

/** The engine takes the 53rd Friday of a year that has 52 for the first of the next. */
const isInYear = (wall: WallClock, parts: ReadonlyMap<string, string>): boolean => {
  const days = parts.get('BYDAY')
  if (parts.get('FREQ') !== 'YEARLY' || !days?.includes('53') || parts.has('BYMONTH')) return true
  const date = new Date(wall)
  const year = date.getUTCFullYear()
  const day = Math.floor((wall - Date.UTC(year, 0, 1)) / DAY)
  const left = Math.floor((Date.UTC(year + 1, 0, 1) - 1 - wall) / DAY)
  const name = weekdays[date.getUTCDay()]
  return days.split(',').some((token) => {
    if (!token.endsWith(name ?? '')) return false
    const nth = Number.parseInt(token, 10)
    if (Number.isNaN(nth)) return true
    return nth > 0 ? Math.floor(day / 7) + 1 === nth : -(Math.floor(left / 7) + 1) === nth
  })
}
