import type { Check } from '../stores/availability-watch.ts'
import { refusalText } from './refusal.ts'
import { firstName } from './words.ts'
import { formatMoment, formatRange, formatTime, type Place } from './time.ts'
import { words } from '../i18n/words.ts'
import { dateAt } from '../../domain/zone.ts'
import { say, sayText } from './said.ts'

/** `doubt`: something in the calendar cannot be read, which may be here. */
export type Sign = 'free' | 'taken' | 'asking' | 'unsure' | 'doubt'

/** What a person reads about a time: the verdict, and what it was checked against. */
export interface Verdict {
  readonly sign: Sign
  readonly tone: 'ok' | 'danger' | 'warn' | 'info'
  readonly title: string
  readonly source: string
}

/** Reads a check; null while nothing is asked. `now` decides whether a time needs its date. */
export const verdictOf = (
  { phase, answer, failure }: Check,
  artistName: string,
  now: number,
  place: Place,
): Verdict | null => {
  if (phase === 'idle') return null
  const text = words.common.verdict
  const calendar = text.calendarOf(firstName(artistName))
  if (!answer) {
    if (failure)
      return {
        sign: 'taken',
        tone: 'danger',
        title: say(failure, place),
        source: sayText(failure.remedy ?? ''),
      }
    return { sign: 'asking', tone: 'info', title: text.checking, source: '' }
  }
  const copyOf = (asOf: number): string =>
    dateAt(asOf, place.zone) === dateAt(now, place.zone)
      ? formatTime(asOf, place)
      : formatMoment(asOf, place)
  const asking = phase === 'asking'
  const unsure = !asking && answer.checked === 'local'
  const known = answer.asOf === null ? text.neverRead : text.asOf(copyOf(answer.asOf))
  const source = asking
    ? text.checkingWith(calendar)
    : answer.checked === 'server'
      ? text.checkedWith(calendar)
      : text.offline(known)

  if (!answer.available) {
    const tone = answer.overrulable ? 'warn' : 'danger'
    return { sign: 'taken', tone, title: refusalText(answer, place), source }
  }
  const title = text.free(formatRange(answer, place))
  if (asking) return { sign: 'asking', tone: 'info', title, source }
  const doubt = answer.unreadable > 0 ? words.common.unreadable.check(answer.unreadable) : null
  if (unsure)
    return {
      sign: 'unsure',
      tone: 'warn',
      title: answer.asOf === null ? `${title}, ${text.calendarNeverRead}` : `${title}, ${known}`,
      source: doubt ?? text.willBeConfirmed,
    }
  if (doubt !== null) return { sign: 'doubt', tone: 'warn', title, source: doubt }
  return { sign: 'free', tone: 'ok', title, source }
}
