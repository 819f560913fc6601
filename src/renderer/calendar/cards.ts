import type { Interval } from '../../domain/interval.ts'
import { isLive } from '../../domain/appointment.ts'
import { overlaps } from '../../domain/interval.ts'
import type { AppointmentView, BusyView } from '../../domain/views.ts'
import { addDays, startOfDate, type LocalDate } from '../../domain/zone.ts'
import { eventKey } from './grid-column.ts'
import { cascade, type Place } from './layout.ts'
import { stretchOn, type Stretch } from './scale.ts'

export type Card = { readonly key: string; readonly stretch: Stretch; readonly place: Place } & (
  | {
      readonly kind: 'appointment'
      readonly appointment: AppointmentView
      /** False where it goes on after midnight. */
      readonly endsHere: boolean
    }
  | { readonly kind: 'event'; readonly event: BusyView; readonly clash: boolean }
)

const whole: Place = { left: 0, width: 1, depth: 0 }

type Unplaced = Card extends infer One ? (One extends Card ? Omit<One, 'place'> : never) : never

/** It takes no time any more: cancelled, or the client did not come. */
export const isEnded = (card: Unplaced): boolean =>
  card.kind === 'appointment' && !isLive(card.appointment.status)

/** Where what takes no time begins: the time beside it is free to be booked. */
const ASIDE = 0.38

/** Behind what takes time, and aside. */
const behind = ({ left, width }: Place): Place => ({
  left: ASIDE + left * (1 - ASIDE),
  width: width * (1 - ASIDE),
  depth: -1,
})

const placesOf = (cards: readonly Unplaced[]): Place[] => {
  const placed = (ended: boolean): Place[] =>
    cascade(cards.filter((card) => isEnded(card) === ended).map(({ stretch }) => stretch))
  const live = placed(false).values()
  const ended = placed(true).map(behind).values()
  return cards.map((card) => (isEnded(card) ? ended : live).next().value ?? whole)
}

/** The cards of one artist's day, laid out, in the order of their starts. */
export const cardsOf = (
  appointments: readonly AppointmentView[],
  events: readonly BusyView[],
  date: LocalDate,
  zone: string,
): Card[] => {
  const midnight = startOfDate(addDays(date, 1), zone)
  const ours = appointments.flatMap((appointment): Unplaced[] => {
    const stretch = stretchOn(appointment, date, zone)
    const endsHere = appointment.end <= midnight
    return stretch
      ? [{ kind: 'appointment', key: appointment.id, stretch, appointment, endsHere }]
      : []
  })
  const theirs = events.flatMap((event): Unplaced[] => {
    const stretch = event.allDay ? null : stretchOn(event, date, zone)
    const clash = event.blocks && clashes(event, appointments)
    return stretch ? [{ kind: 'event', key: eventKey(event), stretch, event, clash }] : []
  })
  const all = [...ours, ...theirs].toSorted((a, b) => a.stretch.from - b.stretch.from)
  const places = placesOf(all)
  return all.map((card, at) => Object.assign(card, { place: places[at] ?? whole }))
}

const clashes = (event: Interval, appointments: readonly AppointmentView[]): boolean =>
  appointments.some((appointment) => isLive(appointment.status) && overlaps(appointment, event))
