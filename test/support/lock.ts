import { createAdminLock, type AdminLock, type LockParts } from '../../src/main/admin/lock.ts'
import type { PinRecord, PinShelf } from '../../src/main/admin/pin-file.ts'
import { hashPin } from '../../src/main/admin/pin-hash.ts'
import { NOW } from './store.ts'

export const memoryShelf = (kept: ReturnType<PinShelf['read']> = null): PinShelf => ({
  read: () => kept,
  write: (record) => {
    kept = record
  },
})

/** With little work for each try. */
const quickHash = (pin: string) => hashPin(pin, { cost: 2, blockSize: 1, parallelization: 1 })

/** A PIN as it is kept, with little work for each try. */
export const pinRecord = async (
  pin: string,
  over: Partial<PinRecord> = {},
): Promise<PinRecord> => ({
  ...(await quickHash(pin)),
  wrong: 0,
  lastWrongAt: 0,
  ...over,
})

/** Clocks that stand still until they are told to go on, and what is to happen by then. */
export const stoppedClocks = (start = NOW) => {
  let elapsed = 0
  let wall = start
  let alarm: { at: number; work: () => void } | null = null
  const parts: Pick<LockParts, 'now' | 'elapsed' | 'later'> = {
    now: () => wall,
    elapsed: () => elapsed,
    later: (work, delay) => {
      const own = { at: elapsed + delay, work }
      alarm = own
      return () => {
        if (alarm === own) alarm = null
      }
    },
  }
  const pass = (ms: number): void => {
    elapsed += ms
    wall += ms
    const due = alarm
    if (!due || due.at > elapsed) return
    alarm = null
    due.work()
  }
  return { parts, pass, setWall: (at: number) => (wall = at) }
}

export const openTestLock = (parts: Partial<LockParts> = {}): AdminLock =>
  createAdminLock({
    ...stoppedClocks().parts,
    shelf: memoryShelf(),
    hash: quickHash,
    minutes: () => 10,
    onChange: () => undefined,
    ...parts,
  })
