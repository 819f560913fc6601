import { Eye, EyeOff, Printer } from 'lucide-react'
import { Fragment, useMemo, useRef, useState, type RefObject } from 'react'
import type { Instant } from '../../domain/interval.ts'
import { startOfDate, addDays, type LocalDate } from '../../domain/zone.ts'
import { formatTime, type Place } from '../format/time.ts'
import { useCalendarView } from '../stores/calendar-view.ts'
import { useNow } from '../stores/clock.ts'
import { openOverlay } from '../stores/overlay.ts'
import { usePlace } from '../stores/place.ts'
import { Button, Key } from '../ui/button.tsx'
import type { GridColumn } from './grid-column.ts'
import { ListRow } from './list-row.tsx'
import styles from './list.module.css'
import { nowRow, rowsOf, sumsOf, type Row } from './rows.ts'
import { sumText, text } from './text.ts'
import { useRowOfNow } from './use-row-of-now.ts'
import { ROW, useRowsInView } from './use-rows-in-view.ts'

/** The day as a table: all the grid shows, for those who read better down a page or by ear. */
export const List = ({ columns, date }: { columns: readonly GridColumn[]; date: LocalDate }) => {
  const scroller = useRef<HTMLDivElement>(null)
  const now = useNow()
  const { zone } = usePlace()
  const rows = useMemo(() => rowsOf(columns), [columns])
  const isToday = startOfDate(date, zone) <= now && now < startOfDate(addDays(date, 1), zone)
  const line = isToday && rows.length > 0 ? nowRow(rows, now) : null
  useRowOfNow(scroller, line)
  return (
    <div className={styles.page}>
      <div className={styles.scroller} ref={scroller}>
        <table className={styles.table} aria-rowcount={rows.length + 1}>
          <thead>
            <tr>
              {text.heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">{text.actions}</span>
              </th>
            </tr>
          </thead>
          <Rows rows={rows} scroller={scroller} now={isToday ? now : null} line={line ?? -1} />
        </table>
        {rows.length === 0 && <p className={styles.nothing}>{text.nothing}</p>}
      </div>
      <footer className={styles.foot}>
        <span role="status">{sumText(sumsOf(rows))}</span>
        <HideEnded />
        <Button onPress={() => openOverlay('print')} aria-keyshortcuts="Control+P">
          <Printer size={15} strokeWidth={1.75} aria-hidden="true" />
          {text.daySheet}
          <Key>Ctrl P</Key>
        </Button>
      </footer>
    </div>
  )
}

interface RowsProps {
  rows: readonly Row[]
  scroller: RefObject<HTMLElement | null>
  /** Null on another day. */
  now: Instant | null
  /** Before which row the line of now is; -1 on another day. */
  line: number
}

/** The line of the current time is a row of its own, lower than the others; px. */
const LINE = 24

/** The rows in view, the one with the focus, and room for the others. */
const Rows = ({ rows, scroller, now, line }: RowsProps) => {
  const place = usePlace()
  const { first, last } = useRowsInView(scroller, rows.length)
  const [focused, setFocused] = useState<string | null>(null)
  const drawn = rows
    .map((row, at) => ({ row, at }))
    .filter(({ row, at }) => (first <= at && at <= last) || row.key === focused)
  const gap = (from: number, to: number) =>
    to > from && (
      <tr aria-hidden="true">
        <td
          className={styles.gap}
          style={{ height: (to - from) * ROW + (from <= line && line < to ? LINE : 0) }}
        />
      </tr>
    )
  const after = (drawn.at(-1)?.at ?? -1) + 1
  return (
    <tbody
      onFocus={({ target }) =>
        setFocused(target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null)
      }
      onBlur={() => setFocused(null)}
    >
      {drawn.map(({ row, at }, nth) => (
        <Fragment key={row.key}>
          {gap((drawn[nth - 1]?.at ?? -1) + 1, at)}
          {at === line && now !== null && <NowRow now={now} place={place} />}
          <ListRow row={row} index={at} past={now !== null && row.end <= now} place={place} />
        </Fragment>
      ))}
      {gap(after, rows.length)}
      {line === rows.length && after === rows.length && now !== null && (
        <NowRow now={now} place={place} />
      )}
    </tbody>
  )
}

const NowRow = ({ now, place }: { now: Instant; place: Place }) => (
  <tr className={styles.now}>
    <td colSpan={8}>
      <span>{formatTime(now, place)}</span>
    </td>
  </tr>
)

/** Leaves out what was cancelled or missed, here and in the grid. */
const HideEnded = () => {
  const hidden = useCalendarView((view) => view.hideEnded)
  const Sign = hidden ? Eye : EyeOff
  return (
    <Button onPress={() => useCalendarView.setState({ hideEnded: !hidden })}>
      <Sign size={15} strokeWidth={1.75} aria-hidden="true" />
      {hidden ? text.showEnded : text.hideEnded}
    </Button>
  )
}
