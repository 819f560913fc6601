import { addDays, parseDate, weekdayOf, type LocalDate } from '../../domain/zone.ts'

export interface FoundDate {
  readonly date: LocalDate
  /** What was typed besides the date. */
  readonly rest: string
}

const pad = (number: number, length = 2): string => String(number).padStart(length, '0')

/** The date, if there is such a day. */
const dateOf = (year: number, month: number, day: number): LocalDate | null => {
  const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`
  const instant = new Date(Date.UTC(year, month - 1, day))
  return instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day ? date : null
}

/** Without a year it is the next such day. */
const nextOf = (today: LocalDate, month: number, day: number, year?: number): LocalDate | null => {
  if (year !== undefined) return dateOf(year < 100 ? 2000 + year : year, month, day)
  const thisYear = Number(today.slice(0, 4))
  const date = dateOf(thisYear, month, day)
  return date !== null && date >= today ? date : dateOf(thisYear + 1, month, day)
}

const namesOf = (
  locale: string,
  options: Intl.DateTimeFormatOptions,
  instants: number[],
): string[] => {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  return instants.map((instant) => format.format(instant).toLowerCase())
}

const monday = parseDate('2024-01-01')
const days = Array.from({ length: 7 }, (_, day) => monday + day * 86_400_000)
const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 1))

/** Where in `names` the one is that begins with `typed`; -1 when it is too short or fits none. */
const beginning = (typed: string, names: readonly string[], least: number): number => {
  const word = typed.replace(/\.$/, '')
  return word.length < least ? -1 : names.findIndex((name) => name.startsWith(word))
}

const isMonthFirst = (locale: string): boolean =>
  new Intl.DateTimeFormat(locale)
    .formatToParts(0)
    .find(({ type }) => type === 'month' || type === 'day')?.type === 'month'

/** The date a phrase of one to three words means, in English or in the language of `locale`. */
const readPhrase = (phrase: string, today: LocalDate, locale: string): LocalDate | null => {
  const locales = ['en-GB', locale]
  const named = (options: Intl.DateTimeFormatOptions, instants: number[], word: string) =>
    Math.max(
      ...locales.map((one) =>
        beginning(word, namesOf(one, options, instants), options.weekday ? 2 : 3),
      ),
    )

  for (const one of locales) {
    const relative = new Intl.RelativeTimeFormat(one, { numeric: 'auto' })
    for (const away of [0, 1, 2, -1])
      if (relative.format(away, 'day').toLowerCase() === phrase) return addDays(today, away)
  }
  const [, next, weekdayName = ''] =
    /^(next |nächste[nrs]? |kommende[nrs]? )?(\S+)$/.exec(phrase) ?? []
  const weekday = named({ weekday: 'long' }, days, weekdayName)
  if (weekday >= 0) {
    const ahead = (weekday - weekdayOf(today) + 7) % 7
    return addDays(today, next && ahead === 0 ? 7 : ahead)
  }
  const iso = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(phrase)
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const dotted = /^(\d\d?)\. ?(\d\d?)\.? ?(\d{4}|\d\d)?$/.exec(phrase)
  if (dotted)
    return nextOf(
      today,
      Number(dotted[2]),
      Number(dotted[1]),
      dotted[3] ? Number(dotted[3]) : undefined,
    )
  const slashed = /^(\d\d?)\/(\d\d?)(?:\/(\d{4}|\d\d))?$/.exec(phrase)
  if (slashed) {
    const [first, second] = [Number(slashed[1]), Number(slashed[2])]
    const [month, day] = isMonthFirst(locale) ? [first, second] : [second, first]
    return nextOf(today, month, day, slashed[3] ? Number(slashed[3]) : undefined)
  }
  const [, before, monthName, after, year] =
    /^(?:(\d\d?)\.? )?(\p{L}{3,})\.?(?: (\d\d?))?(?:,? (\d{4}))?$/u.exec(phrase) ?? []
  const day = before ?? after
  const month = named({ month: 'long' }, months, monthName ?? '')
  return day && month >= 0
    ? nextOf(today, month + 1, Number(day), year ? Number(year) : undefined)
    : null
}

/** The first date in what was typed: `rosa next fri`, `24.12.`, `tomorrow`; null without one. */
export const findDate = (typed: string, today: LocalDate, locale: string): FoundDate | null => {
  const words = typed.trim().toLowerCase().split(/\s+/)
  for (const length of [3, 2, 1]) {
    for (let at = 0; at + length <= words.length; at += 1) {
      const date = readPhrase(words.slice(at, at + length).join(' '), today, locale)
      if (date) return { date, rest: words.toSpliced(at, length).join(' ') }
    }
  }
  return null
}
