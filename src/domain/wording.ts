import type { Instant, Interval } from './interval.ts'
import type { Filling } from './sentence.ts'
import { timeAt } from './zone.ts'

const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** `Tue 24 Nov`, in the studio's zone. */
export const sayDay = (instant: number, zone: string, locale = 'en-GB'): string => {
  const key = locale + zone
  let format = dayFormats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(locale, {
      timeZone: zone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
    })
    dayFormats.set(key, format)
  }
  return format.format(instant).replace(',', '')
}

/** `Tue 24 Nov, 15:00–16:30`, in the studio's zone. */
export const sayTime = ({ start, end }: Interval, zone: string, locale?: string): string => {
  const [first, last] = [sayDay(start, zone, locale), sayDay(end, zone, locale)]
  const [from, to] = [timeAt(start, zone), timeAt(end, zone)]
  return first === last ? `${first}, ${from}–${to}` : `${first}, ${from} – ${last}, ${to}`
}

/** `1 change`, `2 changes`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`

/** The time of `sayTime`, to be filled into a sentence. */
export const when = ({ start, end }: Interval, zone: string): Filling => ({
  english: sayTime({ start, end }, zone),
  plain: { start, end, day: true },
})

/** The day on which an instant lies, with its year: `2 March 2027`, to be filled into a sentence. */
export const onDate = (instant: Instant, zone: string): Filling => ({
  english: new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'long' }).format(instant),
  plain: { start: instant, end: instant, day: true, date: true },
})

/** The count of `count`, to be filled into a sentence: another language chooses its own words by it. */
export const counted = (number: number, one: string, many?: string): Filling => ({
  english: count(number, one, many),
  plain: number,
})
