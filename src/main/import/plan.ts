import { inkPicker, type WeekHours } from '../../domain/artist.ts'
import { nameKey } from '../../domain/client.ts'
import type { ImportProblem, ImportState } from '../../domain/import.ts'
import type { Instant } from '../../domain/interval.ts'
import { sentence, type Sentence } from '../../domain/sentence.ts'
import type { CalendarRole } from '../../domain/views.ts'
import { calendarUrlById, resolveCalendarUrl } from '../caldav/calendar-url.ts'
import { lastSegment } from '../caldav/href.ts'
import type { Tables } from '../store/tables.ts'
import { readRow, type RowValues } from './read-row.ts'
import type { RawRow } from './read-rows.ts'

/** What a good row makes. */
export interface RowActions {
  readonly artist: Parameters<Tables['artists']['insertMany']>[0][number] | null
  readonly account: Parameters<Tables['accounts']['insert']>[0] | null
  readonly calendar: Parameters<Tables['calendars']['insertMany']>[0][number] | null
}

export interface JudgedRow extends RawRow {
  readonly state: ImportState
  readonly problems: readonly ImportProblem[]
  /** Null for a row that is left out. */
  readonly actions: RowActions | null
}

/** What is there already, as far as rows may be about it. */
export interface Facts {
  readonly artists: readonly { readonly id: string; readonly name: string; readonly ink: number }[]
  readonly accounts: readonly Login[]
  readonly calendars: readonly Mapping[]
  readonly studioHours: WeekHours
}

interface Login {
  readonly id: string
  readonly baseUrl: string
  readonly username: string
  readonly calendarBasePath: string
}

interface Mapping {
  readonly artistId: string
  readonly url: string
  readonly role: CalendarRole
}

export const factsOf = (tables: Tables): Facts => ({
  artists: tables.artists.all().map(({ id, name, ink }) => ({ id, name, ink })),
  accounts: tables.accounts.all().map(({ id, baseUrl, username, calendarBasePath }) => ({
    id,
    baseUrl,
    username,
    calendarBasePath,
  })),
  calendars: tables.calendars.all().map(({ artistId, url, role }) => ({ artistId, url, role })),
  studioHours: tables.settings.get().hours,
})

export const isSame = (some: Facts, others: Facts): boolean =>
  JSON.stringify(some) === JSON.stringify(others)

/** Minutes; what an artist has who was added by hand. */
const USUAL_SESSION = 120

/** Where something is: a line of the file, or here before it. */
type Line = number | null

const problem = (column: ImportProblem['column'], wrong: Sentence): ImportProblem => ({
  column,
  ...wrong,
})

const said = (line: Line): Sentence =>
  line === null ? sentence`is there already.` : sentence`is in line ${{ line }} already.`

const loginKey = (baseUrl: string, username: string): string => `${baseUrl}\n${username}`

