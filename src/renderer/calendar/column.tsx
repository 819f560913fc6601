import { memo, useMemo } from 'react'
import type { Artist, TimeOff } from '../../domain/artist.ts'
import { isLive } from '../../domain/appointment.ts'
import { overlaps } from '../../domain/interval.ts'
import type { AppointmentView, BusyView } from '../../domain/views.ts'
import type { LocalDate } from '../../domain/zone.ts'
import type { Place } from '../format/time.ts'
import { useMoney } from '../stores/money.ts'
import { cx } from '../ui/classes.ts'
import { inkStyle } from '../ui/ink.ts'
import { AppointmentCard } from './card.tsx'
import card from './card.module.css'
import { cardsOf, isEnded, type Card } from './cards.ts'
import { ClockMark } from './clock-mark.tsx'
import { EventCard } from './event-card.tsx'
import { FreeSlot } from './free-slot.tsx'
import { Ghost } from './ghost.tsx'
import { keyOf } from './grid-column.ts'
import styles from './grid.module.css'
import { NowMark } from './now-mark.tsx'
import { OffHours } from './off-hours.tsx'
import { Outline, type OutlinedSlot } from './outline.tsx'
import { minutesHigh, type Stretch } from './scale.ts'

export interface ColumnProps {
  /** Its place in the grid. */
  index: number
  artist: Artist
  date: LocalDate
  appointments: readonly AppointmentView[]
  events: readonly BusyView[]
  timeOff: readonly TimeOff[]
  place: Place
  /** Minutes past midnight of the current time; null on another day. */
  now: number | null
  selected: string | null
  /** The one booking Tab leads to; null where it is in another column, undefined: to each. */
  tabStop: string | null | undefined
  outlined: OutlinedSlot | null
  /** The hours in view. */
  hours: Stretch
  narrow: boolean
  onOpen: (id: string) => void
}

/** One artist on one date: hatched off-hours, cards, buffers, and free time to book. */
export const Column = memo((props: ColumnProps) => {
  const { artist, date, events, appointments, place, tabStop, hours } = props
  const cards = useMemo(
    () => cardsOf(appointments, events, date, place.zone),
    [appointments, events, date, place.zone],
  )
  const money = useMoney()
  const shown = cards.filter(
    ({ key, stretch }) => (stretch.from < hours.to && hours.from < stretch.to) || key === tabStop,
  )
  return (
    // A pointer's short cut: the keyboard's way to a booking is the button and the key N.
    <div
      className={styles.column}
      style={inkStyle(artist.ink)}
      role="group"
      aria-label={`${artist.name}, ${date}`}
      data-column={props.index}
    >
      <OffHours
        artist={artist}
        date={date}
        away={events.find(({ allDay, blocks }) => allDay && blocks)}
        timeOff={props.timeOff}
        place={place}
      />
      <ClockMark date={date} zone={place.zone} />
      {shown.map((one) => (
        <Buffers key={`buffers ${one.key}`} of={one} artist={artist} />
      ))}
      <FreeSlot
        column={keyOf({ artist, date })}
        artist={artist}
        cards={cards}
        locale={place.locale}
      />
      {shown.map((one) =>
        one.kind === 'event' ? (
          <EventCard
            key={one.key}
            card={one}
            place={place}
            inTheWay={standsInTheWay(one, props.outlined)}
          />
        ) : (
          <AppointmentCard
            key={one.key}
            card={one}
            place={place}
            selected={props.selected === one.key}
            inTheWay={standsInTheWay(one, props.outlined)}
            tabbable={tabStop === undefined || tabStop === one.key}
            narrow={props.narrow}
            artistName={artist.name}
            money={money}
            onOpen={props.onOpen}
          />
        ),
      )}
      {props.outlined && <Outline slot={props.outlined} date={date} place={place} />}
      <Ghost artistId={artist.id} date={date} place={place} />
      {props.now !== null && <NowMark now={props.now} cards={cards} />}
    </div>
  )
}, isSame)

const plain = [
  'index',
  'artist',
  'date',
  'place',
  'now',
  'selected',
  'tabStop',
  'outlined',
  'narrow',
  'onOpen',
] as const

/** Lists are cut anew from every answer; what counts is whether their items are the same. */
function isSame(before: ColumnProps, after: ColumnProps): boolean {
  return (
    sameItems(before.appointments, after.appointments) &&
    sameItems(before.events, after.events) &&
    sameItems(before.timeOff, after.timeOff) &&
    before.hours.from === after.hours.from &&
    before.hours.to === after.hours.to &&
    plain.every((key) => before[key] === after[key])
  )
}

function sameItems(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before.length === after.length && before.every((item, at) => item === after[at])
}

/** A refused time shows what refuses it on top. */
const standsInTheWay = (one: Card, slot: OutlinedSlot | null): boolean => {
  if (!slot?.refused || isEnded(one)) return false
  return one.kind === 'event'
    ? one.event.blocks && overlaps(one.event, slot)
    : one.key !== slot.editing && overlaps(one.appointment, slot)
}

/** The time kept free before and after an appointment. */
const Buffers = ({ of, artist }: { of: Card; artist: Artist }) => {
  if (of.kind !== 'appointment' || !isLive(of.appointment.status)) return null
  const { bufferBefore: before, bufferAfter: after } = artist
  const { from, to } = of.stretch
  return (
    <>
      {before > 0 && (
        <div
          className={cx(card.buffer, card.before)}
          style={{ top: minutesHigh(from - before, 1), height: minutesHigh(before) }}
          aria-hidden="true"
        />
      )}
      {after > 0 && (
        <div
          className={card.buffer}
          style={{ top: minutesHigh(to, -1), height: minutesHigh(after) }}
          aria-hidden="true"
        />
      )}
    </>
  )
}
