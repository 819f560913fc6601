import { sayIn, saidOf, type Said, type SaidTime } from '../../domain/sentence.ts'
import { addDays, dateAt, startOfDate } from '../../domain/zone.ts'
import { sentences, words } from '../i18n/words.ts'
import { isolate } from './isolate.ts'
import {
  formatDate,
  formatMoment,
  formatRange,
  formatShortDay,
  formatWhen,
  type Place,
} from './time.ts'

/** A time inside a sentence: with its days where they matter, without hours where it is whole days. */
const formatSaid = ({ start, end, day, date: dateAlone }: SaidTime, place: Place): string => {
  const { zone, locale } = place
  if (dateAlone) return formatDate(dateAt(start, zone), locale)
  const [first, after] = [dateAt(start, zone), dateAt(end, zone)]
  const named = (date: string): string => formatShortDay(date, locale)
  if (startOfDate(first, zone) === start && startOfDate(after, zone) === end) {
    const last = addDays(after, -1)
    const { allDay } = words.common.time
    if (first !== last) return `${named(first)} – ${named(last)}`
    return day ? `${named(first)}, ${allDay}` : allDay
  }
  if (first !== dateAt(end - 1, zone))
    return `${formatMoment(start, place)} – ${formatMoment(end, place)}`
  return day ? formatWhen({ start, end }, place) : formatRange({ start, end }, place)
}

/** What main says, in the window's language and with times as its locale writes them. */
export const say = (
  { message, said }: { readonly message: string; readonly said?: Said | null | undefined },
  place: Place,
): string =>
  sayIn(sentences(), said ?? saidOf({ message }), (time) => formatSaid(time, place), isolate)

/** What main says in words that have nothing filled in: a remedy, a step's name. */
export const sayText = (text: string): string =>
  sayIn(sentences(), saidOf({ message: text }), String)
