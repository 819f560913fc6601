import { MINUTE } from '../../src/domain/interval.ts'
import { goodServer } from '../../src/main/sample/server/quirks.ts'
import { allShown, type World } from './history-world.ts'
import type { ReusableStore } from './store.ts'

/** An event that a booking can be made of again. */
const tells = (text: string): boolean =>
  text.includes('X-LINEWORK-ID') && !/RRULE|STATUS:CANCELLED|DTSTART:soon/.test(text)

const idOf = (text: string): string => /^X-LINEWORK-ID:(.*)$/m.exec(text)?.[1] ?? ''

const hrefs = (world: World): string =>
  allShown(world)
    .map(({ href }) => href)
    .toSorted()
    .join(' ')

/**
 * Backs the desk up and sets it back. A restore creates and deletes nothing on the server, even where it
 * is killed in the middle of the first comparison, and leaves no event of ours unknown.
 */
export const restoringOf = (world: World, { backUp }: Pick<ReusableStore, 'backUp'>) => {
  const { booked, server, columns, clock, store } = world
  let backup = { restore: backUp(), booked: 0 }

  const isKnown = (uid: string | null): boolean =>
    uid !== null && store.read.placements.byUid(uid) !== undefined

  const settle = async (): Promise<void> => {
    clock.now += 20 * MINUTE
    store.transaction((tx) => {
      for (const { account } of columns)
        tx.accounts.update(account.id, { frozenAt: null, blockedUntil: null })
    })
    for (const { calendar } of columns)
      if (store.read.calendars.get(calendar.id)?.brake) await world.engine.releaseBrake(calendar.id)
    await world.sync()
  }

  return {
    backUp: (): void => {
      backup = { restore: backUp(), booked: booked.length }
    },
    restore: async (killedAfter: number): Promise<void> => {
      server.faults.clear()
      Object.assign(server.quirks, goodServer)
      for (const { ownUrl } of columns) server.setReadOnly(ownUrl, false)
      world.restored = true
      const before = allShown(world)
      for (const id of booked.slice(backup.booked))
        if (!before.some(({ text }) => text.includes(`X-LINEWORK-ID:${id}`) && tells(text)))
          world.forgotten.add(id)
      const list = hrefs(world)
      backup.restore()
      world.restart()
      world.killAfter(killedAfter)
      await world.sync()
      for (let round = 0; round < 3; round++) await settle()
      if (hrefs(world) !== list)
        throw new Error(`The restore changed the server: ${list} -> ${hrefs(world)}`)
      // A move that was not finished has left two events of one booking: the other one stays and blocks.
      const found = new Set(before.filter(({ uid }) => isKnown(uid)).map(({ text }) => idOf(text)))
      for (const { uid, text } of before)
        if (uid?.endsWith('@linework') && tells(text) && !isKnown(uid) && !found.has(idOf(text)))
          throw new Error(`${uid} was not made a booking again`)
    },
  }
}
