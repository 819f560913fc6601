import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { defaultHours } from '../../src/domain/artist.ts'
import type { Instant } from '../../src/domain/interval.ts'
import type { AccountRow } from '../../src/main/store/accounts.ts'
import type { AppointmentRow } from '../../src/main/store/appointments.ts'
import type { ArtistRow } from '../../src/main/store/artists.ts'
import type { CalendarRow } from '../../src/main/store/calendars.ts'
import type { ClientRow } from '../../src/main/store/clients.ts'
import type { BusyTimes } from '../../src/main/store/objects.ts'
import { openStore } from '../../src/main/store/open.ts'
import type { PlacementRow } from '../../src/main/store/placements.ts'
import { distrust } from '../../src/main/store/restored.ts'
import type { Store } from '../../src/main/store/store.ts'

export const migrations = resolve(import.meta.dirname, '../../migrations')

/** Wednesday, 4 March 2026, 10:00 in Berlin: what the tests' clock shows. */
export const NOW: Instant = Date.UTC(2026, 2, 4, 9)
export const ZONE = 'Europe/Berlin'

/** A folder that is gone when the test is over. */
export const temporaryFolder = (parent = tmpdir()): string => {
  const folder = mkdtempSync(join(parent, 'linework-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A store on a real file, closed and removed when the test is over. */
export const openTestStore = (): Store => {
  const file = join(temporaryFolder(), 'linework.db')
  const store = openStore({ file, migrations, now: () => NOW, zone: ZONE })
  onTestFinished(() => store.close())
  return store
}

export const addArtist = (store: Store, row: Partial<ArtistRow> = {}): ArtistRow => {
  const artist: ArtistRow = {
    id: randomUUID(),
    name: 'Mara Voss',
    ink: 1,
    active: true,
    hours: defaultHours,
    sessionMinutes: 120,
    bufferBefore: 0,
    bufferAfter: 0,
    presets: [],
    createdAt: NOW,
    ...row,
  }
  store.transaction((tx) => tx.artists.insert(artist))
  return artist
}

export const addAccount = (store: Store, row: Partial<AccountRow> = {}): AccountRow => {
  const account: AccountRow = {
    id: randomUUID(),
    label: 'Studio',
    baseUrl: 'https://cloud.example',
    username: 'desk',
    calendarBasePath: '/remote.php/dav/calendars',
    secret: null,
    passwordFrom: 'person',
    frozenAt: null,
    blockedUntil: null,
    blockedBy: null,
    failures: 0,
    createdAt: NOW,
    ...row,
  }
  store.transaction((tx) => tx.accounts.insert(account))
  return account
}

/** A calendar that was read just now, with its artist and account where none are given. */
export const addCalendar = (store: Store, row: Partial<CalendarRow> = {}): CalendarRow => {
  const id = row.id ?? randomUUID()
  const calendar: Omit<CalendarRow, 'number'> = {
    id,
    artistId: row.artistId ?? addArtist(store).id,
    accountId: row.accountId ?? addAccount(store).id,
    url: `https://cloud.example/remote.php/dav/calendars/desk/${id}/`,
    name: 'Bookings',
    role: 'booking',
    freeDoesNotBlock: false,
    readOnly: false,
    ownedByLogin: true,
    syncToken: null,
    ctag: null,
    lastListingAt: null,
    lastSuccessAt: NOW,
    busyFrom: null,
    busyTo: null,
    failure: null,
    brake: null,
    lastTest: null,
    createdAt: NOW,
    ...row,
  }
  store.transaction((tx) => tx.calendars.insert(calendar))
  return found(store.read.calendars.get(id))
}

export const addClient = (store: Store, row: Partial<ClientRow> = {}): ClientRow => {
  const id = row.id ?? randomUUID()
  const { nameKey: _, emailKey: __, phoneKey: ___, ...given } = row
  store.transaction((tx) =>
    tx.clients.insert({ name: 'Ava Chen', email: '', phone: '', createdAt: NOW, ...given, id }),
  )
  return found(store.read.clients.get(id))
}

/** A confirmed appointment of two hours, placed in its artist's booking calendar when there is one. */
export const addAppointment = (
  store: Store,
  row: Partial<AppointmentRow> = {},
): { appointment: AppointmentRow; placement: PlacementRow | undefined } => {
  const id = row.id ?? randomUUID()
  const artistId = row.artistId ?? addArtist(store).id
  const clientId = row.clientId ?? addClient(store).id
  const calendar = store.read.calendars.bookingOf(artistId)
  const start = row.start ?? NOW + 4 * 3_600_000
  const uuid = randomUUID()
  store.transaction((tx) => {
    tx.appointments.insert({
      description: 'Fern sleeve',
      start,
      end: start + 2 * 3_600_000,
      status: 'CONFIRMED',
      createdAt: NOW,
      updatedAt: NOW,
      placement: calendar ? 1 : null,
      ...row,
      id,
      artistId,
      clientId,
    })
    if (calendar)
      tx.placements.insert({
        id: randomUUID(),
        appointmentId: id,
        number: 1,
        calendarId: calendar.id,
        caldavUid: `${uuid}@linework`,
        href: `${new URL(calendar.url).pathname}${uuid}.ics`,
        createdAt: NOW,
      })
  })
  return {
    appointment: found(store.read.appointments.get(id)),
    placement: store.read.placements.current(id),
  }
}

/** An event in a calendar with one busy interval; answers the object's id. */
export const addBusy = (
  store: Store,
  calendarId: string,
  { start, end, ...busy }: Partial<BusyTimes> & { start: Instant; end: Instant },
  uid: string = `${randomUUID()}@elsewhere`,
): number =>
  store.transaction((tx) =>
    tx.objects.upsert(
      {
        calendarId,
        href: `/calendars/${calendarId}/${uid}.ics`,
        uid,
        etag: '"1"',
        text: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
        hash: uid,
        problem: null,
      },
      [
        {
          title: 'Dentist',
          private: false,
          transparent: false,
          allDay: false,
          times: [start, end],
          ...busy,
        },
      ],
    ),
  )

const found = <T>(row: T | undefined): T => {
  if (row === undefined) throw new Error('The row just inserted is not there.')
  return row
}

/** Where a write need not wait for a disk: what is tested is what is written, not that it lasts. */
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

export interface ReusableStore {
  readonly store: Store
  /** Takes everything out again. */
  readonly clear: () => void
  /** Keeps all that is in it now; answers what restores that, as a backup is restored. */
  readonly backUp: () => () => void
}

/** A store for thousands of short histories. */
export const openReusableStore = (): ReusableStore => {
  const file = join(temporaryFolder(memory), 'linework.db')
  const store = openStore({ file, migrations, now: () => NOW, zone: ZONE })
  const second = new Database(file)
  second.pragma('foreign_keys = OFF')
  const tables = second
    .prepare<[], string>(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\' and name not like 'search%'`,
    )
    .pluck()
    .all()
  onTestFinished(() => {
    second.close()
    store.close()
  })
  const empty = (): void => tables.forEach((name) => second.exec(`delete from ${name}`))
  const fill = (name: string, rows: readonly unknown[][]): void => {
    const [first] = rows
    if (!first) return
    const insert = second.prepare(`insert into ${name} values (${first.map(() => '?').join()})`)
    for (const row of rows) insert.run(row)
  }
  return {
    store,
    clear: () => second.transaction(empty)(),
    backUp: () => {
      const kept = tables.map((name) => ({
        name,
        rows: second.prepare<[], unknown[]>(`select * from ${name}`).raw().all(),
      }))
      return () => {
        second.transaction(() => {
          empty()
          for (const { name, rows } of kept) fill(name, rows)
        })()
        distrust(second)
      }
    },
  }
}
