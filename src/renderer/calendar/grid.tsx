import { useRef, type RefObject } from 'react'
import { isLive } from '../../domain/appointment.ts'
import { contains, overlaps } from '../../domain/interval.ts'
import { addDays, dateAt, startOfDate, type LocalDate } from '../../domain/zone.ts'
import { uses12Hours, type Place } from '../format/time.ts'
import { cx } from '../ui/classes.ts'
import { AllDay, allDayLines } from './all-day.tsx'
import { Column } from './column.tsx'
import { ColumnHeader } from './column-header.tsx'
import { DayHeader } from './day-header.tsx'
import { keyOf, type GridColumn } from './grid-column.ts'
import styles from './grid.module.css'
import { Gutter, marksOf } from './gutter.tsx'
import type { OutlinedSlot } from './outline.tsx'
import { minuteOn, PX_PER_MINUTE } from './scale.ts'
import { Sign, SignSheet } from './sign.tsx'
import { text } from './text.ts'
import { useFirstScroll } from './use-first-scroll.ts'
import { isHeavy, useWindow } from './use-window.ts'
import { warningOf } from './warning.ts'

interface GridProps {
  columns: readonly GridColumn[]
  now: number
  place: Place
  selected: string | null
  outlined: (OutlinedSlot & { readonly artistId: string }) | null
  /** The minute to show first, given how many fit, and what makes it happen again. */
  firstMinute: (shown: number) => number
  scrollKey: string
  /** Px of a minute, where it is not the desk's. */
  scale?: number
  /** The one booking Tab leads to; left out, it leads to each. */
  tabStop?: string | null
  /** For who works on the grid beyond opening bookings. */
  view?: RefObject<HTMLDivElement | null>
  onOpen: (id: string) => void
}

export const Grid = (props: GridProps) => {
  const { columns, now, place, outlined } = props
  const own = useRef<HTMLDivElement>(null)
  const scroller = props.view ?? own
  const dates = [...new Set(columns.map(({ date }) => date))]
  const today = dates.find((date) => isOn(date, now, place.zone))
  const nowMinute = today ? minuteOn(now, today, place.zone) : null
  const { firstMinute, scrollKey, scale = PX_PER_MINUTE } = props

  useFirstScroll(scroller, { firstMinute, scrollKey, scale })

  const number = columns.length
  const heavy = isHeavy(number, sum(columns))
  const { first, last, hours, narrow } = useWindow(scroller, number, heavy)
  const drawn = columns
    .map((column, index) => ({ column, index }))
    .filter(
      ({ column, index }) =>
        (first <= index && index <= last) || holds(column, props.tabStop ?? null),
    )

  const marks = outlined?.refused
    ? dates.flatMap((date) => marksOf(outlined, date, place.zone, true).slice(0, 1))
    : []
  return (
    <div
      ref={scroller}
      className={cx(styles.scroller, uses12Hours(place.locale) && styles.twelveHours)}
      data-grid
      style={{
        gridTemplateColumns: `var(--gutter) repeat(${columns.length}, minmax(90px, 1fr))`,
        '--minute': `${scale}px`,
        '--all-day-lines': allDayLines(drawn.map(({ column }) => column)),
      }}
    >
      <div className={cx(styles.corner, styles.header)}>
        <SignSheet />
        {columns[0]?.week && <WeekWarning column={columns[0]} now={now} place={place} />}
      </div>
      {drawn.map(({ column, index }) => (
        <div
          key={keyOf(column)}
          className={cx(styles.sized, styles.headerCell)}
          style={{ gridColumn: index + 2 }}
        >
          <Header column={column} place={place} narrow={narrow} />
        </div>
      ))}

      <div className={cx(styles.corner, styles.allDayLabel)}>{text.allDay}</div>
      {drawn.map(({ column, index }) => (
        <div
          key={keyOf(column)}
          className={cx(styles.sized, styles.allDayCell)}
          style={{ gridColumn: index + 2 }}
        >
          <AllDay column={column} />
        </div>
      ))}

      <Gutter
        place={place}
        now={nowMinute === null ? null : { instant: now, minute: nowMinute }}
        marks={marks}
        dates={dates}
      />
      {drawn.map(({ column, index }) => (
        <div
          key={keyOf(column)}
          className={cx(styles.sized, styles.hoursCell)}
          style={{ gridColumn: index + 2 }}
        >
          <Column
            index={index}
            artist={column.artist}
            date={column.date}
            appointments={column.appointments}
            events={column.events}
            timeOff={column.timeOff}
            place={place}
            now={column.date === today ? nowMinute : null}
            selected={props.selected}
            tabStop={tabStopIn(column, props.tabStop)}
            outlined={outlined?.artistId === column.artist.id ? outlined : null}
            hours={hours}
            narrow={narrow}
            onOpen={props.onOpen}
          />
        </div>
      ))}
    </div>
  )
}

/** A week is one artist’s: what its calendar lacks is said once, in the corner. */
const WeekWarning = ({
  column,
  now,
  place,
}: Pick<GridProps, 'now' | 'place'> & Pick<HeaderProps, 'column'>) => {
  const warning = warningOf(column, dateAt(now, place.zone), place)
  if (!warning) return null
  const words = warning.why ? `${warning.long}: ${warning.why}` : warning.long
  return (
    <span className={styles.weekWarning} role="img" aria-label={words} title={words}>
      <Sign name="trouble" size={18} />
    </span>
  )
}

const sum = (columns: readonly GridColumn[]): number =>
  columns.reduce(
    (total, { appointments, events }) => total + appointments.length + events.length,
    0,
  )

const holds = ({ appointments }: GridColumn, id: string | null): boolean =>
  id !== null && appointments.some((appointment) => appointment.id === id)

/** A column is drawn again only where its own booking gets or loses the tab stop. */
const tabStopIn = (column: GridColumn, tabStop: string | null | undefined) =>
  tabStop === undefined || (tabStop !== null && holds(column, tabStop)) ? tabStop : null

interface HeaderProps {
  column: GridColumn
  place: Place
  narrow: boolean
}

const Header = ({ column, place, narrow }: HeaderProps) => {
  const { artist, date, sync, connected, heading, week } = column
  const booked = column.appointments.filter(({ status }) => isLive(status)).length
  return week ? (
    <DayHeader
      artist={artist}
      date={date}
      booked={booked}
      today={week === 'today'}
      away={isAway(column, place.zone)}
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
      away={isAway(column, place.zone)}
      narrow={narrow}
      place={place}
    />
  )
}

/** Nothing can be booked: an event of the artist's own or time off takes the whole day. */
const isAway = ({ date, events, timeOff }: GridColumn, zone: string): boolean => {
  const day = { start: startOfDate(date, zone), end: startOfDate(addDays(date, 1), zone) }
  return (
    events.some(({ allDay, blocks }) => allDay && blocks) ||
    timeOff.some((off) => contains(off, day))
  )
}

const isOn = (date: LocalDate, instant: number, zone: string): boolean =>
  overlaps(
    { start: startOfDate(date, zone), end: startOfDate(addDays(date, 1), zone) },
    { start: instant, end: instant + 1 },
  )
