import { Eye, EyeOff } from 'lucide-react'
import { Fragment, useMemo } from 'react'
import { startOfDate, addDays, type LocalDate } from '../../domain/zone.ts'
import { formatTime } from '../format/time.ts'
import { useCalendarView } from '../stores/calendar-view.ts'
import { useNow } from '../stores/clock.ts'
import { usePlace } from '../stores/place.ts'
import { Button } from '../ui/button.tsx'
import type { GridColumn } from './grid-column.ts'
import { ListRow } from './list-row.tsx'
import styles from './list.module.css'
import { nowRow, rowsOf, sumsOf } from './rows.ts'
import { sumText, text } from './text.ts'

/** The day as a table: all the grid shows, for those who read better down a page or by ear. */
export const List = ({ columns, date }: { columns: readonly GridColumn[]; date: LocalDate }) => {
  const place = usePlace()
  const now = useNow()
  const rows = useMemo(() => rowsOf(columns), [columns])
  const isToday =
    startOfDate(date, place.zone) <= now && now < startOfDate(addDays(date, 1), place.zone)
  const line = isToday ? nowRow(rows, now) : -1
  const mark = (
    <tr className={styles.now}>
      <td colSpan={8}>
        <span>{formatTime(now, place)}</span>
      </td>
    </tr>
  )
  return (
    <div className={styles.page}>
      <div className={styles.scroller}>
        <table className={styles.table}>
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
          <tbody>
            {rows.map((row, at) => (
              <Fragment key={row.key}>
                {at === line && mark}
                <ListRow row={row} past={isToday && row.end <= now} place={place} />
              </Fragment>
            ))}
            {line === rows.length && mark}
          </tbody>
        </table>
        {rows.length === 0 && <p className={styles.nothing}>{text.nothing}</p>}
      </div>
      <footer className={styles.foot}>
        <span role="status">{sumText(sumsOf(rows))}</span>
        <HideEnded />
      </footer>
    </div>
  )
}

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
