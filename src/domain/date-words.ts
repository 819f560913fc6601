import type { Instant, Interval } from './interval.ts'
import { addDays, dateAt, formatDate, startOfDate, type LocalDate } from './zone.ts'

/** Longest first; English and German, three letters are enough. */
const months = [
  ['january', 'januar'],
  ['february', 'februar'],
  ['march', 'maerz', 'märz'],
  ['april'],
  ['may', 'mai'],
  ['june', 'juni'],
  ['july', 'juli'],
  ['august'],
  ['september'],
  ['october', 'oktober'],
  ['november'],
  ['december', 'dezember'],
] as const

const relative: Readonly<Record<string, number>> = {
  yesterday: -1,
  gestern: -1,
  today: 0,
  heute: 0,
  tomorrow: 1,
  morgen: 1,
}

/** 0 is January; -1 when the word is no month. */
const monthOf = (word: string): number =>
  word.length < 3 ? -1 : months.findIndex((names) => names.some((name) => name.startsWith(word)))

interface Found {
  readonly year: number | null
  /** 0 is January. */
  readonly month: number
  /** Null: the whole month. */
  readonly day: number | null
}

const numeric = (text: string): { found: Found; rest: string } | null => {
  const iso = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text)
  const dayFirst = /(?<!\d)(\d{1,2})[./](\d{1,2})(?:[./](\d{4})?)?(?!\d)/.exec(text)
  const match = iso ?? dayFirst
  if (!match) return null
  const [whole, a, b, c] = match
  const [year, month, day] = iso ? [a, b, c] : [c, b, a]
  const found = {
    year: year === undefined ? null : Number(year),
    month: Number(month) - 1,
    day: Number(day),
  }
  return { found, rest: text.replace(whole, ' ') }
}

const named = (text: string): { found: Found; rest: string } | null => {
  const words = text.split(/\s+/)
  const at = words.findIndex((word) => monthOf(word.replace(/\.$/, '')) >= 0)
  const month = monthOf(words[at]?.replace(/\.$/, '') ?? '')
  if (month < 0) return null
  const used = new Set([at])
  const take = (index: number, pattern: RegExp): number | null => {
    const [, digits] = pattern.exec(words[index] ?? '') ?? []
    if (digits === undefined) return null
    used.add(index)
    return Number(digits)
  }
  const dayNumber = /^(\d{1,2})(?:\.|st|nd|rd|th)?,?$/
  const day = take(at - 1, dayNumber) ?? take(at + 1, dayNumber)
  const year = take(used.has(at + 1) ? at + 2 : at + 1, /^(\d{4})$/)
  return {
    found: { year, month, day },
    rest: words.filter((_, index) => !used.has(index)).join(' '),
  }
}

/**
 * The days `text` names (“24 nov”, “24.11.”, “2026-11-24”, “november 2026”, “tomorrow”) as intervals
 * in `zone`, and the words that are left; null when it names none. Without a year, last year's and
 * next year's are meant as well.
 */
export const readDateWords = (
  text: string,
  now: Instant,
  zone: string,
): { readonly days: readonly Interval[]; readonly rest: string } | null => {
  const lower = text.toLowerCase().trim()
  const today = dateAt(now, zone)
  const word = lower.split(/\s+/).find((one) => Object.hasOwn(relative, one))
  if (word !== undefined) {
    const date = addDays(today, relative[word] ?? 0)
    return { days: [spanOf(date, addDays(date, 1), zone)], rest: lower.replace(word, ' ').trim() }
  }
  const read = numeric(lower) ?? named(lower)
  if (!read) return null
  const { year, month, day } = read.found
  const thisYear = Number(today.slice(0, 4))
  const years = year === null ? [thisYear - 1, thisYear, thisYear + 1] : [year]
  const days = years.flatMap((one): Interval[] => {
    const first = dateOf(one, month, day ?? 1)
    if (first === null) return []
    const after = day === null ? formatDate(Date.UTC(one, month + 1, 1)) : addDays(first, 1)
    return [spanOf(first, after, zone)]
  })
  return days.length === 0 ? null : { days, rest: read.rest.trim() }
}

const spanOf = (first: LocalDate, after: LocalDate, zone: string): Interval => ({
  start: startOfDate(first, zone),
  end: startOfDate(after, zone),
})

/** Null for a day that the month does not have. */
const dateOf = (year: number, month: number, day: number): LocalDate | null => {
  const date = new Date(Date.UTC(year, month, day))
  return date.getUTCMonth() === month && date.getUTCDate() === day
    ? formatDate(date.getTime())
    : null
}
