import { randomUUID } from 'node:crypto'
import { appointmentCommands } from '../../src/main/appointments/commands.ts'
import { openRemote } from '../../src/main/caldav/client.ts'
import { createSampleServer } from '../../src/main/sample/server/server.ts'
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

/** A desk with two artists, each on an account of their own, on one server inside the process. */
export const openWorld = (store: Store) => {
  const clock = { now: NOW }
  const now = (): number => clock.now
  const server = createSampleServer({
    now,
    users: [{ name: 'desk', password: 'secret', displayName: 'Desk' }],
  })
  const columns = ['mara', 'jonas'].map((name) => {
    const url = server.mkcalendar({ user: 'desk', name })
    const artist = addArtist(store, { name })
    const account = addAccount(store, { baseUrl: server.origin, username: 'desk' })
    const calendar = addCalendar(store, {
      artistId: artist.id,
      accountId: account.id,
      url,
      lastSuccessAt: null,
    })
    return { url, artist, account, calendar }
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
    /** UIDs of events the artist deleted or cancelled, or that a restored backup took away. */
    goneThere: new Set<string>(),
    /** Bookings whose second event a person has left where it is. */
    leftAsIs: new Set<string>(),
    restored: false,
    /** Booked after the backup that was restored, with nothing of it on the server: nobody knows it. */
    forgotten: new Set<string>(),
    /** Requests that are still on their way to the server, with the steps until they arrive. */
    late: [] as { left: number; readonly arrive: () => Promise<unknown> }[],
  }
}

export type World = ReturnType<typeof openWorld>
