import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { HOUR, MINUTE, SECOND } from '../../src/domain/interval.ts'
import { pinFile } from '../../src/main/admin/pin-file.ts'
import { hashPin } from '../../src/main/admin/pin-hash.ts'
import { errorOf, valueOf } from '../support/desk.ts'
import { memoryShelf, openTestLock, pinRecord, stoppedClocks } from '../support/lock.ts'
import { NOW, temporaryFolder } from '../support/store.ts'

const locked = { kind: 'pin-needed', message: 'The settings are locked.', remedy: 'Enter the PIN.' }

/** A lock that was opened with 2468 already, on clocks of its own. */
const opened = async () => {
  const clocks = stoppedClocks()
  const onChange = vi.fn()
  const shelf = memoryShelf(await pinRecord('2468'))
  const lock = openTestLock({ ...clocks.parts, shelf, onChange })
  valueOf(await lock.unlock('2468'))
  return { lock, clocks, onChange, shelf }
}

describe('the lock of the settings', () => {
  it('is open as long as there is no PIN', () => {
    const lock = openTestLock()
    expect(lock.admit()).toBeNull()
    expect(lock.state()).toEqual({ isSet: false, isLocked: false, waitMs: 0, locksInMs: null })
  })

  it('is shut at the start, and opens with the PIN only', async () => {
    const lock = openTestLock({ shelf: memoryShelf(await pinRecord('2468')) })
    expect(lock.admit()).toEqual(locked)
    expect(errorOf(await lock.unlock('2469')).kind).toBe('pin-wrong')
    expect(lock.admit()).toEqual(locked)
    expect(valueOf(await lock.unlock('2468'))).toMatchObject({ isLocked: false, isSet: true })
    expect(lock.admit()).toBeNull()
  })

  it.each(['', '246', '24680', ' 2468', '２４６８'])('does not open with %j', async (pin) => {
    const lock = openTestLock({ shelf: memoryShelf(await pinRecord('2468')) })
    expect(errorOf(await lock.unlock(pin)).kind).toBe('pin-wrong')
  })

  it('shuts when told to', async () => {
    const { lock, onChange } = await opened()
    onChange.mockClear()
    lock.lock()
    expect(onChange).toHaveBeenCalledTimes(1)
    expect(lock.admit()).toEqual(locked)
  })
})

describe('idle', () => {
  it('counts from the last question of an admin', async () => {
    const { lock, clocks } = await opened()
    clocks.pass(9 * MINUTE)
    expect(lock.admit()).toBeNull()
    clocks.pass(9 * MINUTE)
    expect(lock.state().locksInMs).toBe(MINUTE)
    clocks.pass(MINUTE)
    expect(lock.admit()).toEqual(locked)
  })

  it('shuts by itself and says so', async () => {
    const { lock, clocks, onChange } = await opened()
    onChange.mockClear()
    clocks.pass(10 * MINUTE)
    expect(onChange).toHaveBeenCalledTimes(1)
    expect(lock.state()).toMatchObject({ isLocked: true, locksInMs: null })
  })

  it('does not ask the clock that can be set', async () => {
    const { lock, clocks } = await opened()
    clocks.setWall(NOW - HOUR)
    clocks.pass(10 * MINUTE)
    expect(lock.admit()).toEqual(locked)
  })
})

/** A lock with 2468 after `count` wrong tries, each as soon as it could be made. */
const tries = async (count: number) => {
  const clocks = stoppedClocks()
  const shelf = memoryShelf(await pinRecord('2468'))
  const lock = openTestLock({ ...clocks.parts, shelf })
  for (let at = 0; at < count; at += 1) {
    await lock.unlock('0000')
    if (at < count - 1) clocks.pass(lock.state().waitMs)
  }
  return { lock, clocks, shelf }
}

const fullDisk = (): never => {
  throw new Error('ENOSPC')
}

