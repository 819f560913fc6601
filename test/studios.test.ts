import { describe, expect, it, vi } from 'vitest'
import type { PinShelf } from '../src/main/admin/pin-file.ts'
import { fail, ok, type Failure, type Result } from '../src/domain/failure.ts'
import type { StudioState } from '../src/domain/views.ts'
import type { Recovery } from '../src/main/backup/recovery.ts'
import { createStudios, type Studio, type StudioKind, type Studios } from '../src/main/studios.ts'
import { memoryShelf, openTestLock, pinRecord } from './support/lock.ts'

const about = { version: '1.2.3', standIn: false, computerZone: 'Europe/Berlin' }
const corrupt: Failure = { kind: 'database-corrupt', message: 'Damaged.' }

/** A recovery that always works and writes down what it is asked to do. */
const recoveryFor = (diary: string[]): Recovery => {
  const done = (line: string) => (): Result<null> => {
    diary.push(line)
    return ok(null)
  }
  return {
    target: '',
    damage: () => null,
    offer: async () => ({ newest: null, mayStartEmpty: true }),
    prepare: async () => ok(null),
    prepareNamed: async (file) => done(`prepare ${file}`)(),
    setAside: done('set aside'),
    beginAnew: done('begin anew'),
    putInPlace: done('put in place'),
  }
}

interface SetUp {
  isSetUp?: boolean
  broken?: StudioKind | null
  shelf?: PinShelf
  hadPin?: boolean
}

/** Studios that write what happens to them into one diary. */
const setUp = ({
  isSetUp = true,
  broken = null,
  shelf = memoryShelf(),
  hadPin = shelf.read() !== null,
}: SetUp = {}) => {
  const diary: string[] = []
  const write = (line: string): void => void diary.push(line)
  const studioOf = (kind: StudioKind): Studio => ({
    handlers: {},
    isSetUp: () => isSetUp,
    lockMinutes: () => 10,
    hadPin: () => hadPin,
    rememberPin: (isSet) => diary.push(`${kind} ${isSet ? 'has' : 'has no'} PIN`),
    wake: (trigger) => diary.push(`${kind} wakes: ${trigger}`),
    setFocused: () => undefined,
    checkpoint: () => diary.push(`${kind} checkpoint`),
    prepareRestore: async (backup) => {
      diary.push(`prepare ${backup}`)
      return backup === 'broken' ? fail('backup-broken', 'Not whole.') : ok(null)
    },
    close: async () => {
      diary.push(`close ${kind}`)
    },
  })
  const studios = createStudios({
    open: async (kind): Promise<Result<Studio>> => {
      diary.push(`open ${kind}`)
      return kind === broken ? fail(corrupt.kind, corrupt.message) : ok(studioOf(kind))
    },
    recovery: () => Promise.resolve(recoveryFor(diary)),
    quit: () => diary.push('quit'),
    removeSample: async () => {
      diary.push('remove sample')
    },
    announce: ({ type }) => diary.push(type),
    openLock: (_kind, parts) => openTestLock({ ...parts, shelf }),
    log: { info: write, warn: write },
    about,
  })
  const ask = async (
    name: 'studio.state' | 'studio.explore' | 'studio.leaveSample' | 'recovery.startEmpty',
  ): Promise<Result<StudioState> | undefined> =>
    (await studios.answers()).handlers[name]?.(undefined)
  const restore = async (
    name: 'backups.restore' | 'recovery.restore',
    file: string,
  ): Promise<Result<StudioState> | undefined> =>
    (await studios.answers()).handlers[name]?.({ file })
  return { studios, diary, ask, restore }
}

