import { memo, useMemo, useState, type MouseEvent } from 'react'
import { workingTime, type Artist } from '../../domain/artist.ts'
import { isLive } from '../../domain/appointment.ts'
import type { AppointmentView, BusyView } from '../../domain/views.ts'
import { weekdayOf, type LocalDate } from '../../domain/zone.ts'
import { formatMinutes, formatSpans, type Place } from '../format/time.ts'
import { cx } from '../ui/classes.ts'
import { inkStyle } from '../ui/ink.ts'
import { AppointmentCard, EventCard } from './card.tsx'
import card from './card.module.css'
import { cardsOf, type Card } from './cards.ts'
import { Outline, type OutlinedSlot } from './outline.tsx'
import styles from './grid.module.css'
import { NowMark } from './now-mark.tsx'
import { DAY_MINUTES, outside, slotAt, stretchOn, toPx } from './scale.ts'
import { text } from './text.ts'

export interface ColumnProps {
  artist: Artist
  date: LocalDate
  appointments: readonly AppointmentView[]
  events: readonly BusyView[]
  place: Place
  /** Minutes past midnight of the current time; null on another day. */
  now: number | null
  slotMinutes: number
  selected: string | null
  outlined: OutlinedSlot | null
  onSlot?: (artist: Artist, date: LocalDate, start: number) => void
  onOpen: (id: string) => void
}

/** One artist on one date: hatched off-hours, cards, buffers, and free time to click on. */
export const Column = memo((props: ColumnProps) => {
  const { artist, date, events, appointments, place, slotMinutes } = props
  const cards = useMemo(
    () => cardsOf(appointments, events, date, place.zone),
    [appointments, events, date, place.zone],
  )
  const [hovered, setHovered] = useState<number | null>(null)

  const closedAllDay = events.find((event) => event.allDay && event.blocks)
  const open = closedAllDay
    ? []
    : workingTime(artist.hours, date, place.zone).flatMap(
        (span) => stretchOn(span, date, place.zone) ?? [],
      )
  const slotUnder = (event: MouseEvent<HTMLElement>): number | null => {
    if (!props.onSlot) return null
    const on = event.target instanceof Element ? event.target : null
    if (on?.closest('[data-card]')) return null
    return slotAt(event.clientY - event.currentTarget.getBoundingClientRect().top, slotMinutes)
  }
  const length = hovered === null ? 0 : freeAfter(cards, hovered, artist.sessionMinutes)

  return (
    // A pointer's short cut: the keyboard's way to a booking is the button and the key N.
    <div
      className={styles.column}
      style={inkStyle(artist.ink)}
      role="group"
      aria-label={`${artist.name}, ${date}`}
      onMouseMove={(event) => setHovered(slotUnder(event))}
      onMouseLeave={() => setHovered(null)}
      onClick={(event) => {
        const start = slotUnder(event)
        if (start !== null) props.onSlot?.(artist, date, start)
      }}
    >
      {outside(open).map(({ from, to }) => (
        <div key={from} className={styles.off} style={{ top: toPx(from), height: toPx(to - from) }}>
          {open.length === 0 && (
            <span className={styles.offLabel}>
              {closedAllDay ? text.blockedAllDay(closedAllDay.title) : text.dayOff}
            </span>
          )}
          {open.length > 0 && to === open[0]?.from && to >= LATE_START && (
            <span className={cx(styles.offLabel, styles.offBottom)}>
              {text.works(formatSpans(artist.hours[weekdayOf(date)] ?? [], place.locale))}
            </span>
          )}
        </div>
      ))}
      {cards.map((one) => (
        <Tail key={`buffer ${one.key}`} of={one} minutes={artist.bufferAfter} />
      ))}
      {hovered !== null && (
        <div
          className={card.slot}
          style={{ top: toPx(hovered) + 1, height: toPx(length) - 2 }}
          aria-hidden="true"
        >
          {text.book(formatMinutes(hovered, place.locale), artist.name)}
        </div>
      )}
      {cards.map((one) => (
        <div key={one.key} data-card>
          {one.kind === 'event' ? (
            <EventCard card={one} place={place} />
          ) : (
            <AppointmentCard
              card={one}
              place={place}
              selected={props.selected === one.appointment.id}
              onOpen={props.onOpen}
            />
          )}
        </div>
      ))}
      {props.outlined && <Outline slot={props.outlined} date={date} place={place} />}
      {props.now !== null && <NowMark now={props.now} cards={cards} />}
    </div>
  )
})

/** An artist who starts as late as this gets the hours written into the hatch. */
const LATE_START = 13 * 60

/** How much of `minutes` fits between `start` and the next card. */
const freeAfter = (cards: readonly Card[], start: number, minutes: number): number => {
  const next = cards.find(({ stretch }) => stretch.from > start)?.stretch.from ?? DAY_MINUTES
  return Math.max(15, Math.min(minutes, next - start))
}

/** The time kept free after an appointment. */
const Tail = ({ of, minutes }: { of: Card; minutes: number }) =>
  of.kind === 'appointment' && isLive(of.appointment.status) && minutes > 0 ? (
    <div
      className={card.buffer}
      style={{ top: toPx(of.stretch.to) - 1, height: toPx(minutes) }}
      aria-hidden="true"
    />
  ) : null