describe('wrong tries', () => {
  it.each([
    [1, 0],
    [2, 0],
    [3, 30 * SECOND],
    [4, MINUTE],
    [5, 2 * MINUTE],
    [6, 5 * MINUTE],
    [7, 15 * MINUTE],
    [8, HOUR],
    [12, HOUR],
  ])('%i in a row make the next wait %i ms', async (count, wait) => {
    expect((await tries(count)).lock.state().waitMs).toBe(wait)
  })

  it('are not even looked at while it waits, the right PIN neither', async () => {
    const { lock, clocks } = await tries(3)
    clocks.pass(29 * SECOND)
    const failure = errorOf(await lock.unlock('2468'))
    expect(failure).toMatchObject({
      kind: 'pin-wait',
      message: 'After so many wrong tries it takes 1 s.',
    })
    expect(lock.state().waitMs).toBe(SECOND)
    clocks.pass(SECOND)
    valueOf(await lock.unlock('2468'))
  })

  it('are forgotten after a right one', async () => {
    const { lock, clocks } = await tries(4)
    clocks.pass(MINUTE)
    valueOf(await lock.unlock('2468'))
    lock.lock()
    await lock.unlock('0000')
    expect(lock.state().waitMs).toBe(0)
  })

  it('count while the first is still being compared', async () => {
    const { lock } = await tries(0)
    const kinds = await Promise.all(
      ['0', '1', '2', '2468', '2468'].map(async (pin) => errorOf(await lock.unlock(pin)).kind),
    )
    expect(kinds).toEqual(['pin-wrong', 'pin-wrong', 'pin-wrong', 'pin-wait', 'pin-wait'])
  })

  it.each([
    ['the time that has passed counts', 20 * SECOND, 10 * SECOND],
    ['a clock set back does not make it longer', -HOUR, 30 * SECOND],
    ['it is over when it is over', HOUR, 0],
  ])('wait across a restart: %s', async (_what, later, left) => {
    const { shelf } = await tries(3)
    const clocks = stoppedClocks(NOW + later)
    const again = openTestLock({ ...clocks.parts, shelf })
    expect(again.state().waitMs).toBe(left)
    clocks.pass(left)
    valueOf(await again.unlock('2468'))
  })

  it('count although they cannot be written down', async () => {
    const record = await pinRecord('2468')
    const lock = openTestLock({ shelf: { read: () => record, write: fullDisk } })
    for (const pin of ['0', '1', '2']) await expect(lock.unlock(pin)).rejects.toThrow('ENOSPC')
    expect(errorOf(await lock.unlock('2468')).kind).toBe('pin-wait')
  })
})

describe('the PIN', () => {
  it('is set without another, and then needs the one before', async () => {
    const shelf = memoryShelf()
    const lock = openTestLock({ shelf })
    expect(valueOf(await lock.set('1357', ''))).toMatchObject({ isSet: true, isLocked: false })
    expect(errorOf(await lock.set('8642', '')).kind).toBe('pin-wrong')
    expect(errorOf(await lock.remove('0000')).kind).toBe('pin-wrong')
    valueOf(await lock.set('8642', '1357'))
    lock.lock()
    expect(errorOf(await lock.unlock('1357')).kind).toBe('pin-wrong')
    valueOf(await lock.unlock('8642'))
    expect(valueOf(await lock.remove('8642'))).toMatchObject({ isSet: false, isLocked: false })
    expect(shelf.read()).toBeNull()
  })

  it('is kept as a salted hash that says how it was made, for nobody else to read', async () => {
    const file = join(temporaryFolder(), 'pin.json')
    const lock = openTestLock({ shelf: pinFile(file), hash: hashPin })
    valueOf(await lock.set('135790', ''))
    const text = readFileSync(file, 'utf8')
    expect(text).not.toContain('135790')
    expect(JSON.parse(text)).toMatchObject({ cost: 32_768, blockSize: 8, parallelization: 3 })
    expect(statSync(file).mode & 0o077).toBe(0)
    const again = openTestLock({ shelf: pinFile(file) })
    expect(again.admit()).toEqual(locked)
    valueOf(await again.unlock('135790'))
  })

  it.each(['', '{', '{"salt":"","key":""}'])('stays shut when its file is %j', async (text) => {
    const file = join(temporaryFolder(), 'pin.json')
    writeFileSync(file, text)
    const lock = openTestLock({ shelf: pinFile(file) })
    expect(lock.admit()?.kind).toBe('pin-needed')
    expect(errorOf(await lock.unlock('1234')).message).toBe('The file with the PIN cannot be read.')
    expect(errorOf(await lock.set('1234', '')).kind).toBe('pin-needed')
  })
})
