import type { ParsedOf } from '../../contract/questions.ts'
import type { Result } from '../../domain/failure.ts'
import { DAY, MINUTE, type Instant } from '../../domain/interval.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { addDays, dateAt, instantOn, weekdayOf, type LocalDate } from '../../domain/zone.ts'
import { inkOrder } from '../../domain/artist.ts'
import type { Store } from '../store/store.ts'
import { sampleArtists, sampleClients, sampleDays, sampleErrands, sampleMotifs } from './cast.ts'
import { allDayEvent, timedEvent } from './events.ts'
import { sampleLogin } from './server-file.ts'
import type { SampleServer } from './server/server.ts'

export interface SeedParts {
  readonly store: Store
  readonly server: SampleServer
  readonly now: () => Instant
  readonly newId: () => string
  readonly zone: string
  /** Bookings go the way they go at the desk, outbox and all. */
  readonly book: (input: ParsedOf<'appointments.create'>) => Result<AppointmentView>
  readonly mark: (input: ParsedOf<'appointments.mark'>) => Result<AppointmentView>
}

const DAYS_BACK = 4
const DAYS_AHEAD = 9

/** Fills an empty studio: artists, clients, a fortnight of bookings, and what the artists do besides. */
export const seedSampleStudio = (parts: SeedParts): void => {
  const today = dateAt(parts.now(), parts.zone)
  const artistIds = seedPeople(parts)
  seedErrands(parts, today)
  for (let day = -DAYS_BACK; day <= DAYS_AHEAD; day += 1)
    for (const [index, artistId] of artistIds.entries())
      seedDay(parts, { artistId, index, day, date: addDays(today, day) })
}

/** The account, the artists with their calendars, and the clients; answers the artists' ids. */
const seedPeople = ({ store, server, now, newId, zone }: SeedParts): string[] =>
  store.transaction((tx) => {
    const createdAt = now()
    const accountId = newId()
    tx.settings.update({ studioName: 'Sample studio', zone, ready: true })
    tx.accounts.insert({
      id: accountId,
      label: 'Sample server',
      baseUrl: server.origin,
      username: sampleLogin.name,
      calendarBasePath: '/remote.php/dav/calendars',
      createdAt,
    })
    for (const [index, name] of sampleClients.entries())
      tx.clients.insert({
        id: newId(),
        name,
        email: `${name
          .split(' ')[0]
          ?.toLowerCase()
          .normalize('NFD')
          .replace(/[^a-z]/g, '')}@example.com`,
        phone: `555 01${String(index).padStart(2, '0')}`,
        createdAt,
      })
    return sampleArtists.map((artist, index) => {
      const id = newId()
      tx.artists.insert({
        id,
        name: artist.name,
        ink: inkOrder[index % inkOrder.length] ?? 1,
        hours: [0, 1, 2, 3, 4, 5, 6].map((weekday) =>
          artist.off.includes(weekday) ? [] : [{ from: 11 * 60, to: 19 * 60 }],
        ),
        sessionMinutes: artist.sessionMinutes,
        createdAt: createdAt + index,
      })
      const connect = (name: string, displayName: string, role: 'booking' | 'blocking'): void =>
        tx.calendars.insert({
          id: newId(),
          artistId: id,
          accountId,
          url: server.mkcalendar({ user: sampleLogin.name, name, displayName }),
          name: displayName,
          role,
          createdAt: createdAt + index,
        })
      connect(artist.calendar, `${artist.name} bookings`, 'booking')
      if (artist.privateCalendar)
        connect(`${artist.calendar}-private`, `${artist.name} private`, 'blocking')
      return id
    })
  })

/** The artists' own events, entered from their phones. */
const seedErrands = ({ server, newId, zone }: SeedParts, today: LocalDate): void => {
  const monday = addDays(today, -weekdayOf(today))
  const enter = (calendar: string, write: (uid: string) => string): void => {
    const uid = newId()
    const url = `${server.origin}/remote.php/dav/calendars/${sampleLogin.name}/${calendar}/`
    server.put(url, `${uid}.ics`, write(uid))
  }
  for (const { calendar, weekday, minutes, length, ...event } of sampleErrands) {
    const start = instantOn(addDays(monday, weekday), minutes, zone)
    enter(calendar, (uid) => timedEvent({ uid, start, end: start + length * MINUTE, ...event }))
  }
  enter('yuki', (uid) =>
    allDayEvent({
      uid,
      title: 'Convention in Lisbon',
      from: addDays(today, 6),
      to: addDays(today, 8),
    }),
  )
}

interface Workday {
  readonly artistId: string
  readonly index: number
  /** From today; negative is past. */
  readonly day: number
  readonly date: LocalDate
}

const seedDay = (parts: SeedParts, { artistId, index, day, date }: Workday): void => {
  const { store, now, newId, zone } = parts
  const artist = sampleArtists[index]
  const away = artist?.calendar === 'yuki' && (day === 6 || day === 7)
  if (!artist || away || artist.off.includes(weekdayOf(date))) return
  const clients = store.read.clients.search('', sampleClients.length)
  const pattern = sampleDays[(index + day + DAYS_BACK) % sampleDays.length] ?? []
  for (const [turn, [minutes, length]] of pattern.entries()) {
    const start = instantOn(date, minutes, zone)
    const end = start + length * MINUTE
    const count = index * 3 + (day + DAYS_BACK) * 5 + turn * 7
    const client = clients[count % clients.length]
    const request = day > 0 && count % 7 === 0
    if (!client) continue
    const booked = parts.book({
      id: newId(),
      artistId,
      start,
      end,
      client: { id: client.id },
      description: sampleMotifs[count % sampleMotifs.length] ?? '',
      notes: '',
      depositCents: request ? null : 5_000,
      depositState: request ? 'none' : 'paid',
      alternates: request
        ? [1, 2].map((later) => ({ start: start + later * DAY, end: end + later * DAY }))
        : [],
      status: request ? 'PENDING' : 'CONFIRMED',
      overrule: true,
    })
    if (!booked.ok || start > now()) continue
    const status = end > now() ? 'ARRIVED' : count % 11 === 0 ? 'NO_SHOW' : 'COMPLETED'
    parts.mark({ id: booked.value.id, version: booked.value.version, status })
  }
}
