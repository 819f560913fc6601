import { Lock } from 'lucide-react'
import type { Artist } from '../../domain/artist.ts'
import type { AppointmentView, BusyView } from '../../domain/views.ts'
import { addDays, dateAt, startOfDate, weekdayOf, type LocalDate } from '../../domain/zone.ts'
import { isolate } from '../format/isolate.ts'
import {
  formatLongDay,
  formatRange,
  formatSince,
  formatSpans,
  formatTime,
  uses12Hours,
  weekNumber,
} from '../format/time.ts'
import { firstName, monogramOf } from '../format/words.ts'
import { useNow } from '../stores/clock.ts'
import { words } from '../i18n/words.ts'
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
  const syncs = useSyncStatus()?.artists
  const since = (instant: number): string => formatSince(instant, dateAt(now, place.zone), place)
  const range = {
    from: startOfDate(date, place.zone),
    to: startOfDate(addDays(date, 1), place.zone),
  }
  const appointments = useAppointments(range).value ?? nothing
  const events = useBusy(range).value ?? nothing
  const old = artists.flatMap(({ id, name }) => {
    const sync = syncs?.find(({ artistId }) => artistId === id)
    return sync?.failure ? { id, name, seen: sync.lastSuccessAt } : []
  })
  const moments = old.flatMap(({ seen }) => seen ?? [])
  // Each artist's part says it too: a list of many would push the day aside.
  const asOf =
    moments.length > FEW
      ? [text.calendarsAsOf(moments.length, since(Math.min(...moments)))]
      : old.flatMap(({ name, seen }) =>
          seen === null ? [] : text.calendarAsOf(firstName(name), since(seen)),
        )
  const doubt = (artistId: string): string | null => {
    const found = old.find(({ id }) => id === artistId)
    if (!found) return null
    return found.seen === null ? words.calendar.neverSeen : text.notChecked(since(found.seen))
  }
  return (
    <article className={cx(styles.sheet, styles[paper])} aria-label={text.title}>
      <header className={styles.top}>
        <div className={styles.head}>
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
        </div>
      </header>
      <div className={styles.body}>
        {artists.map((artist) => (
          <ArtistSheet
            key={artist.id}
            artist={artist}
            hours={formatSpans(artist.hours[weekdayOf(date)] ?? [], place.locale)}
            rows={sheetRows(artist, appointments, events)}
            doubt={doubt(artist.id)}
          />
        ))}
        <section className={styles.notes}>
          <h2>{text.notes}</h2>
          <div />
          <div />
          <div />
        </section>
      </div>
      <footer className={styles.bottom}>
        <div className={styles.foot}>
          {text.legend.map((said) => (
            <span key={said}>{said}</span>
          ))}
        </div>
      </footer>
    </article>
  )
}

interface ArtistSheetProps {
  artist: Artist
  hours: string
  rows: readonly SheetRow[]
  /** Why the rows may not be all there is. */
  doubt: string | null
}

const ArtistSheet = ({ artist, hours, rows, doubt }: ArtistSheetProps) => {
  const { locale } = usePlace()
  const head = (
    <h2>
      <span className={styles.monogram}>{monogramOf(artist.name)}</span>
      <bdi>{artist.name}</bdi> <small>{hours || text.dayOff}</small>
      {doubt !== null && <em>{doubt}</em>}
    </h2>
  )
  if (rows.length === 0)
    return (
      <section className={styles.artist}>
        {head}
        <p className={styles.nothing}>{text.nothing}</p>
      </section>
    )
  return (
    <section className={styles.artist}>
      <table>
        <colgroup>
          <col className={styles.sign} />
          <col className={cx(styles.time, uses12Hours(locale) && styles.twelveHours)} />
          <col className={styles.name} />
          <col />
          <col className={styles.phone} />
          <col className={styles.money} />
        </colgroup>
        {/* Again on each page that the day of an artist goes on to. */}
        <thead>
          <tr>
            <th colSpan={6}>{head}</th>
          </tr>
        </thead>
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
        <strong>
          <bdi>{clientName}</bdi>
        </strong>
        {request && <span className={styles.request}>{text.request}</span>}
        {overlap && <span className={styles.overlap}>{text.overlap}</span>}
      </td>
      <td>
        <bdi>{description}</bdi>
      </td>
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
      <td>
        <bdi>{event.title}</bdi>
      </td>
      <td colSpan={3}>{over.length > 0 && text.over(over.map(isolate).join(', '))}</td>
    </tr>
  )
}
