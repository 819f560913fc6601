import { Check, Plug, Plus, TriangleAlert, Upload, Users, X } from 'lucide-react'
import { useState } from 'react'
import type { Artist } from '../../domain/artist.ts'
import type { AccountView, CalendarView } from '../../domain/views.ts'
import { ConnectDialog } from '../connect/connect-dialog.tsx'
import { nearMoment } from '../format/near-moment.ts'
import { formatSpans } from '../format/time.ts'
import { act } from '../stores/act.ts'
import { usePlace } from '../stores/place.ts'
import { useAccounts, useCalendars } from '../stores/reads.ts'
import { useArtists, useToday } from '../stores/studio.ts'
import { Button } from '../ui/button.tsx'
import { Switch } from '../ui/check-field.tsx'
import { cx } from '../ui/classes.ts'
import { words } from '../i18n/words.ts'
import { Empty, Spinner } from '../ui/message.tsx'
import { Unanswered } from '../ui/unanswered.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { ArtistDialog } from './artist-dialog.tsx'
import { ArtistPanel } from './artist-panel.tsx'
import { ImportDialog } from './import-dialog.tsx'
import styles from './settings.module.css'
import { text } from './text.ts'
import { useTestAll } from './use-test-all.ts'

/** Who tattoos here, and which calendars say when they can. */
export const ArtistsSection = () => {
  const artists = useArtists()
  const { value: known, failure } = useCalendars()
  const calendars = known ?? []
  const accounts = useAccounts().value ?? []
  const [selected, setSelected] = useState<string | null>(null)
  const [open, setOpen] = useState<'artist' | 'connect' | 'import' | null>(null)
  const testing = useTestAll(calendars)
  const active = artists.filter((artist) => artist.active).length
  const shown = artists.find(({ id }) => id === selected)
  return (
    <>
      <div className={styles.page}>
        <div className={styles.head}>
          <div>
            <h2>{text.artists}</h2>
            <p>{text.counts(active, artists.length - active)}</p>
          </div>
          <Button onPress={() => setOpen('import')}>
            <Upload size={16} strokeWidth={1.75} aria-hidden="true" />
            {text.importList}
          </Button>
          {calendars.length > 0 && (
            <Button isDisabled={testing.at !== null} onPress={testing.run}>
              {testing.at === null ? (
                <Plug size={16} strokeWidth={1.75} aria-hidden="true" />
              ) : (
                <Spinner />
              )}
              {testing.at === null ? text.testAll : text.testingOf(testing.at, calendars.length)}
            </Button>
          )}
          <Button onPress={() => setOpen('artist')}>{text.addArtist}</Button>
          <Button look="ink" onPress={() => setOpen('connect')}>
            <Plus size={16} strokeWidth={2} aria-hidden="true" />
            {text.connect}
          </Button>
        </div>
        {failure && !known ? (
          <Unanswered failure={failure} />
        ) : artists.length === 0 ? (
          <Empty below title={text.noArtists} icon={<Users size={32} strokeWidth={1.5} />}>
            <p>{text.noArtistsHint}</p>
          </Empty>
        ) : (
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{text.artist}</th>
                <th scope="col">{text.bookingCalendar}</th>
                <th scope="col">{text.hours}</th>
                <th scope="col">{text.lastTest}</th>
                <th scope="col">{text.active}</th>
              </tr>
            </thead>
            <tbody>
              {artists.map((artist) => (
                <ArtistRow
                  key={artist.id}
                  artist={artist}
                  calendars={calendars.filter(({ artistId }) => artistId === artist.id)}
                  accounts={accounts}
                  selected={artist.id === selected}
                  onSelect={() => setSelected(artist.id)}
                />
              ))}
            </tbody>
          </table>
        )}
      </div>
      {shown && (
        <ArtistPanel
          key={shown.id}
          artist={shown}
          calendars={calendars.filter(({ artistId }) => artistId === shown.id)}
          accounts={accounts}
          onClose={() => setSelected(null)}
        />
      )}
      {open === 'artist' && (
        <ArtistDialog artist={null} onClose={() => setOpen(null)} onSaved={setSelected} />
      )}
      {open === 'import' && <ImportDialog onClose={() => setOpen(null)} />}
      {open === 'connect' && <ConnectDialog onClose={() => setOpen(null)} />}
    </>
  )
}

interface ArtistRowProps {
  artist: Artist
  calendars: readonly CalendarView[]
  accounts: readonly AccountView[]
  selected: boolean
  onSelect: () => void
}

const ArtistRow = ({ artist, calendars, accounts, selected, onSelect }: ArtistRowProps) => {
  const { locale } = usePlace()
  const booking = calendars.find(({ role }) => role === 'booking')
  const account = accounts.find(({ id }) => id === booking?.accountId)
  const blocking = calendars.length - (booking ? 1 : 0)
  const usualDay = artist.hours.find((spans) => spans.length > 0)
  return (
    <tr
      aria-selected={selected}
      className={cx(!artist.active && styles.inactive)}
      onClick={onSelect}
    >
      <td>
        <button type="button" className={styles.who} onClick={onSelect}>
          <Monogram artist={artist} size={28} />
          <span>
            <strong>{artist.name}</strong>
            <small>
              {words.common.inks[artist.ink]}, {artist.ink > 6 ? text.doubleLine : text.singleLine}
            </small>
          </span>
        </button>
      </td>
      <td>
        {booking
          ? `${account?.username ?? ''} / ${booking.name || booking.calendarId}`
          : text.notConnected}
        <small>
          {booking?.ownedByLogin === false ? text.privateHidden : text.blocking(blocking)}
        </small>
      </td>
      <td>{usualDay ? formatSpans(usualDay, locale) : '–'}</td>
      <td>{booking && <LastTest calendar={booking} />}</td>
      <td onClick={(event) => event.stopPropagation()}>
        <Switch
          label={text.isActive(artist.name)}
          value={artist.active}
          onChange={(active) => void act('artists.update', { id: artist.id, changes: { active } })}
        />
      </td>
    </tr>
  )
}

const testSigns = { ok: Check, warned: TriangleAlert, bad: X }

const LastTest = ({ calendar: { lastTest } }: { calendar: CalendarView }) => {
  const place = usePlace()
  const today = useToday()
  if (!lastTest) return text.never
  const { passed, warnings = 0, failedAt } = lastTest
  const failed = failedAt ? words.connect.testSteps[failedAt] : text.failed
  const tone = !passed ? 'bad' : warnings > 0 ? 'warned' : 'ok'
  const Sign = testSigns[tone]
  return (
    <>
      <span className={cx(styles.outcome, styles[tone])}>
        <Sign size={15} strokeWidth={2} aria-hidden="true" />
        {tone === 'ok' ? text.passed : tone === 'bad' ? failed : text.warnings(warnings)}
      </span>
      <small>{nearMoment(lastTest.at, today, place)}</small>
    </>
  )
}
