import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inkOrder } from '../../src/domain/artist.ts'
import type { Interval } from '../../src/domain/interval.ts'
import { dateAt } from '../../src/domain/zone.ts'
import type { AccountRow } from '../../src/main/store/accounts.ts'
import type { ArtistRow } from '../../src/main/store/artists.ts'
import type { CalendarRow } from '../../src/main/store/calendars.ts'
import { openStore } from '../../src/main/store/open.ts'
import type { Store } from '../../src/main/store/store.ts'
import { eventText } from './servers/events.ts'
import {
  addAccount,
  addArtist,
  addCalendar,
  addClient,
  addAppointment,
  migrations,
} from './store.ts'

export interface StudioParts {
  readonly store: Store
  /** Frozen: nothing is sent to a server that does not exist. */
  readonly account: AccountRow
  readonly now: number
}

/** A folder for the window with a studio in its database that is set up, and holds what `fill` adds. */
export const makeStudioFolder = (
  zone: string,
  fill: (parts: StudioParts) => void = () => undefined,
): string => {
  const folder = mkdtempSync(join(tmpdir(), 'linework-studio-'))
  const now = Date.now()
  const store = openStore({ file: join(folder, 'linework.db'), migrations, now: () => now, zone })
  store.transaction((tx) => tx.settings.update({ ready: true, studioName: 'Black Fern', zone }))
  fill({ store, account: addAccount(store, { frozenAt: now }), now })
  store.close()
  return folder
}

/** Artists with a calendar each that was read just now, in the order of their names. */
export const addArtists = (
  { store, account, now }: StudioParts,
  names: readonly string[],
  over: Partial<ArtistRow> = {},
  calendar: Partial<CalendarRow> = {},
): { artist: ArtistRow; calendar: CalendarRow }[] =>
  names.map((name, at) => {
    const ink = inkOrder[at % inkOrder.length] ?? 1
    const artist = addArtist(store, { name, ink, createdAt: now + at, ...over })
    const { id: artistId } = artist
    const common = { artistId, accountId: account.id, lastSuccessAt: now }
    return { artist, calendar: addCalendar(store, { ...common, ...calendar }) }
  })

/** A booking for a client of that name. */
export const addVisit = (
  store: Store,
  artistId: string,
  clientName: string,
  over: NonNullable<Parameters<typeof addAppointment>[1]> & Interval,
): string => {
  const clientId = addClient(store, { name: clientName }).id
  return addAppointment(store, { artistId, clientId, description: '', ...over }).appointment.id
}

interface OwnEvent extends Interval {
  readonly title: string
  /** In which zone whole days are meant, for an event that takes them. */
  readonly wholeDaysIn?: string
  readonly free?: boolean
}

/** An event of an artist's own, as it would have been read from the calendar. */
export const addEvent = (store: Store, calendarId: string, event: OwnEvent): void => {
  const { start, end, title, wholeDaysIn, free = false } = event
  const uid = `${randomUUID()}@elsewhere`
  const stamp = (instant: number): string =>
    wholeDaysIn
      ? `;VALUE=DATE:${dateAt(instant, wholeDaysIn).replaceAll('-', '')}`
      : `:${new Date(instant).toISOString().replaceAll(/[-:]|\.\d+/g, '')}`
  const lines = [
    `DTSTART${stamp(start)}`,
    `DTEND${stamp(end)}`,
    `SUMMARY:${title}`,
    ...(free ? ['TRANSP:TRANSPARENT'] : []),
  ]
  const busy = { times: [start, end], title, private: false, transparent: free }
  store.transaction((tx) =>
    tx.objects.upsert(
      {
        calendarId,
        href: `/calendars/${calendarId}/${uid}.ics`,
        uid,
        etag: '"1"',
        text: eventText(uid, lines),
        hash: uid,
        problem: null,
      },
      [{ ...busy, allDay: wholeDaysIn !== undefined }],
    ),
  )
}
