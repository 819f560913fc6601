import { randomUUID } from 'node:crypto'
import { join, resolve } from 'node:path'
import { questions } from '../../src/contract/questions.ts'
import { defaultHours } from '../../src/domain/artist.ts'
import { HOUR, DAY } from '../../src/domain/interval.ts'
import { appointmentCommands } from '../../src/main/appointments/commands.ts'
import { openRemote } from '../../src/main/caldav/client.ts'
import { createTransport } from '../../src/main/caldav/transport.ts'
import { createObjectReader } from '../../src/main/object-reader.ts'
import { openStore } from '../../src/main/store/open.ts'
import { createSyncEngine } from '../../src/main/sync/engine.ts'
import type { Report } from './engine-run.ts'

export interface BenchSetup {
  readonly url: string
  readonly user: string
  readonly password: string
}

const root = resolve(import.meta.dirname, '../..')

/** A desk on an empty database, wired as the app wires it, with one calendar to begin with. */
export const benchDesk = (folder: string, { url, user, password }: BenchSetup) => {
  const now = Date.now
  const store = openStore({
    file: join(folder, 'linework.db'),
    migrations: join(root, 'migrations'),
    now,
    zone: 'Europe/Berlin',
  })
  let requests = 0
  const transport = createTransport()
  const fetch: typeof transport = Object.assign(
    (address: string, init: RequestInit) => {
      requests++
      return transport(address, init)
    },
    { close: transport.close, certificateOf: transport.certificateOf },
  )
  const reader = createObjectReader(join(root, 'src/main/object-worker.ts'))
  const accountId = randomUUID()
  const home = new URL('..', url)
  store.transaction((tx) =>
    tx.accounts.insert({
      id: accountId,
      label: 'Bench',
      baseUrl: home.origin,
      username: user,
      calendarBasePath: home.pathname.replace(/[^/]*\/$/, '').replace(/\/$/, ''),
      createdAt: now(),
    }),
  )
  const engine = createSyncEngine({
    store,
    openRemote: (login) => openRemote(login, { fetch, now, answers: reader.answers }),
    passwordOf: () => password,
    decode: reader.decode,
    now,
    random: Math.random,
    timers: { set: () => undefined, clear: () => undefined },
  })
  engine.onStatus(() => undefined)
  const commands = appointmentCommands({ store, now, newId: randomUUID, busyBeyond: () => [] })

  const addCalendar = (address: string): string => {
    const artistId = randomUUID()
    store.transaction((tx) => {
      tx.artists.insert({
        id: artistId,
        name: 'Bench',
        ink: 1,
        active: true,
        hours: defaultHours,
        sessionMinutes: 60,
        bufferBefore: 0,
        bufferAfter: 0,
        createdAt: now(),
      })
      tx.calendars.insert({
        id: randomUUID(),
        artistId,
        accountId,
        url: address,
        name: 'Bench',
        role: 'booking',
        createdAt: now(),
      })
    })
    return artistId
  }
  const artistId = addCalendar(url)

  return {
    requests: () => requests,
    sync: () => engine.run({ trigger: 'button' }),
    addCalendars: (urls: readonly string[]) => urls.forEach(addCalendar),

    /** Books `count` hours that are free. */
    book(count: number) {
      let booked = 0
      for (let start = Math.ceil(now() / DAY + 30) * DAY; booked < count; start += HOUR) {
        const made = commands.create(
          questions['appointments.create'].input.parse({
            id: randomUUID(),
            artistId,
            client: { name: `Client ${booked}` },
            description: 'Fern sleeve',
            start,
            end: start + HOUR,
            overrule: true,
          }),
        )
        if (made.ok) booked++
      }
    },

    /** What was synchronised, so that no figure is of work that was not done. */
    state: (): Report['state'] => {
      const calendars = store.read.calendars.all()
      return {
        objects: calendars.reduce((sum, { id }) => sum + store.read.objects.states(id).length, 0),
        waiting: store.read.outbox.all().length,
        failure: calendars.find(({ failure }) => failure !== null)?.failure?.message ?? '',
      }
    },

    async close() {
      await engine.stop()
      transport.close()
      await reader.close()
      store.close()
    },
  }
}
