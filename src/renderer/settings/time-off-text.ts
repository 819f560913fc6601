import type { TimeOff } from '../../domain/artist.ts'
import { addDays, dateAt, startOfDate, type LocalDate } from '../../domain/zone.ts'
import { formatShortDay, formatWhen, type Place } from '../format/time.ts'

/** The first and the last of whole days; null for anything else. */
export const wholeDaysOf = (
  { start, end }: Pick<TimeOff, 'start' | 'end'>,
  zone: string,
): { first: LocalDate; last: LocalDate } | null => {
  const first = dateAt(start, zone)
  const last = dateAt(end - 1, zone)
  const whole = startOfDate(first, zone) === start && startOfDate(addDays(last, 1), zone) === end
  return whole ? { first, last } : null
}

/** Whole days by their dates, with the year where it is not this one; anything else by its times. */
export const timeOffWhen = (off: TimeOff, { zone, locale }: Place, today: LocalDate): string => {
  const days = wholeDaysOf(off, zone)
  if (!days) return formatWhen(off, { zone, locale })
  const from = formatShortDay(days.first, locale, today)
  return days.first === days.last ? from : `${from} – ${formatShortDay(days.last, locale, today)}`
}
