import type { ParsedOf } from '../../contract/questions.ts'
import { fail, ok, type Result } from '../../domain/failure.ts'
import type { CalendarView } from '../../domain/views.ts'
import { calendarUrlById, resolveCalendarUrl } from '../caldav/calendar-url.ts'
import { lastSegment } from '../caldav/href.ts'
import type { AccountRow } from '../store/accounts.ts'
import type { CalendarRow } from '../store/calendars.ts'
import type { Tables } from '../store/tables.ts'
import type { CalendarDesk } from './desk.ts'
import { calendarView } from './queries.ts'
import { sentence } from '../../domain/sentence.ts'

const notFound = (): Result<never> => fail('not-found', 'This calendar no longer exists.')

type Mapping = Pick<CalendarRow, 'artistId' | 'url' | 'role'> & { readonly id?: string }

/** One calendar to book into per artist, and no calendar twice. */
const checkMapping = (tx: Tables, { id, artistId, url, role }: Mapping): Result<null> => {
  const artist = tx.artists.get(artistId)
  if (!artist) return fail('not-found', 'This artist no longer exists.', { field: 'artistId' })
  const others = tx.calendars.all().filter((row) => row.id !== id)
  if (others.some((row) => row.artistId === artistId && row.url === url))
    return fail('invalid-input', sentence`${{ artist: artist.name }} has this calendar already.`, {
      field: 'url',
    })
  if (role !== 'booking') return ok(null)
  if (others.some((row) => row.artistId === artistId && row.role === 'booking'))
    return fail(
      'invalid-input',
      sentence`${{ artist: artist.name }} has a booking calendar already.`,
      {
        field: 'role',
        remedy: 'Make the other one a blocking calendar first.',
      },
    )
  return others.some((row) => row.url === url && row.role === 'booking')
    ? fail('invalid-input', 'Another artist’s bookings go into this calendar.', {
        field: 'url',
        remedy: 'Give each artist a booking calendar of their own.',
      })
    : ok(null)
}

const urlOf = (
  account: AccountRow,
  {
    url,
    calendarId,
  }: { readonly url?: string | undefined; readonly calendarId?: string | undefined },
): Result<string> =>
  url === undefined
    ? ok(calendarUrlById(account, calendarId ?? ''))
    : resolveCalendarUrl(account, url)

/** Maps a calendar to an artist. Works offline: whether it is there is what the test tells. */
export const createCalendar = (
  { store, now, newId }: CalendarDesk,
  input: ParsedOf<'calendars.create'>,
): Result<CalendarView> =>
  store.transaction((tx) => {
    const account = tx.accounts.get(input.accountId)
    if (!account) return fail('not-found', 'This account no longer exists.', { field: 'accountId' })
    const url = urlOf(account, input)
    if (!url.ok) return url
    const { artistId, accountId, role, freeDoesNotBlock } = input
    const mapping = { artistId, url: url.value, role }
    const allowed = checkMapping(tx, mapping)
    if (!allowed.ok) return allowed
    const id = newId()
    const name = input.name || lastSegment(url.value)
    tx.calendars.insert({ id, accountId, ...mapping, name, freeDoesNotBlock, createdAt: now() })
    return viewOf(tx, id)
  })

/**
 * Changes a mapping. Another URL is another calendar: what was read from the old one goes, so that
 * its bookings do not look deleted.
 */
export const updateCalendar = (
  { store }: CalendarDesk,
  { id, changes }: ParsedOf<'calendars.update'>,
): Result<CalendarView> =>
  store.transaction((tx) => {
    const row = tx.calendars.get(id)
    const account = row && tx.accounts.get(row.accountId)
    if (!row || !account) return notFound()
    const resolved = changes.url === undefined ? ok(row.url) : urlOf(account, changes)
    if (!resolved.ok) return resolved
    const url = resolved.value
    const next = {
      artistId: changes.artistId ?? row.artistId,
      role: changes.role ?? row.role,
      name: (changes.name ?? row.name) || lastSegment(url),
      freeDoesNotBlock: changes.freeDoesNotBlock ?? row.freeDoesNotBlock,
    }
    const allowed = checkMapping(tx, { id, url, ...next })
    if (!allowed.ok) return allowed
    if (url === row.url) {
      tx.calendars.update(id, next)
    } else {
      const { accountId, createdAt } = row
      dropWaiting(tx, id)
      tx.calendars.remove(id)
      tx.calendars.insert({ id, accountId, url, ...next, createdAt })
    }
    return viewOf(tx, id)
  })

/** Forgets a calendar here; nothing is removed from the server, and appointments stay. */
export const deleteCalendar = (
  { store }: CalendarDesk,
  { id }: ParsedOf<'calendars.delete'>,
): Result<null> =>
  store.transaction((tx) => {
    if (!tx.calendars.get(id)) return notFound()
    dropWaiting(tx, id)
    tx.calendars.remove(id)
    return ok(null)
  })

/** What still waits to be sent to a calendar has nowhere to go once it is forgotten. */
export const dropWaiting = (tx: Tables, calendarId: string): void => {
  for (const { placementId } of tx.outbox.ofCalendar(calendarId)) tx.outbox.remove(placementId)
}

const viewOf = (tx: Tables, id: string): Result<CalendarView> => {
  const row = tx.calendars.get(id)
  return row ? ok(calendarView(tx, row)) : notFound()
}
