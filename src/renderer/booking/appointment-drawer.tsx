import { CloudUpload, Mail, Phone, User } from 'lucide-react'
import type { AppointmentView } from '../../domain/views.ts'
import { MINUTE } from '../../domain/interval.ts'
import { depositText } from '../format/deposit.ts'
import { formatDuration, formatTime, formatWhen } from '../format/time.ts'
import { verdictOf } from '../format/verdict.ts'
import { act } from '../stores/act.ts'
import { useAvailability } from '../stores/availability.ts'
import { useNow } from '../stores/clock.ts'
import { closeDrawer } from '../stores/drawer.ts'
import { useMoney } from '../stores/money.ts'
import { usePlace } from '../stores/place.ts'
import { useAppointment, useHistory } from '../stores/reads.ts'
import { useArtist } from '../stores/studio.ts'
import { showClient } from '../stores/view.ts'
import { VerdictBlock } from '../ui/availability-block.tsx'
import { AuditList } from '../ui/audit-list.tsx'
import { Button } from '../ui/button.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { FailureNote } from '../ui/message.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { Proposed } from '../ui/proposed.tsx'
import { StatusTag } from '../ui/tag.tsx'
import { TroubleBox } from '../ui/trouble-box.tsx'
import { AppointmentActions } from './appointment-actions.tsx'
import styles from './booking.module.css'
import { text } from './text.ts'
import { cancelReasonOf } from '../format/cancel-reason.ts'

const deliveryName = ({ delivery, status }: AppointmentView): string => {
  if (delivery === 'waiting') return text.waitingToSend
  return delivery === 'sent' && status === 'CANCELLED' ? text.deleted : text[delivery]
}

/** One booking: what it is, how it stands, and what can be done about it. */
export const AppointmentDrawer = ({ id }: { id: string }) => {
  const { value: appointment, failure } = useAppointment({ id })
  const pending = appointment?.status === 'PENDING' ? appointment : null
  const check = useAvailability(
    pending && {
      artistId: pending.artistId,
      start: pending.start,
      end: pending.end,
      ignoring: pending.id,
    },
  )
  return (
    <Drawer
      label={appointment?.clientName ?? text.noSuch}
      title={appointment?.clientName ?? ''}
      onClose={closeDrawer}
      home={() => document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)}
      footer={
        appointment &&
        appointment.status !== 'CANCELLED' && (
          <AppointmentActions appointment={appointment} availability={check.answer} />
        )
      }
    >
      {failure && <FailureNote failure={failure} />}
      {appointment && (
        <>
          <Lead appointment={appointment} />
          {appointment.trouble && (
            <TroubleBox
              trouble={appointment.trouble}
              onKeep={(keep) =>
                void act('appointments.resolve', { id, version: appointment.version, keep })
              }
            />
          )}
          {pending && <Proposed request={pending} />}
          {pending && <RequestCheck appointment={pending} check={check} />}
          <Contact appointment={appointment} />
          <Details appointment={appointment} />
          <History id={id} />
        </>
      )}
    </Drawer>
  )
}

interface Shown {
  appointment: AppointmentView
}

const Lead = ({ appointment }: Shown) => {
  const artist = useArtist(appointment.artistId)
  const place = usePlace()
  const minutes = (appointment.end - appointment.start) / MINUTE
  return (
    <div className={styles.lead}>
      <div className={styles.row}>
        <StatusTag status={appointment.status} />
        {appointment.statusSince !== null && (
          <span>{formatTime(appointment.statusSince, place)}</span>
        )}
        {appointment.delivery !== 'sent' && (
          <CloudUpload size={15} strokeWidth={1.75} aria-hidden="true" />
        )}
        {appointment.calendar && <span>{deliveryName(appointment)}</span>}
      </div>
      <h3>{formatWhen(appointment, place)}</h3>
      {artist && (
        <div className={styles.row}>
          <Monogram artist={artist} size={22} />
          <strong>{artist.name}</strong>
          {formatDuration(minutes)}
        </div>
      )}
      {appointment.description && <p dir="auto">{appointment.description}</p>}
      {appointment.cancelReason && <p>{text.cancelledWhy(cancelReasonOf(appointment))}</p>}
    </div>
  )
}

const RequestCheck = ({
  appointment,
  check,
}: Shown & { check: ReturnType<typeof useAvailability> }) => {
  const artist = useArtist(appointment.artistId)
  const verdict = verdictOf(check, artist?.name ?? '', useNow(), usePlace())
  if (!verdict) return null
  return <VerdictBlock verdict={verdict} />
}

const Contact = ({ appointment }: Shown) => (
  <div className={styles.section}>
    {appointment.clientPhone && (
      <div className={styles.row} data-selectable>
        <Phone size={15} strokeWidth={1.75} aria-hidden="true" />
        {appointment.clientPhone}
      </div>
    )}
    {appointment.clientEmail && (
      <div className={styles.row} data-selectable>
        <Mail size={15} strokeWidth={1.75} aria-hidden="true" />
        {appointment.clientEmail}
      </div>
    )}
    <Button size="small" onPress={() => showClient(appointment.clientId)}>
      <User size={14} strokeWidth={1.75} aria-hidden="true" />
      {text.clientPage}
    </Button>
  </div>
)

const Details = ({ appointment }: Shown) => {
  const place = usePlace()
  const money = useMoney()
  const { notes, alternates } = appointment
  const deposit = depositText(appointment, money)
  return (
    <>
      {deposit && (
        <div className={styles.section}>
          <h4>{text.deposit}</h4>
          <p>{deposit}</p>
        </div>
      )}
      {alternates.length > 0 && (
        <div className={styles.section}>
          <h4>{text.alternates}</h4>
          <ol>
            {alternates.map((time) => (
              <li key={time.start}>{formatWhen(time, place)}</li>
            ))}
          </ol>
        </div>
      )}
      {notes && (
        <div className={styles.section}>
          <h4>{text.notes}</h4>
          <p data-selectable>{notes}</p>
        </div>
      )}
    </>
  )
}

const History = ({ id }: { id: string }) => {
  const history = useHistory({ id }).value ?? []
  if (history.length === 0) return null
  return (
    <div className={styles.section}>
      <h4>{text.history}</h4>
      <AuditList entries={history} />
    </div>
  )
}
