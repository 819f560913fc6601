import { useLayoutEffect, useRef } from 'react'
import type { Artist } from '../../domain/artist.ts'
import { isLive } from '../../domain/appointment.ts'
import { overlaps } from '../../domain/interval.ts'
import type { AppointmentView, ArtistSync, BusyView } from '../../domain/views.ts'
import { addDays, startOfDate, type LocalDate } from '../../domain/zone.ts'
import { formatMinutes, formatTime, type Place } from '../format/time.ts'
import { cx } from '../ui/classes.ts'
import { AllDay } from './all-day.tsx'
import { Column } from './column.tsx'
import { ColumnHeader } from './column-header.tsx'
import styles from './grid.module.css'
import type { OutlinedSlot } from './outline.tsx'
import { minuteOn, toPx } from './scale.ts'
import { text } from './text.ts'

/** One column: an artist on a date. A day is one date and many artists, a week the other way round. */
export interface GridColumn {
  readonly artist: Artist
  readonly date: LocalDate
  readonly appointments: readonly AppointmentView[]
  readonly events: readonly BusyView[]
  readonly sync: ArtistSync | undefined
  readonly connected: boolean
  /** What the header says in place of the artist's name. */
  readonly heading?: string
}

interface GridProps {
  columns: readonly GridColumn[]
  now: number
  place: Place
  slotMinutes: number
  selected: string | null
  outlined: (OutlinedSlot & { readonly artistId: string }) | null
  /** The minute to bring into view, and what makes it happen again. */
  scrollTo: number
  scrollKey: string
  /** A click on free time; without it, free time only shows. */
  onSlot?: (artist: Artist, date: LocalDate, start: number) => void
  onOpen: (id: string) => void
}

const hours = Array.from({ length: 23 }, (_, hour) => hour + 1)

export const Grid = (props: GridProps) => {
  const { columns, now, place, outlined } = props
  const scroller = useRef<HTMLDivElement>(null)
  const scrolled = useRef('')
  const dates = new Set(columns.map(({ date }) => date))
  const today = [...dates].find((date) => isOn(date, now, place.zone))
  const nowMinute = today ? minuteOn(now, today, place.zone) : null
  const { scrollTo, scrollKey } = props

  useLayoutEffect(() => {
    const view = scroller.current
    // What a person has scrolled to stays until another day or the time of now is asked for.
    if (!view || scrolled.current === scrollKey) return
    scrolled.current = scrollKey
    view.scrollTop = toPx(scrollTo) - (view.clientHeight - 90) * 0.575
  }, [scrollKey, scrollTo])

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      style={{ gridTemplateColumns: `var(--gutter) repeat(${columns.length}, minmax(90px, 1fr))` }}
    >
      <div className={cx(styles.corner, styles.header)} />
      {columns.map((column) => (
        <div key={keyOf(column)} className={cx(styles.sized, styles.headerCell)}>
          <ColumnHeader
            artist={column.artist}
            date={column.date}
            booked={column.appointments.filter(({ status }) => isLive(status)).length}
            sync={column.sync}
            connected={column.connected}
            {...(column.heading ? { heading: column.heading } : {})}
            place={place}
          />
        </div>
      ))}

      <div className={cx(styles.corner, styles.allDayLabel)}>{text.allDay}</div>
      {columns.map((column) => (
        <div key={keyOf(column)} className={cx(styles.sized, styles.allDayCell)}>
          <AllDay events={column.events.filter(({ allDay }) => allDay)} />
        </div>
      ))}

      <div className={styles.gutter} aria-hidden="true">
        {hours.map((hour) => (
          <span key={hour} style={{ top: toPx(hour * 60) }}>
            {formatMinutes(hour * 60, place.locale)}
          </span>
        ))}
        {outlined && dates.has(columns[0]?.date ?? '') && (
          <OutlineTime outlined={outlined} date={columns[0]?.date ?? ''} place={place} />
        )}
        {nowMinute !== null && (
          <strong style={{ top: toPx(nowMinute) }}>{formatTime(now, place)}</strong>
        )}
      </div>
      {columns.map((column) => (
        <div key={keyOf(column)} className={styles.sized}>
          <Column
            artist={column.artist}
            date={column.date}
            appointments={column.appointments}
            events={column.events}
            place={place}
            now={column.date === today ? nowMinute : null}
            slotMinutes={props.slotMinutes}
            selected={props.selected}
            outlined={outlined?.artistId === column.artist.id ? outlined : null}
            {...(props.onSlot ? { onSlot: props.onSlot } : {})}
            onOpen={props.onOpen}
          />
        </div>
      ))}
    </div>
  )
}

const keyOf = ({ artist, date }: GridColumn): string => `${artist.id} ${date}`

const isOn = (date: LocalDate, instant: number, zone: string): boolean =>
  overlaps(
    { start: startOfDate(date, zone), end: startOfDate(addDays(date, 1), zone) },
    { start: instant, end: instant + 1 },
  )

/** The outlined start in the gutter, where it is refused and falls on this day. */
const OutlineTime = ({
  outlined,
  date,
  place,
}: {
  outlined: OutlinedSlot
  date: LocalDate
  place: Place
}) =>
  outlined.refused && isOn(date, outlined.start, place.zone) ? (
    <em style={{ top: toPx(minuteOn(outlined.start, date, place.zone)) }}>
      {formatTime(outlined.start, place)}
    </em>
  ) : null
