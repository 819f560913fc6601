import { randomUUID } from 'node:crypto'
import { appointmentCommands } from '../../src/main/appointments/commands.ts'
import { openRemote } from '../../src/main/caldav/client.ts'
import { confidential } from '../../src/main/sample/server/calendar-text.ts'
import { createSampleServer, type ListedObject } from '../../src/main/sample/server/server.ts'
import type { Store } from '../../src/main/store/store.ts'
import { createSyncEngine } from '../../src/main/sync/engine.ts'
import { addAccount, addArtist, addCalendar, NOW } from './store.ts'
import { decode, manualTimers } from './studio.ts'

class Crash extends Error {}

/** Counts the steps of a run down and ends it at one of them, as a killed process would end. */
const createFuse = () => {
  let left = Infinity
  return {
    burnt: () => left <= 0,
    set: (steps: number) => {
      left = steps
    },
    step: () => {
      if (left <= 0 || --left <= 0) throw new Crash('killed')
    },
  }
}

/**
 * A desk with two artists, each on an account of their own, on one server inside the process; `shared`: the
 * first one's calendar belongs to that artist, who may hide events from the desk.
 */
export const openWorld = (store: Store, shared = false) => {
  const clock = { now: NOW }
  const now = (): number => clock.now
  const server = createSampleServer({
    now,
    users: ['desk', 'rosa'].map((name) => ({ name, password: 'secret', displayName: name })),
  })
  const columns = ['mara', 'jonas'].map((name, index) => {
    const user = shared && index === 0 ? 'rosa' : 'desk'
    const ownUrl = server.mkcalendar({ user, name })
    if (user !== 'desk') server.share(ownUrl, 'desk', true)
    const url = ownUrl.replace(/rosa\/(\w+)/, 'desk/$1_shared_by_rosa')
    const artist = addArtist(store, { name })
    const account = addAccount(store, { baseUrl: server.origin, username: 'desk' })
    const calendar = addCalendar(store, {
      artistId: artist.id,
      accountId: account.id,
      url,
      lastSuccessAt: null,
      ownedByLogin: user === 'desk',
    })
    return { url, ownUrl, artist, account, calendar }
  })
  const [main, other] = columns
  if (!main || !other) throw new Error('unreachable')

  /** Every transaction and every request is a step at which the desk can be killed, for good. */
  const startDesk = () => {
    const fuse = createFuse()
    const around = <T>(step: () => T): T => {
      fuse.step()
      const value = step()
      fuse.step()
      return value
    }
    const fragile: Store = {
      ...store,
      transaction: (work) => around(() => store.transaction(work)),
      passing: (work) => around(() => store.passing(work)),
    }
    const engine = createSyncEngine({
      store: fragile,
      openRemote: (login) =>
        openRemote(login, {
          now,
          fetch: async (input, init) => {
            fuse.step()
            const response = await server.fetch(input, init)
            fuse.step()
            return response
          },
        }),
      passwordOf: () => 'secret',
      decode,
      now,
      random: () => 0,
      timers: manualTimers(),
    })
    return { engine, fuse }
  }
  let desk = startDesk()

  return {
    clock,
    store,
    server,
    columns,
    main,
    other,
    commands: appointmentCommands({ store, now, newId: randomUUID, busyBeyond: () => [] }),
    get engine() {
      return desk.engine
    },
    /** Lets the desk be killed after so many steps of the next run. */
    killAfter: (steps: number) => desk.fuse.set(steps),
    /** Ends the desk as it is and starts it again. */
    restart: () => {
      desk = startDesk()
    },
    /** One run; a desk that was killed in it is started again. */
    async sync(full = false): Promise<void> {
      try {
        await desk.engine.run({ trigger: 'button', full })
      } catch (error) {
        if (!(error instanceof Crash)) throw error
      }
      if (desk.fuse.burnt()) desk = startDesk()
      else desk.fuse.set(Infinity)
    },
    /** The bookings that were acknowledged. */
    booked: [] as string[],
    cancelledHere: new Set<string>(),
    /** UIDs of events the artist deleted, cancelled or hid, or that a restored backup took away. */
    goneThere: new Set<string>(),
    /** Bookings whose second event a person has left where it is. */
    leftAsIs: new Set<string>(),
    /** What the artist deleted last. */
    deleted: null as
      (Pick<ListedObject, 'file' | 'text' | 'uid'> & { readonly url: string }) | null,
    restored: false,
    /** Booked after the backup that was restored, with nothing of it on the server: nobody knows it. */
    forgotten: new Set<string>(),
    /** Requests that are still on their way to the server, with the steps until they arrive. */
    late: [] as { left: number; readonly arrive: () => Promise<unknown> }[],
  }
}

/** What the desk is shown of a calendar: through a share nothing private, and of what is confidential the time. */
export const shownOf = (
  { server }: World,
  { url, ownUrl }: World['columns'][number],
): ListedObject[] => {
  const all = server.list(ownUrl)
  if (url === ownUrl) return all
  return all
    .filter(({ text }) => !text.includes('CLASS:PRIVATE'))
    .map(({ file, etag, uid, text }) => ({
      file,
      etag,
      uid,
      href: new URL(url).pathname + file,
      text: text.includes('CLASS:CONFIDENTIAL') ? confidential(text) : text,
    }))
}

export const allShown = (world: World): ListedObject[] =>
  world.columns.flatMap((column) => shownOf(world, column))

export type World = ReturnType<typeof openWorld>
