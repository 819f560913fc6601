import type { AppointmentView } from '../../domain/views.ts'
import { formatTime, type Place } from '../format/time.ts'
import { firstName } from '../format/words.ts'
import type { SignName } from './sign.tsx'
import { depositWord, text } from './text.ts'

export interface Footer {
  readonly sign: SignName
  readonly words: string
}

interface Around {
  readonly artistName: string
  readonly place: Place
  readonly money: (cents: number) => string
}

/** The line at the foot of a tall card, which says what matters most now; null where the card has said it. */
export const footerOf = (
  appointment: AppointmentView,
  { artistName, place, money }: Around,
): Footer | null => {
  const { delivery, status, trouble, alternates, depositCents, depositState } = appointment
  if (delivery === 'waiting') return { sign: 'unsent', words: text.unsent }
  if (delivery === 'sending') return { sign: 'unsent', words: text.sending }
  if (trouble) return null
  const since = appointment.statusSince === null ? '' : formatTime(appointment.statusSince, place)
  if (status === 'COMPLETED') return { sign: 'completed', words: text.completed(since) }
  if (status === 'ARRIVED') return { sign: 'arrived', words: text.arrived(since) }
  if (status !== 'PENDING' && status !== 'CONFIRMED') return null
  if (appointment.movedByArtist)
    return { sign: 'moved', words: text.movedBy(firstName(artistName)) }
  if (status === 'PENDING')
    return alternates.length > 0
      ? { sign: 'alternates', words: text.alternates(alternates.length) }
      : null
  return depositCents !== null && depositState !== 'none'
    ? { sign: 'deposit', words: text.depositOf(money(depositCents), depositWord(appointment)) }
    : null
}
