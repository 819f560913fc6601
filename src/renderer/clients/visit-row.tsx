import { ChevronDown } from 'lucide-react'
import type { AppointmentView } from '../../domain/views.ts'
import { dateAt } from '../../domain/zone.ts'
import { formatRange, formatShortDay } from '../format/time.ts'
import { openAppointment } from '../stores/drawer.ts'
import { useMoney } from '../stores/money.ts'
import { usePlace } from '../stores/place.ts'
import { useHistory } from '../stores/reads.ts'
import { useArtist, useToday } from '../stores/studio.ts'
import { showDate } from '../stores/view.ts'
import { AuditList } from '../ui/audit-list.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/classes.ts'
import { Monogram } from '../ui/monogram.tsx'
import { StatusTag } from '../ui/tag.tsx'
import { depositLine } from './deposit.ts'
import styles from './page.module.css'
import { text } from './text.ts'
import { cancelReasonOf } from '../format/cancel-reason.ts'

interface VisitRowProps {
  appointment: AppointmentView
  open: boolean
  onToggle: () => void
}

/** One appointment of a client; what happened to it on a second row when it is opened. */
export const VisitRow = ({ appointment, open, onToggle }: VisitRowProps) => {
  const place = usePlace()
  const today = useToday()
  const money = useMoney()
  const artist = useArtist(appointment.artistId)
  const date = dateAt(appointment.start, place.zone)
  const day = formatShortDay(date, place.locale, today)
  const show = (): void => {
    showDate(date)
    openAppointment(appointment.id)
  }
  return (
    <>
      <tr className={cx(open && styles.open)}>
        <td className={styles.when}>
          <button type="button" title={text.open(day)} onClick={show}>
            {artist && <Monogram artist={artist} size={22} />}
            <span className="visually-hidden">{artist?.name}, </span>
            <span>
              <strong>{day}</strong> <span>{formatRange(appointment, place)}</span>
            </span>
          </button>
        </td>
        <td className={styles.what} title={appointment.description}>
          <span dir="auto">{appointment.description}</span>
        </td>
        <td className={styles.status}>
          <StatusTag status={appointment.status} />
        </td>
        <td className={styles.deposit}>{depositLine(appointment, money)}</td>
        <td className={styles.more}>
          <Button
            look="quiet"
            size="small"
            icon
            aria-label={text.showSteps(day)}
            aria-expanded={open}
            onPress={onToggle}
          >
            <ChevronDown size={15} strokeWidth={1.75} aria-hidden="true" />
          </Button>
        </td>
      </tr>
      {open && <Steps appointment={appointment} />}
    </>
  )
}

const Steps = ({ appointment }: { appointment: AppointmentView }) => {
  const steps = useHistory({ id: appointment.id }).value ?? []
  const { cancelReason, notes } = appointment
  return (
    <tr className={styles.steps}>
      <td colSpan={5}>
        {notes && <p data-selectable>{notes}</p>}
        <AuditList entries={steps} />
        {cancelReason && <p>{text.reason(cancelReasonOf(appointment))}</p>}
      </td>
    </tr>
  )
}