describe('the studios', () => {
  it('tell a new one from one that is set up', async () => {
    for (const [ready, mode] of [
      [false, 'new'],
      [true, 'studio'],
    ] as const) {
      const { studios, ask } = setUp({ isSetUp: ready })
      await studios.start('studio')
      expect(await ask('studio.state')).toEqual(ok({ ...about, mode, problem: null }))
    }
  })

  it('close one before the next opens, remove the sample on leaving, and say so', async () => {
    const { studios, diary, ask } = setUp({ isSetUp: false })
    await studios.start('studio')
    expect(await ask('studio.explore')).toMatchObject({ value: { mode: 'sample' } })
    expect(await ask('studio.leaveSample')).toMatchObject({ value: { mode: 'new' } })
    expect(diary).toEqual([
      'open studio',
      'close studio',
      'open sample',
      'studio-changed',
      'close sample',
      'remove sample',
      'open studio',
      'studio-changed',
    ])
  })

  it('change once when asked twice', async () => {
    const { studios, diary, ask } = setUp()
    await studios.start('studio')
    await Promise.all([ask('studio.explore'), ask('studio.explore')])
    expect(diary.filter((line) => line === 'open sample')).toHaveLength(1)
  })

  it('let questions wait until the studio is open', async () => {
    const waiting: ((studio: Result<Studio>) => void)[] = []
    const studios = createStudios({
      open: () =>
        new Promise((resolve) => {
          waiting.push(resolve)
        }),
      removeSample: async () => undefined,
      recovery: () => Promise.resolve(recoveryFor([])),
      quit: () => undefined,
      announce: () => undefined,
      openLock: (_kind, parts) => openTestLock(parts),
      log: { info: () => undefined, warn: () => undefined },
      about,
    })
    const start = studios.start('studio')
    const early = vi.fn()
    const answers = studios.answers().then(early)
    await Promise.resolve()
    expect(early).not.toHaveBeenCalled()
    for (const resolve of waiting) resolve(fail(corrupt.kind, corrupt.message))
    await Promise.all([start, answers])
    expect(early).toHaveBeenCalledOnce()
  })

  it('answer everything with the problem when the database cannot be opened', async () => {
    const { studios, ask } = setUp({ broken: 'studio' })
    await studios.start('studio')
    expect(await ask('studio.state')).toMatchObject({ ok: true, value: { problem: corrupt } })
    expect((await studios.answers()).otherwise).toEqual(corrupt)
    expect(await ask('studio.explore')).toMatchObject({ ok: true, value: { mode: 'sample' } })
  })

  it('hand on what happens to the computer, and nothing once they are closed', async () => {
    const { studios, diary } = setUp()
    studios.wake('resume')
    await studios.start('studio')
    studios.wake('network')
    studios.checkpoint()
    await studios.close()
    studios.wake('timer')
    expect(diary).toEqual([
      'open studio',
      'studio wakes: network',
      'studio checkpoint',
      'close studio',
    ])
  })

  it('close around a restore, and stay open when there is nothing to put in place', async () => {
    const { studios, diary, restore } = setUp()
    await studios.start('studio')
    expect(await restore('backups.restore', 'broken')).toMatchObject({
      error: { kind: 'backup-broken' },
    })
    expect(await restore('backups.restore', 'good')).toMatchObject({ ok: true })
    expect(diary).toEqual([
      'open studio',
      'prepare broken',
      'prepare good',
      'close studio',
      'put in place',
      'open studio',
      'studio-changed',
    ])
  })

  it('recover only while the database cannot be opened, and keep the damaged one', async () => {
    const whole = setUp()
    await whole.studios.start('studio')
    for (const answer of [
      await whole.restore('recovery.restore', 'good'),
      await whole.ask('recovery.startEmpty'),
    ])
      expect(answer).toMatchObject({ error: { kind: 'not-allowed' } })
    expect(whole.diary).toEqual(['open studio'])

    const { studios, diary, ask, restore } = setUp({ broken: 'studio' })
    await studios.start('studio')
    expect(await restore('recovery.restore', 'good')).toMatchObject({ ok: false })
    expect(await ask('recovery.startEmpty')).toMatchObject({ ok: false })
    expect(diary).toEqual([
      'open studio',
      'prepare good',
      'set aside',
      'put in place',
      'open studio',
      'studio-changed',
      'set aside',
      'begin anew',
      'open studio',
      'studio-changed',
    ])
  })
})

const admits = async (studios: Studios): Promise<boolean> =>
  (await studios.answers()).admit() === null

describe('the lock', () => {
  it('is shut when a studio with a PIN opens, and after whoever sat there has left', async () => {
    const { studios } = setUp({ shelf: memoryShelf(await pinRecord('2468')) })
    await studios.start('studio')
    expect(await admits(studios)).toBe(false)
    const { handlers } = await studios.answers()
    expect(await handlers['pin.unlock']?.({ pin: '2468' })).toMatchObject({ ok: true })
    expect(await admits(studios)).toBe(true)
    studios.lock()
    expect(await admits(studios)).toBe(false)
  })

  it('guards the answers that a damaged database leaves', async () => {
    const shelf = memoryShelf(await pinRecord('2468'))
    const { studios } = setUp({ shelf, broken: 'studio' })
    await studios.start('studio')
    expect(await admits(studios)).toBe(false)
    expect((await studios.answers()).handlers['pin.unlock']).toBeDefined()
  })

  it('says in the log when the PIN has gone missing', async () => {
    const { studios, diary } = setUp({ hadPin: true })
    await studios.start('studio')
    expect(diary).toEqual([
      'open studio',
      'The PIN was removed from outside of Linework',
      'studio has no PIN',
    ])
  })

  it('remembers that there is a PIN, and never writes it down', async () => {
    const { studios, diary } = setUp()
    await studios.start('studio')
    const { handlers } = await studios.answers()
    await handlers['pin.set']?.({ pin: '97531', current: '' })
    await handlers['pin.unlock']?.({ pin: '97532' })
    await handlers['pin.remove']?.({ current: '97531' })
    expect(diary).toContain('studio has PIN')
    expect(diary).toContain('A PIN was set')
    expect(diary.at(-1)).toBe('The PIN was removed')
    expect(diary.join()).not.toContain('9753')
  })
})
