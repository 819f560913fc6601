import type { Instant } from '../../domain/interval.ts'
import { addDays, dateAt, type LocalDate } from '../../domain/zone.ts'
import { formatShortDay, formatTime, type Place } from '../format/time.ts'

/** `today 16:30`, `Thu 3 Dec 16:00`. */
export const nearMoment = (instant: Instant, today: LocalDate, place: Place): string => {
  const date = dateAt(instant, place.zone)
  const day =
    date === today
      ? 'today'
      : date === addDays(today, 1)
        ? 'tomorrow'
        : formatShortDay(date, place.locale, today)
  return `${day} ${formatTime(instant, place)}`
}
