import { inkOrder } from '../../domain/artist.ts'
import { DAY, MINUTE, type Instant } from '../../domain/interval.ts'
import { dateAt } from '../../domain/zone.ts'
import type { Store } from '../store/store.ts'
import { openingHours, sampleArtists, weekFrom } from './artists.ts'
import { sampleClients } from './clients.ts'
import { enterBookings, type EnterParts } from './enter-bookings.ts'
import { eventText, pickUp, privateEvents, type PrivateEvent } from './events.ts'
import { instantAt, named, type ByName, type Start } from './start.ts'
import type { OpenSampleServer } from './studio.ts'

export interface SeedParts extends EnterParts {
  readonly sample: OpenSampleServer
  /** Empty, but for its settings. */
  readonly store: Store
  readonly now: () => Instant
}

/**
 * Furnishes the sample studio: artists, clients and calendars at once, a fortnight of bookings as
 * the desk would have entered them. They wait in the outbox, for the engine to carry them to the
 * server. The same clock makes the same studio, ids aside. Throws when the desk refuses a booking.
 */
export const seedSample = (parts: SeedParts): void => {
  const { sample, store } = parts
  const now = parts.now()
  const { zone } = store.read.settings.get()
  const start: Start = { now, zone, today: dateAt(now, zone) }

  const calendars = makeCalendars(sample)
  const artistIds = enterStudio(parts, start, calendars)
  const clientIds = enterClients(parts, start)
  enterBookings(parts, start, artistIds, clientIds)
  putEvents(parts, start, calendars)

  store.transaction((tx) => tx.settings.update({ ready: true }))
  sample.keep()
}

/** The calendars' URLs by their names. */
const makeCalendars = ({ server, login }: OpenSampleServer): ByName => {
  const user = login.username
  const urls = new Map<string, string>()
  for (const { name, calendar, blocking } of sampleArtists) {
    urls.set(calendar, server.mkcalendar({ user, name: calendar, displayName: name }))
    if (blocking)
      urls.set(
        blocking.calendar,
        server.mkcalendar({ user, name: blocking.calendar, displayName: blocking.name }),
      )
  }
  return urls
}

/** Settings, account, artists and their calendars; answers the artists' ids by calendar name. */
const enterStudio = (
  { store, sample, newId }: SeedParts,
  { now, today }: Start,
  calendars: ByName,
): ByName => {
  const artistIds = new Map<string, string>()
  const accountId = newId()
  store.transaction((tx) => {
    tx.settings.update({ studioName: 'Quayside Tattoo', hours: openingHours(today) })
    tx.accounts.insert({
      id: accountId,
      label: 'Sample studio',
      baseUrl: sample.server.origin,
      username: sample.login.username,
      calendarBasePath: '/remote.php/dav/calendars',
      createdAt: now,
    })
    for (const [index, artist] of sampleArtists.entries()) {
      const { name, sessionMinutes, calendar, blocking, freeDoesNotBlock = false } = artist
      const artistId = newId()
      // A minute apart, since this is the order in which they are shown.
      const createdAt = now - 400 * DAY + index * MINUTE
      tx.artists.insert({
        id: artistId,
        name,
        ink: inkOrder[index] ?? 1,
        hours: weekFrom(today, artist),
        sessionMinutes,
        bufferAfter: 15,
        createdAt,
      })
      artistIds.set(calendar, artistId)
      const common = { artistId, accountId, createdAt }
      tx.calendars.insert({
        ...common,
        id: newId(),
        url: named(calendars, calendar),
        name,
        role: 'booking',
        freeDoesNotBlock,
      })
      if (blocking)
        tx.calendars.insert({
          ...common,
          id: newId(),
          url: named(calendars, blocking.calendar),
          name: blocking.name,
          role: 'blocking',
        })
    }
  })
  return artistIds
}

/** Answers the clients' ids by name. */
const enterClients = ({ store, newId }: SeedParts, { now }: Start): ByName => {
  const ids = new Map<string, string>()
  store.transaction((tx) => {
    for (const client of sampleClients) {
      const id = newId()
      tx.clients.insert({ ...client, id, createdAt: now - 200 * DAY })
      ids.set(client.name, id)
    }
  })
  return ids
}

const putEvents = ({ sample: { server }, newId }: SeedParts, start: Start, calendars: ByName) => {
  const put = (event: PrivateEvent): void => {
    const uid = newId()
    const url = named(calendars, event.calendar)
    server.put(url, `${uid}.ics`, eventText(event, { ...start, uid }))
  }
  for (const event of privateEvents) put(event)

  // An overlap comes about when an artist takes time that the desk is just booking: an event that
  // was there before would keep the booking from being sent.
  const day = instantAt(start, 0, '14:45') > start.now ? 0 : 1
  const event = pickUp(day)
  const url = named(calendars, event.calendar)
  const before = server.list(url).length
  const stop = server.onChange(() => {
    if (server.list(url).length === before) return
    stop()
    put(event)
  })
}
