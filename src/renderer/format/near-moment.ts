import type { Instant } from '../../domain/interval.ts'
import { addDays, dateAt, type LocalDate } from '../../domain/zone.ts'
import { words } from '../i18n/words.ts'
import { formatShortDay, formatTime, type Place } from './time.ts'

/** `today 16:30`, `Thu 3 Dec 16:00`. */
export const nearMoment = (instant: Instant, today: LocalDate, place: Place): string => {
  const date = dateAt(instant, place.zone)
  const day =
    date === today
      ? words.common.time.today
      : date === addDays(today, 1)
        ? words.common.time.tomorrow
        : formatShortDay(date, place.locale, today)
  return `${day} ${formatTime(instant, place)}`
}