const urlFor = (login: Login, calendar: string): string | ImportProblem => {
  if (!/^https?:\/\//i.test(calendar)) return calendarUrlById(login, calendar)
  const url = resolveCalendarUrl(login, calendar)
  if (url.ok) return url.value
  const { message, said: words } = url.error
  return problem('calendar', { message, ...(words && { said: words }) })
}

const bad = (row: RawRow, problems: readonly ImportProblem[]): JudgedRow => ({
  ...row,
  state: 'bad',
  problems,
  actions: null,
})
const there = (row: RawRow, one: ImportProblem): JudgedRow => ({
  ...row,
  state: 'there',
  problems: [one],
  actions: null,
})
const good = (row: RawRow, actions: RowActions): JudgedRow => ({
  ...row,
  state: 'good',
  problems: [],
  actions,
})

/**
 * Judges the rows of a file one after the other: by themselves, by what is there, and by the good
 * rows before. Nothing is written; what a good row makes is in its actions.
 */
export const createPlanner = (
  facts: Facts,
  { now, newId }: { readonly now: Instant; readonly newId: () => string },
): ((row: RawRow) => JudgedRow) => {
  const nextInk = inkPicker(facts.artists.map(({ ink }) => ink))
  const artistIds = new Map<string, string[]>()
  for (const { id, name } of facts.artists)
    artistIds.set(nameKey(name), [...(artistIds.get(nameKey(name)) ?? []), id])
  const logins = new Map(
    facts.accounts.map((login) => [loginKey(login.baseUrl, login.username), login]),
  )
  const mapped = new Map<string, Line>()
  /** Whose bookings go into a calendar, and where an artist is booked. */
  const bookedInto = new Map<string, string>()
  const bookingOf = new Map<string, Line>()
  const artistLines = new Map<string, Line>(facts.artists.map(({ name }) => [nameKey(name), null]))
  for (const { artistId, url, role } of facts.calendars) {
    mapped.set(`${artistId} ${url}`, null)
    if (role !== 'booking') continue
    bookedInto.set(url, artistId)
    bookingOf.set(artistId, null)
  }

  const artistRow = (values: RowValues): NonNullable<RowActions['artist']> => ({
    id: newId(),
    name: values.artist,
    ink: values.ink ?? nextInk(),
    active: values.active,
    hours: values.hours.map((spans, day) => spans ?? facts.studioHours[day] ?? []),
    sessionMinutes: values.sessionMinutes ?? USUAL_SESSION,
    bufferBefore: values.bufferBefore ?? 0,
    bufferAfter: values.bufferAfter ?? 0,
    createdAt: now,
  })

  /** The login a calendar is reached with: the one that is named, or the only one there is. */
  const loginFor = ({ baseUrl, username }: RowValues): Login | ImportProblem => {
    if (baseUrl === null && username === '') {
      const [only, ...others] = logins.values()
      return only && others.length === 0
        ? only
        : problem('server', sentence`is missing: there is not one account that could be meant.`)
    }
    if (baseUrl === null) return problem('server', sentence`is missing.`)
    if (username === '') return problem('username', sentence`is missing.`)
    return (
      logins.get(loginKey(baseUrl, username)) ?? {
        id: newId(),
        baseUrl,
        username,
        calendarBasePath: '/remote.php/dav/calendars',
      }
    )
  }

  const roleFor = (
    { role, artist }: RowValues,
    artistId: string,
    url: string,
  ): CalendarRole | ImportProblem => {
    const booking = bookingOf.get(artistId)
    const isTaken = bookedInto.has(url)
    if (role === null) return booking === undefined && !isTaken ? 'booking' : 'blocking'
    if (role === 'blocking') return role
    if (booking !== undefined)
      return problem(
        'role',
        booking === null
          ? sentence`${{ artist }} has a booking calendar already.`
          : sentence`${{ artist }} has a booking calendar in line ${{ line: booking }} already.`,
      )
    return isTaken
      ? problem('calendar', sentence`Another artist’s bookings go into this calendar.`)
      : role
  }

  return (row) => {
    const { values, problems } = readRow(row.cells)
    if (problems.length > 0) return bad(row, problems)
    const key = nameKey(values.artist)
    const ids = artistIds.get(key) ?? []
    if (ids.length > 1)
      return bad(row, [problem('artist', sentence`is the name of several artists.`)])
    const artist = ids.length === 0 ? artistRow(values) : null
    const artistId = artist?.id ?? ids[0] ?? ''
    const keepArtist = (): void => {
      if (!artist) return
      artistIds.set(key, [artist.id])
      artistLines.set(key, row.line)
    }
    if (values.calendar === '') {
      if (!artist) return there(row, problem('artist', said(artistLines.get(key) ?? null)))
      keepArtist()
      return good(row, { artist, account: null, calendar: null })
    }
    const login = loginFor(values)
    if ('column' in login) return bad(row, [login])
    const url = urlFor(login, values.calendar)
    if (typeof url !== 'string') return bad(row, [url])
    const before = mapped.get(`${artistId} ${url}`)
    if (before !== undefined) return there(row, problem('calendar', said(before)))
    const role = roleFor(values, artistId, url)
    if (typeof role !== 'string') return bad(row, [role])

    keepArtist()
    const loginId = loginKey(login.baseUrl, login.username)
    const isKnown = logins.has(loginId)
    logins.set(loginId, login)
    mapped.set(`${artistId} ${url}`, row.line)
    if (role === 'booking') {
      bookedInto.set(url, artistId)
      bookingOf.set(artistId, row.line)
    }
    return good(row, {
      artist,
      account: isKnown ? null : { ...login, label: new URL(login.baseUrl).host, createdAt: now },
      calendar: {
        id: newId(),
        artistId,
        accountId: login.id,
        url,
        name: values.calendarName || lastSegment(url),
        role,
        freeDoesNotBlock: values.freeDoesNotBlock,
        createdAt: now,
      },
    })
  }
}
