import { CloudUpload, Ellipsis, Lock, LockOpen, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import { isLive } from '../../domain/appointment.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { formatTime, type Place } from '../format/time.ts'
import { useMoney } from '../stores/money.ts'
import { openAppointment } from '../stores/drawer.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/classes.ts'
import { Monogram } from '../ui/monogram.tsx'
import { StatusTag, Tag } from '../ui/tag.tsx'
import { below, openCardMenu } from './card-menu-store.ts'
import styles from './list.module.css'
import type { Row } from './rows.ts'
import { depositWord, text } from './text.ts'
import { say } from '../format/said.ts'
import { usePlace } from '../stores/place.ts'

interface ListRowProps {
  row: Row
  /** Counted from the day's first. */
  index: number
  /** It is over. */
  past: boolean
  place: Place
}

const sign = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const

export const ListRow = memo(({ row, index, past, place }: ListRowProps) => {
  const { artist, allDay, start, end } = row
  const quiet = past || (row.kind === 'appointment' && !isLive(row.appointment.status))
  return (
    <tr
      className={cx(styles.row, quiet && styles.past, row.kind === 'event' && styles.event)}
      data-row={row.key}
      aria-rowindex={index + 2}
    >
      <td className={styles.time}>
        {allDay ? (
          text.allDay
        ) : (
          <>
            <strong>{formatTime(start, place)}</strong> – {formatTime(end, place)}
          </>
        )}
      </td>
      <td className={styles.artist}>
        <div>
          <Monogram artist={artist} size={22} />
          <span dir="auto">{artist.name}</span>
        </div>
      </td>
      {row.kind === 'event' ? (
        <>
          <td>{text.inCalendar}</td>
          <td className={styles.long} dir="auto" title={row.event.title}>
            {row.event.title}
          </td>
          <td />
          <td>
            <Tag>
              {row.event.blocks ? <Lock {...sign} /> : <LockOpen {...sign} />}
              {row.event.blocks ? text.busy : text.freeTime}
            </Tag>
          </td>
          <td />
          <td />
        </>
      ) : (
        <Booking appointment={row.appointment} />
      )}
    </tr>
  )
})

const Booking = ({ appointment }: { appointment: AppointmentView }) => {
  const place = usePlace()
  const money = useMoney()
  const { id, clientName, clientPhone, description, status, trouble, delivery } = appointment
  const { depositCents } = appointment
  return (
    <>
      <td>
        <button
          type="button"
          className={cx(styles.name, !isLive(status) && styles.struck)}
          dir="auto"
          title={clientName}
          onClick={() => openAppointment(id)}
        >
          {clientName}
        </button>
      </td>
      <td className={styles.long} dir="auto" title={description}>
        {description}
      </td>
      <td>{clientPhone}</td>
      <td className={styles.status}>
        <span>
          {trouble ? (
            <span title={say(trouble, place)}>
              <Tag tone="danger">
                <TriangleAlert {...sign} />
                {trouble.kind === 'overlap' ? text.overlap : text.needsYou}
              </Tag>
            </span>
          ) : (
            <StatusTag status={status} />
          )}
          {delivery !== 'sent' && (
            <small>
              <CloudUpload {...sign} />
              {text.waiting}
            </small>
          )}
        </span>
      </td>
      <td className={styles.deposit}>
        {depositCents === null ? '–' : `${depositWord(appointment)} ${money(depositCents)}`.trim()}
      </td>
      <td className={styles.more}>
        <Button
          look="quiet"
          size="small"
          icon
          aria-label={text.menuOf(clientName)}
          aria-haspopup="menu"
          onPress={({ target }) => openCardMenu(appointment, below(target))}
        >
          <Ellipsis {...sign} />
        </Button>
      </td>
    </>
  )
}
