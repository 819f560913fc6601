import { Lock } from 'lucide-react'
import type { Artist } from '../../domain/artist.ts'
import type { AppointmentView, BusyView } from '../../domain/views.ts'
import { addDays, startOfDate, weekdayOf, type LocalDate } from '../../domain/zone.ts'
import { formatLongDay, formatRange, formatSpans, formatTime, weekNumber } from '../format/time.ts'
import { firstName, monogramOf } from '../format/words.ts'
import { useNow } from '../stores/clock.ts'
import { useMoney } from '../stores/money.ts'
import { usePlace } from '../stores/place.ts'
import { useAppointments, useBusy } from '../stores/reads.ts'
import { useSettings, useSyncStatus } from '../stores/studio.ts'
import { cx } from '../ui/classes.ts'
import { Logo } from '../ui/logo.tsx'
import styles from './day-sheet.module.css'
import { sheetRows, type SheetRow } from './sheet.ts'
import { text } from './text.ts'

const nothing: readonly never[] = []

interface DaySheetProps {
  date: LocalDate
  artists: readonly Artist[]
  paper: 'a4' | 'letter'
}

/** So many old calendars are named one by one. */
const FEW = 3

/** A day on paper, black on white: who comes when, to tick off by hand. */
export const DaySheet = ({ date, artists, paper }: DaySheetProps) => {
  const place = usePlace()
  const settings = useSettings()
  const now = useNow()
  const stale = useStale()
  const range = {
    from: startOfDate(date, place.zone),
    to: startOfDate(addDays(date, 1), place.zone),
  }
  const appointments = useAppointments(range).value ?? nothing
  const events = useBusy(range).value ?? nothing
  const old = artists.flatMap(({ id, name }) => {
    const since = stale(id)
    return since === null ? [] : { name, since }
  })
  const oldest = Math.min(...old.map(({ since }) => since))
  // Each artist's part says it too: a list of many would push the day aside.
  const asOf =
    old.length > FEW
      ? [text.calendarsAsOf(old.length, formatTime(oldest, place))]
      : old.map(({ name, since }) => text.calendarAsOf(firstName(name), formatTime(since, place)))
  return (
    <article className={cx(styles.sheet, styles[paper])} aria-label={text.title}>
      <header className={styles.head}>
        <div>
          <h1>
            {formatLongDay(date, place.locale)} {date.slice(0, 4)}
          </h1>
          <p>
            {[settings?.studioName, place.zone, text.week(weekNumber(date))]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <div className={styles.mark}>
          <strong>
            <Logo size={18} />
            Linework
          </strong>
          <p>{[text.printed(formatTime(now, place)), ...asOf].join(' ')}</p>
        </div>
      </header>
      {artists.map((artist) => (
        <ArtistSheet
          key={artist.id}
          artist={artist}
          hours={formatSpans(artist.hours[weekdayOf(date)] ?? [], place.locale)}
          rows={sheetRows(artist, appointments, events)}
          notChecked={stale(artist.id)}
        />
      ))}
      <section className={styles.notes}>
        <h2>{text.notes}</h2>
        <div />
        <div />
        <div />
      </section>
      <footer className={styles.foot}>
        {text.legend.map((words) => (
          <span key={words}>{words}</span>
        ))}
      </footer>
    </article>
  )
}

/** When an artist's calendar was last read, where it cannot be read now; else null. */
const useStale = (): ((artistId: string) => number | null) => {
  const status = useSyncStatus()
  return (artistId) => {
    const sync = status?.artists.find((one) => one.artistId === artistId)
    return sync?.failure ? sync.lastSuccessAt : null
  }
}

interface ArtistSheetProps {
  artist: Artist
  hours: string
  rows: readonly SheetRow[]
  notChecked: number | null
}

const ArtistSheet = ({ artist, hours, rows, notChecked }: ArtistSheetProps) => {
  const place = usePlace()
  return (
    <section className={styles.artist}>
      <h2>
        <span className={styles.monogram}>{monogramOf(artist.name)}</span>
        <bdi>{artist.name}</bdi> <small>{hours || text.dayOff}</small>
        {notChecked !== null && <em>{text.notChecked(formatTime(notChecked, place))}</em>}
      </h2>
      {rows.length === 0 ? (
        <p className={styles.nothing}>{text.nothing}</p>
      ) : (
        <table>
          <colgroup>
            <col className={styles.sign} />
            <col className={styles.time} />
            <col className={styles.name} />
            <col />
            <col className={styles.phone} />
            <col className={styles.money} />
          </colgroup>
          <tbody>
            {rows.map((row) =>
              row.kind === 'appointment' ? (
                <Booking
                  key={row.appointment.id}
                  appointment={row.appointment}
                  overlap={row.overlap}
                />
              ) : (
                <Event key={`${row.event.id} ${row.start}`} event={row.event} over={row.over} />
              ),
            )}
          </tbody>
        </table>
      )}
    </section>
  )
}

const Booking = ({ appointment, overlap }: { appointment: AppointmentView; overlap: boolean }) => {
  const place = usePlace()
  const money = useMoney()
  const { clientName, clientPhone, description, depositCents, depositState } = appointment
  const request = appointment.status === 'PENDING'
  return (
    <tr>
      <td className={styles.sign}>
        <span className={cx(styles.tick, request && styles.dashed)} />
      </td>
      <td className={styles.nowrap}>
        <strong>{formatRange(appointment, place)}</strong>
      </td>
      <td>
        <strong>{clientName}</strong>
        {request && <span className={styles.request}>{text.request}</span>}
        {overlap && <span className={styles.overlap}>{text.overlap}</span>}
      </td>
      <td>{description}</td>
      <td>{clientPhone}</td>
      <td className={styles.deposit}>
        {depositCents === null || depositState === 'none'
          ? '–'
          : text.deposit[depositState](money(depositCents))}
      </td>
    </tr>
  )
}

const Event = ({ event, over }: { event: BusyView; over: readonly string[] }) => {
  const place = usePlace()
  return (
    <tr>
      <td className={styles.sign}>
        <Lock size={13} strokeWidth={1.75} aria-hidden="true" />
      </td>
      <td className={styles.nowrap}>{event.allDay ? text.allDay : formatRange(event, place)}</td>
      <td>{event.title}</td>
      <td colSpan={3}>{over.length > 0 && text.over(over.join(', '))}</td>
    </tr>
  )
}
