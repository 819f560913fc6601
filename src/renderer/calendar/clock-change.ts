import { MINUTE } from '../../domain/interval.ts'
import { addDays, offsetAt, parseDate, startOfDate, type LocalDate } from '../../domain/zone.ts'
import type { Stretch } from './scale.ts'

export interface ClockChange extends Stretch {
  /** The wall clock leaves this stretch out in spring, and shows it twice in autumn. */
  readonly kind: 'missing' | 'twice'
}

/** What of the wall clock is missing on `date` or comes twice; null on a day of 24 hours. */
export const clockChangeOn = (date: LocalDate, zone: string): ClockChange | null => {
  // Midnight itself may be left out.
  let low = startOfDate(date, zone) - MINUTE
  let high = startOfDate(addDays(date, 1), zone)
  const before = offsetAt(low, zone)
  const after = offsetAt(high, zone)
  if (before === after) return null
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE
    if (offsetAt(middle, zone) === before) low = middle
    else high = middle
  }
  const minute = (offset: number): number => (high + offset - parseDate(date)) / MINUTE
  return after > before
    ? { kind: 'missing', from: minute(before), to: minute(after) }
    : { kind: 'twice', from: minute(after), to: minute(before) }
}
