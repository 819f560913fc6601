import { useEffect, useState } from 'react'
import type { Failure } from '../../domain/failure.ts'
import type {
  AccountView,
  CalendarRole,
  CalendarView,
  DiscoveredCalendar,
} from '../../domain/views.ts'
import { ask } from '../bridge.ts'
import { useArtists } from '../stores/studio.ts'
import { Switch } from '../ui/check-field.tsx'
import { Chips } from '../ui/chips.tsx'
import { Confirm } from '../ui/dialog.tsx'
import { FailureNote, Spinner } from '../ui/message.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useUnsaved } from '../ui/use-unsaved.ts'
import styles from './settings.module.css'
import { text } from './text.ts'
import { say } from '../format/said.ts'
import { usePlace } from '../stores/place.ts'

interface CalendarDialogProps {
  artistId: string
  /** Null for a new one. */
  calendar: CalendarView | null
  accounts: readonly AccountView[]
  /** An artist has one booking calendar; the next ones block. */
  hasBooking: boolean
  /** Begins with what the server has rather than with the link as it is. */
  findsFirst?: boolean
  onClose: () => void
}

type How = 'found' | 'link' | 'id'

/** Which collection on which account belongs to an artist, and what it is for. */
export const CalendarDialog = (props: CalendarDialogProps) => {
  const { calendar, accounts, onClose } = props
  const place = usePlace()
  const artists = useArtists()
  const [artistId, setArtistId] = useState(props.artistId)
  const [accountId, setAccountId] = useState(calendar?.accountId ?? accounts[0]?.id ?? null)
  const [how, setHow] = useState<How>(calendar && !props.findsFirst ? 'link' : 'found')
  const [url, setUrl] = useState(calendar?.url ?? '')
  const [calendarId, setCalendarId] = useState('')
  const [role, setRole] = useState<CalendarRole>(
    calendar?.role ?? (props.hasBooking ? 'blocking' : 'booking'),
  )
  const [freeDoesNotBlock, setFree] = useState(calendar?.freeDoesNotBlock ?? false)
  const discovery = useDiscovery(how === 'found' ? accountId : null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)

  const unsaved = useUnsaved({ artistId, accountId, url, calendarId, role, freeDoesNotBlock })

  const found = discovery.calendars.find((one) => one.url === url)
  const complete = how === 'id' ? calendarId.trim() !== '' : how === 'found' ? !!found : url !== ''
  const save = async (): Promise<void> => {
    if (!accountId) return
    setBusy(true)
    const shared = { artistId, role, freeDoesNotBlock }
    const result = calendar
      ? await ask('calendars.update', {
          id: calendar.id,
          changes: {
            ...shared,
            url: url.trim(),
            ...(found && found.url !== calendar.url && { name: found.name }),
          },
        })
      : await ask('calendars.create', {
          ...shared,
          accountId,
          name: found?.name ?? '',
          ...(how === 'id' ? { calendarId: calendarId.trim() } : { url: url.trim() }),
        })
    setBusy(false)
    if (result.ok) onClose()
    else setFailure(result.error)
  }
  return (
    <Confirm
      title={calendar ? text.editCalendar : text.addCalendar}
      confirm={text.save}
      back={text.cancel}
      wide
      busy={busy}
      disabled={!complete || !accountId}
      unsaved={unsaved}
      onConfirm={() => void save()}
      onClose={onClose}
    >
      <Select
        label={text.artist}
        value={artistId}
        onChange={setArtistId}
        choices={artists.map((artist) => ({
          id: artist.id,
          name: artist.name,
          mark: <Monogram artist={artist} size={22} />,
        }))}
      />
      {!calendar && (
        <>
          {accounts.length === 0 && <p role="alert">{text.noAccount}</p>}
          <Select
            label={text.account}
            value={accountId}
            onChange={setAccountId}
            choices={accounts.map((account) => ({
              id: account.id,
              name: account.label || account.username,
              detail: account.baseUrl.replace(/^https?:\/\//, ''),
            }))}
          />
        </>
      )}
      <Chips
        label={text.how}
        value={how}
        onChange={(id) => setHow(id === 'link' || id === 'id' ? id : 'found')}
        choices={[
          { id: 'found', name: text.found },
          { id: 'link', name: text.byLink },
          ...(calendar ? [] : [{ id: 'id', name: text.byId }]),
        ]}
      />
      {how === 'found' && (
        <Found discovery={discovery} value={found?.url ?? null} onChange={setUrl} />
      )}
      {how === 'link' && (
        <TextField
          label={text.link}
          hint={text.linkHint}
          type="url"
          value={url}
          onChange={setUrl}
          error={failure?.field === 'url' ? say(failure, place) : undefined}
        />
      )}
      {how === 'id' && (
        <TextField label={text.id} hint={text.idHint} value={calendarId} onChange={setCalendarId} />
      )}
      <Chips
        label={text.calendar}
        value={role}
        onChange={(id) => setRole(id === 'blocking' ? 'blocking' : 'booking')}
        choices={[
          { id: 'booking', name: text.roleBooking },
          { id: 'blocking', name: text.roleBlocking },
        ]}
      />
      <p>{role === 'booking' ? text.roleBookingHint : text.roleBlockingHint}</p>
      <Switch value={freeDoesNotBlock} onChange={setFree}>
        {text.freeDoesNotBlock}
      </Switch>
      {failure && failure.field !== 'url' && <FailureNote failure={failure} />}
    </Confirm>
  )
}

interface Discovery {
  readonly accountId: string | null
  readonly calendars: readonly DiscoveredCalendar[]
  readonly failure: Failure | null
}

const nothingFound: Discovery = { accountId: null, calendars: [], failure: null }

/** The account's calendars, asked of the server; the account of the newest question counts. */
const useDiscovery = (accountId: string | null): Discovery & { busy: boolean } => {
  const [found, setFound] = useState(nothingFound)
  useEffect(() => {
    if (!accountId) return undefined
    let current = true
    const discover = async (): Promise<void> => {
      const result = await ask('calendars.discover', { accountId })
      if (!current) return
      setFound(
        result.ok
          ? { accountId, calendars: result.value, failure: null }
          : { accountId, calendars: [], failure: result.error },
      )
    }
    void discover()
    return () => {
      current = false
    }
  }, [accountId])
  const busy = accountId !== null && found.accountId !== accountId
  return busy ? { ...nothingFound, busy } : { ...found, busy }
}

interface FoundProps {
  discovery: Discovery & { busy: boolean }
  value: string | null
  onChange: (url: string) => void
}

const Found = ({ discovery, value, onChange }: FoundProps) => {
  if (discovery.busy)
    return (
      <p role="status" className={styles.outcome}>
        <Spinner /> {text.looking}
      </p>
    )
  if (discovery.failure) return <FailureNote failure={discovery.failure} />
  if (discovery.calendars.length === 0) return <p>{text.noneFound}</p>
  return (
    <Select
      label={text.calendar}
      value={value}
      onChange={onChange}
      choices={discovery.calendars.map((one) => ({
        id: one.url,
        name: one.name || one.calendarId,
        detail: one.readOnly ? text.readOnly : one.calendarId,
      }))}
    />
  )
}
