import { Lock, LockOpen } from 'lucide-react'
import type { BusyView } from '../../domain/views.ts'
import { cx } from '../ui/classes.ts'
import { eventKey } from './grid-column.ts'
import styles from './grid.module.css'
import { text } from './text.ts'

/** The row above the hours: events that take whole days. */
export const AllDay = ({ events }: { events: readonly BusyView[] }) => (
  <div className={styles.allDay}>
    {events.map((event) => {
      const Sign = event.blocks ? Lock : LockOpen
      const title = event.blocks ? event.title : text.free(event.title)
      return (
        <div
          key={eventKey(event)}
          className={cx(styles.allDayEvent, event.blocks && styles.allDayBusy)}
          title={title}
        >
          <Sign size={14} strokeWidth={1.75} aria-hidden="true" />
          <span>{title}</span>
        </div>
      )
    })}
  </div>
)
