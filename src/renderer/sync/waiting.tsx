import { RefreshCw, X } from 'lucide-react'
import { useState } from 'react'
import type { AppointmentView, SyncStatus } from '../../domain/views.ts'
import { addDays, startOfDate } from '../../domain/zone.ts'
import { formatTime } from '../format/time.ts'
import { act } from '../stores/act.ts'
import { usePlace } from '../stores/place.ts'
import { useAppointments } from '../stores/reads.ts'
import { useArtist, useToday } from '../stores/studio.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/dialog.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { showAppointment } from './go.ts'
import styles from './sync.module.css'
import { changeName, text } from './text.ts'
import { waitReason } from './wait-reason.ts'
import { nearMoment } from '../format/near-moment.ts'

/** Changes wait for weeks at most; those of older appointments are not looked for. */
const DAYS_BACK = 60

/** What has not reached the calendars yet, and why. */
export const Waiting = ({ status }: { status: SyncStatus }) => {
  const { zone } = usePlace()
  const from = startOfDate(addDays(useToday(), -DAYS_BACK), zone)
  const some = status.waiting > 0
  const coming = useAppointments({ from }, some).value
  const waiting = some && coming ? coming.filter(({ delivery }) => delivery !== 'sent') : []
  return (
    <section className={styles.panel} aria-label={text.waitingChanges}>
      <header className={styles.panelHead}>
        <h2>
          {text.waitingChanges} <small>{status.waiting}</small>
        </h2>
        {some && (
          <Button size="small" onPress={() => void act('sync.run', {})}>
            {text.retryAll}
          </Button>
        )}
      </header>
      {!some && <p className={styles.quiet}>{text.allSent}</p>}
      <ul>
        {waiting.map((appointment) => (
          <WaitingRow key={appointment.id} appointment={appointment} status={status} />
        ))}
      </ul>
      {some && coming && waiting.length === 0 && <p className={styles.quiet}>{text.older}</p>}
    </section>
  )
}

const WaitingRow = ({
  appointment,
  status,
}: {
  appointment: AppointmentView
  status: SyncStatus
}) => {
  const [asking, setAsking] = useState(false)
  const place = usePlace()
  const today = useToday()
  const artist = useArtist(appointment.artistId)
  const { id, version, clientName, start, artistId } = appointment
  const next = status.nextRunAt === null ? null : formatTime(status.nextRunAt, place)
  return (
    <li className={styles.change}>
      {artist && <Monogram artist={artist} size={22} />}
      <button
        type="button"
        title={text.open(clientName)}
        onClick={() => showAppointment(appointment, place.zone)}
      >
        {clientName}, {nearMoment(start, today, place)}
        <small>
          {changeName(appointment)} · {waitReason(appointment, status, next)}
        </small>
      </button>
      <Button
        look="quiet"
        size="small"
        icon
        aria-label={text.retry(clientName)}
        onPress={() => void act('sync.run', { artistId })}
      >
        <RefreshCw size={15} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Button
        look="quiet"
        size="small"
        icon
        aria-label={text.giveUp(clientName)}
        onPress={() => setAsking(true)}
      >
        <X size={15} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      {asking && (
        <Confirm
          title={text.giveUpTitle}
          confirm={text.giveUpConfirm}
          back={text.back}
          danger
          onConfirm={() => {
            setAsking(false)
            void act('appointments.giveUp', { id, version }, text.givenUp)
          }}
          onClose={() => setAsking(false)}
        >
          <p>{giveUpWords(appointment)}</p>
        </Confirm>
      )}
    </li>
  )
}

/** What giving up means for the booking. */
const giveUpWords = ({ calendar, status, clientName }: AppointmentView): string =>
  !calendar?.etag
    ? text.giveUpNew(clientName)
    : status === 'CANCELLED'
      ? text.giveUpCancel(clientName)
      : text.giveUpChange(clientName)
