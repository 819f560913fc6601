import { Lock, LockOpen } from 'lucide-react'
import type { BusyView } from '../../domain/views.ts'
import { cx } from '../ui/classes.ts'
import { eventKey, type GridColumn } from './grid-column.ts'
import styles from './grid.module.css'
import { text } from './text.ts'

/** So many lines at most: the hours are what the calendar is for. */
const LINES = 4

/** The events of a column that take whole days, those that block it first. */
const wholeDays = ({ events }: GridColumn): BusyView[] =>
  events.filter(({ allDay }) => allDay).toSorted((a, b) => Number(b.blocks) - Number(a.blocks))

/** How many lines the row above the hours has. */
export const allDayLines = (columns: readonly GridColumn[]): number =>
  Math.max(1, ...columns.map((column) => Math.min(LINES, wholeDays(column).length)))

/** The row above the hours: events that take whole days. */
export const AllDay = ({ column }: { column: GridColumn }) => {
  const events = wholeDays(column)
  const shown = events.length > LINES ? events.slice(0, LINES - 1) : events
  const rest = events.slice(shown.length)
  return (
    <div className={styles.allDay}>
      {shown.map((event) => {
        const Sign = event.blocks ? Lock : LockOpen
        return (
          <div
            key={eventKey(event)}
            className={cx(styles.allDayEvent, event.blocks && styles.allDayBusy)}
            title={titleOf(event)}
          >
            <Sign size={14} strokeWidth={1.75} aria-hidden="true" />
            <span>{titleOf(event)}</span>
          </div>
        )
      })}
      {rest.length > 0 && (
        <div className={styles.allDayEvent} title={rest.map(titleOf).join('\n')}>
          <span>{text.allDayMore(rest.length)}</span>
        </div>
      )}
    </div>
  )
}

const titleOf = ({ blocks, title }: BusyView): string => (blocks ? title : text.free(title))
