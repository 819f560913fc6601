import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import type { Instant } from '../../src/domain/interval.ts'
import type { AppointmentView } from '../../src/domain/views.ts'
import { availabilityQueries } from '../../src/main/appointments/availability.ts'
import { appointmentCommands } from '../../src/main/appointments/commands.ts'
import type { Desk } from '../../src/main/appointments/desk.ts'
import { openRemote } from '../../src/main/caldav/client.ts'
import { readObject } from '../../src/main/ical/object.ts'
import { createSampleServer } from '../../src/main/sample/server/server.ts'
import type { Decode } from '../../src/main/sync/context.ts'
import type { Store } from '../../src/main/store/store.ts'
import { createSyncEngine, type Timers } from '../../src/main/sync/engine.ts'
import { booking, valueOf } from './desk.ts'
import { addAccount, addArtist, addCalendar, NOW, openTestStore } from './store.ts'

export const decode: Decode = async (objects, options) =>
  objects.map((object) => ({ object, content: readObject(object.text, options) }))

/** Timers a test sets off by hand. */
export const manualTimers = (): Timers & {
  readonly due: { work: () => void; delay: number }[]
} => {
  const due: { work: () => void; delay: number }[] = []
  return {
    due,
    set(work, delay) {
      const timer = { work, delay }
      due.push(timer)
      return timer
    },
    clear(timer) {
      const at = due.findIndex((one) => one === timer)
      if (at >= 0) due.splice(at, 1)
    },
  }
}

/**
 * One artist with a booking calendar on the server inside the process, and the engine between them. A
 * calendar of another owner than the desk is shared with it.
 */
export const openTestStudio = (store: Store = openTestStore(), owner = 'desk') => {
  const clock = { now: NOW }
  const now = (): Instant => clock.now
  const server = createSampleServer({
    now,
    users: [{ name: 'desk', password: 'secret', displayName: 'Desk' }],
  })
  const url = server.mkcalendar({ user: owner, name: 'mara', displayName: 'Mara' })
  if (owner !== 'desk') server.share(url, 'desk', true)
  const artist = addArtist(store, { name: 'Mara' })
  const account = addAccount(store, { baseUrl: server.origin, username: 'desk' })
  const calendar = addCalendar(store, {
    artistId: artist.id,
    accountId: account.id,
    url: owner === 'desk' ? url : url.replace(`${owner}/mara`, `desk/mara_shared_by_${owner}`),
    lastSuccessAt: null,
  })
  const password = { value: 'secret' as string | null }
  const timers = manualTimers()
  const startEngine = (reader: Decode = decode) =>
    createSyncEngine({
      store,
      openRemote: (login) => openRemote(login, { fetch: server.fetch, now }),
      passwordOf: () => password.value,
      decode: reader,
      now,
      random: () => 0.5,
      timers,
    })
  const engine = startEngine()
  onTestFinished(() => engine.stop())
  const desk: Desk = { store, now, newId: randomUUID, busyBeyond: () => [] }

  const view = (id: string): AppointmentView => {
    const found = store.read.appointments.view(id)
    if (!found) throw new Error('The appointment is gone.')
    return found
  }
  return {
    clock,
    store,
    server,
    url,
    artist,
    account,
    calendar,
    password,
    timers,
    engine,
    startEngine,
    commands: appointmentCommands(desk),
    availability: availabilityQueries(desk),
    sync: () => engine.run({ trigger: 'button' }),
    view,
    events: () => server.list(url),
    /** Replaces the text of one of our events as a phone would, with a new ETag. */
    edit(file: string, change: (text: string) => string) {
      const object = server.list(url).find((one) => one.file === file)
      if (!object) throw new Error(`There is no ${file}.`)
      const text = change(object.text)
      if (text === object.text) throw new Error('The edit changed nothing.')
      server.put(url, file, text)
    },
    writes: () =>
      server.requests.filter(({ method }) => method === 'PUT' || method === 'DELETE').length,
    notices: () => store.read.notices.list(50).map(({ kind, message }) => `${kind}: ${message}`),
  }
}

export type TestStudio = ReturnType<typeof openTestStudio>

/** Books two hours from 14:00 and synchronises. */
export const book = async (
  studio: TestStudio,
  over: Parameters<typeof booking>[1] = {},
): Promise<AppointmentView> => {
  const created = valueOf(studio.commands.create(booking(studio.artist.id, over)))
  await studio.sync()
  return studio.view(created.id)
}

export const summary = (text: string): string => /^SUMMARY:(.*)$/m.exec(text)?.[1]?.trim() ?? ''

/** The one event there is. */
export const only = (studio: TestStudio) => {
  const [object, ...more] = studio.events()
  if (!object || more.length > 0)
    throw new Error(`${more.length + 1} events where one was expected`)
  return object
}

/** A studio whose calendar was read once and is empty; `prepare` comes before that. */
export const connected = async (
  prepare: (studio: TestStudio) => void = () => undefined,
  owner = 'desk',
): Promise<TestStudio> => {
  const studio = openTestStudio(openTestStore(), owner)
  prepare(studio)
  await studio.sync()
  return studio
}
