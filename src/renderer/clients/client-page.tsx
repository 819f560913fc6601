import { Calendar, CalendarPlus, Mail, Merge, Pencil, Phone } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Client } from '../../domain/client.ts'
import type { Instant } from '../../domain/interval.ts'
import type { AppointmentView } from '../../domain/views.ts'
import type { Place } from '../format/time.ts'
import { useNow } from '../stores/clock.ts'
import { newDraft } from '../stores/draft.ts'
import { openBooking } from '../stores/drawer.ts'
import { useMoney } from '../stores/money.ts'
import { usePlace } from '../stores/place.ts'
import { useAppointments, useClient } from '../stores/reads.ts'
import { useActiveArtists, useToday } from '../stores/studio.ts'
import { showDate } from '../stores/view.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/message.tsx'
import { ClientDialog } from './client-dialog.tsx'
import { ClientNotes } from './client-notes.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import styles from './page.module.css'
import { recordOf, type ClientRecord } from '../../domain/client-record.ts'
import { text } from './text.ts'
import { TwinNote } from './twin-note.tsx'
import { VisitTable } from './visit-table.tsx'

/** One client: how to reach them, what to know, and everything they were booked for. */
export const ClientPage = ({ id }: { id: string }) => {
  const { value: client, failure } = useClient({ id })
  const appointments = useAppointments({ clientId: id })
  const now = useNow()
  const [editing, setEditing] = useState(false)
  const record = useMemo(
    () => (appointments.value ? recordOf(appointments.value, now) : null),
    [appointments.value, now],
  )
  const edit = (): void => setEditing(true)
  return (
    <article className={styles.page} aria-label={client?.name ?? text.clients}>
      {failure && <FailureNote failure={failure} />}
      {client && (
        <>
          <Head client={client} record={record} onEdit={edit} />
          <TwinNote client={client} />
          {appointments.failure && <FailureNote failure={appointments.failure} />}
          {record && <Figures record={record} />}
          <div className={styles.columns}>
            <ClientNotes client={client} onEdit={edit} />
            {record && <Visits record={record} />}
          </div>
        </>
      )}
      {client && editing && <ClientDialog client={client} onClose={() => setEditing(false)} />}
    </article>
  )
}

const monthOf = (
  instant: Instant,
  { zone, locale }: Place,
  month: 'long' | 'short' = 'long',
): string =>
  new Intl.DateTimeFormat(locale, { month, year: 'numeric', timeZone: zone }).format(instant)

interface HeadProps {
  client: Client
  record: ClientRecord<AppointmentView> | null
  onEdit: () => void
}

const icon = { size: 15, strokeWidth: 1.75, 'aria-hidden': true } as const

const Head = ({ client, record, onEdit }: HeadProps) => {
  const place = usePlace()
  const today = useToday()
  const artists = useActiveArtists()
  const [merging, setMerging] = useState(false)
  const since = record?.since ?? null
  const book = (): void => {
    // Most come back to whoever they were with last.
    const last = record?.upcoming.at(-1) ?? record?.history[0]
    const artist = artists.find(({ id }) => id === last?.artistId)
    const time = { date: today, start: 12 * 60 }
    const minutes = artist?.sessionMinutes ?? 120
    const draft = newDraft(crypto.randomUUID(), artist?.id ?? null, time, minutes)
    showDate(null)
    openBooking({ ...draft, client: { kind: 'known', client } })
  }
  return (
    <header className={styles.head}>
      <div>
        <h2 data-selectable dir="auto">
          {client.name}
        </h2>
        <ul className={styles.contact}>
          {client.phone && (
            <li data-selectable>
              <Phone {...icon} />
              {client.phone}
            </li>
          )}
          {client.email && (
            <li data-selectable>
              <Mail {...icon} />
              {client.email}
            </li>
          )}
          {since !== null && (
            <li>
              <Calendar {...icon} />
              {text.since(monthOf(since, place))}
            </li>
          )}
        </ul>
      </div>
      <Button onPress={onEdit}>
        <Pencil size={16} strokeWidth={1.75} aria-hidden="true" />
        {text.edit}
      </Button>
      <Button onPress={book}>
        <CalendarPlus size={16} strokeWidth={1.75} aria-hidden="true" />
        {text.book}
      </Button>
      <Button onPress={() => setMerging(true)}>
        <Merge size={16} strokeWidth={1.75} aria-hidden="true" />
        {text.merge}
      </Button>
      {merging && <MergeDialog client={client} other={null} onClose={() => setMerging(false)} />}
    </header>
  )
}

const Figures = ({ record }: { record: ClientRecord<AppointmentView> }) => {
  const place = usePlace()
  const money = useMoney()
  const { visits, noShows, lastNoShow, cancelled, heldCents } = record
  const missed = lastNoShow === null ? null : monthOf(lastNoShow, place, 'short')
  return (
    <dl className={styles.figures} aria-label={text.figures}>
      <Figure name={text.visits(visits)} value={String(visits)} />
      <Figure name={text.noShows(noShows, missed)} value={String(noShows)} />
      <Figure name={text.cancelled} value={String(cancelled)} />
      <Figure name={text.held} value={money(heldCents)} />
    </dl>
  )
}

const Figure = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)

const Visits = ({ record: { upcoming, history } }: { record: ClientRecord<AppointmentView> }) => (
  <div className={styles.visits}>
    <section aria-label={text.upcoming}>
      <h3>{text.upcoming}</h3>
      {upcoming.length > 0 ? (
        <VisitTable label={text.upcoming} appointments={upcoming} />
      ) : (
        <p>{text.noUpcoming}</p>
      )}
    </section>
    <section aria-label={text.history}>
      <h3>{text.history}</h3>
      {history.length > 0 ? (
        <VisitTable label={text.history} appointments={history} />
      ) : (
        <p>{text.noHistory}</p>
      )}
    </section>
  </div>
)
