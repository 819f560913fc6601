import { useLayoutEffect, useRef } from 'react'
import type { Artist } from '../../domain/artist.ts'
import { isLive } from '../../domain/appointment.ts'
import { overlaps } from '../../domain/interval.ts'
import { addDays, startOfDate, type LocalDate } from '../../domain/zone.ts'
import { uses12Hours, type Place } from '../format/time.ts'
import { cx } from '../ui/classes.ts'
import { AllDay } from './all-day.tsx'
import { Column } from './column.tsx'
import { ColumnHeader } from './column-header.tsx'
import { DayHeader } from './day-header.tsx'
import { keyOf, type GridColumn } from './grid-column.ts'
import styles from './grid.module.css'
import { Gutter, marksOf } from './gutter.tsx'
import type { OutlinedSlot } from './outline.tsx'
import { minuteOn, PX_PER_MINUTE, toPx } from './scale.ts'
import { text } from './text.ts'

interface GridProps {
  columns: readonly GridColumn[]
  now: number
  place: Place
  slotMinutes: number
  selected: string | null
  outlined: (OutlinedSlot & { readonly artistId: string }) | null
  /** The minute to show first, given how many fit, and what makes it happen again. */
  firstMinute: (shown: number) => number
  scrollKey: string
  /** A click on free time; without it, free time only shows. */
  onSlot?: (artist: Artist, date: LocalDate, start: number) => void
  onOpen: (id: string) => void
}

/** Header and all-day row, which stay above the hours. */
const HEAD = 90

export const Grid = (props: GridProps) => {
  const { columns, now, place, outlined } = props
  const scroller = useRef<HTMLDivElement>(null)
  const scrolled = useRef('')
  const dates = [...new Set(columns.map(({ date }) => date))]
  const today = dates.find((date) => isOn(date, now, place.zone))
  const nowMinute = today ? minuteOn(now, today, place.zone) : null
  const { firstMinute, scrollKey } = props

  useLayoutEffect(() => {
    const view = scroller.current
    // What a person has scrolled to stays until another day or the time of now is asked for.
    if (!view || scrolled.current === scrollKey) return
    scrolled.current = scrollKey
    view.scrollTop = toPx(firstMinute((view.clientHeight - HEAD) / PX_PER_MINUTE))
  }, [scrollKey, firstMinute])

  const marks = outlined?.refused
    ? dates.flatMap((date) => marksOf(outlined, date, place.zone, true).slice(0, 1))
    : []
  return (
    <div
      ref={scroller}
      className={cx(styles.scroller, uses12Hours(place.locale) && styles.twelveHours)}
      style={{ gridTemplateColumns: `var(--gutter) repeat(${columns.length}, minmax(90px, 1fr))` }}
    >
      <div className={cx(styles.corner, styles.header)} />
      {columns.map((column) => (
        <div key={keyOf(column)} className={cx(styles.sized, styles.headerCell)}>
          <Header column={column} place={place} />
        </div>
      ))}

      <div className={cx(styles.corner, styles.allDayLabel)}>{text.allDay}</div>
      {columns.map((column) => (
        <div key={keyOf(column)} className={cx(styles.sized, styles.allDayCell)}>
          <AllDay events={column.events.filter(({ allDay }) => allDay)} />
        </div>
      ))}

      <Gutter
        place={place}
        now={nowMinute === null ? null : { instant: now, minute: nowMinute }}
        marks={marks}
      />
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

const Header = ({ column, place }: { column: GridColumn; place: Place }) => {
  const { artist, date, sync, connected, heading, week } = column
  const booked = column.appointments.filter(({ status }) => isLive(status)).length
  return week ? (
    <DayHeader
      artist={artist}
      date={date}
      booked={booked}
      today={week === 'today'}
      away={column.events.some(({ allDay, blocks }) => allDay && blocks)}
      place={place}
    />
  ) : (
    <ColumnHeader
      artist={artist}
      date={date}
      booked={booked}
      sync={sync}
      connected={connected}
      {...(heading ? { heading } : {})}
      place={place}
    />
  )
}

const isOn = (date: LocalDate, instant: number, zone: string): boolean =>
  overlaps(
    { start: startOfDate(date, zone), end: startOfDate(addDays(date, 1), zone) },
    { start: instant, end: instant + 1 },
  )
