import { describe, expect, it, vi } from 'vitest'
import { fail, ok, type Failure, type Result } from '../src/domain/failure.ts'
import type { StudioState } from '../src/domain/views.ts'
import { createStudios, type Studio, type StudioKind } from '../src/main/studios.ts'

const about = { version: '1.2.3', standIn: false, computerZone: 'Europe/Berlin' }
const corrupt: Failure = { kind: 'database-corrupt', message: 'Damaged.' }

/** Studios that write what happens to them into one diary. */
const setUp = (isSetUp = true, broken: StudioKind | null = null) => {
  const diary: string[] = []
  const studioOf = (kind: StudioKind): Studio => ({
    handlers: {},
    isSetUp: () => isSetUp,
    wake: (trigger) => diary.push(`${kind} wakes: ${trigger}`),
    setFocused: () => undefined,
    checkpoint: () => diary.push(`${kind} checkpoint`),
    close: async () => {
      diary.push(`close ${kind}`)
    },
  })
  const studios = createStudios({
    open: async (kind): Promise<Result<Studio>> => {
      diary.push(`open ${kind}`)
      return kind === broken ? fail(corrupt.kind, corrupt.message) : ok(studioOf(kind))
    },
    removeSample: async () => {
      diary.push('remove sample')
    },
    announce: ({ type }) => diary.push(type),
    about,
  })
  const ask = async (
    name: 'studio.state' | 'studio.explore' | 'studio.leaveSample',
  ): Promise<Result<StudioState> | undefined> =>
    (await studios.answers()).handlers[name]?.(undefined)
  return { studios, diary, ask }
}

describe('the studios', () => {
  it('tell a new one from one that is set up', async () => {
    for (const [ready, mode] of [
      [false, 'new'],
      [true, 'studio'],
    ] as const) {
      const { studios, ask } = setUp(ready)
      await studios.start('studio')
      expect(await ask('studio.state')).toEqual(ok({ ...about, mode, problem: null }))
    }
  })

  it('close one before the next opens, remove the sample on leaving, and say so', async () => {
    const { studios, diary, ask } = setUp(false)
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
      announce: () => undefined,
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
    const { studios, ask } = setUp(true, 'studio')
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
})
