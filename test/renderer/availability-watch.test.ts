import { describe, expect, test } from 'vitest'
import type { Availability } from '../../src/domain/availability.ts'
import { fail, ok, type Result } from '../../src/domain/failure.ts'
import {
  DEBOUNCE_MS,
  watchAvailability,
  type Check,
  type Wish,
} from '../../src/renderer/stores/availability-watch.ts'

type Question = Wish & { from: 'local' | 'server' }

const wish = (start: number): Wish => ({ artistId: 'rosa', start, end: start + 60 })

const free = ({ artistId, start, end, from }: Question): Availability => ({
  artistId,
  start,
  end,
  available: true,
  reason: null,
  message: null,
  blockers: [],
  unreadable: 0,
  overrulable: false,
  checked: from,
  asOf: 1,
})

const taken = (question: Question): Availability => ({
  ...free(question),
  available: false,
  reason: 'busy',
  message: 'Overlaps “Dentist” 16:30–17:15',
})

/** A watch whose timer and answers the test hands out one by one. */
const stage = () => {
  const shown: Check[] = []
  const timers = new Set<{ ms: number; run: () => void }>()
  const asked: { question: Question; answer: (result: Result<Availability>) => Promise<void> }[] =
    []
  const watch = watchAvailability({
    show: (check) => shown.push(check),
    later: (ms, then) => {
      const timer = { ms, run: then }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    ask: (question) => {
      let resolve: ((result: Result<Availability>) => void) | undefined
      const promise = new Promise<Result<Availability>>((settle) => (resolve = settle))
      asked.push({
        question,
        answer: async (result) => {
          resolve?.(result)
          await promise
          await Promise.resolve()
        },
      })
      return promise
    },
  })
  const elapse = (): void => {
    for (const timer of timers) {
      timers.delete(timer)
      timer.run()
    }
  }
  const question = (at: number) => {
    const found = asked[at]
    if (!found) throw new Error(`question ${at} was not asked`)
    return found
  }
  return { watch, shown, timers, asked, elapse, question, last: () => shown.at(-1) }
}

describe('watching a time', () => {
  test('asks nothing until the person has stopped changing it', () => {
    const { watch, asked, timers, elapse } = stage()
    watch.look(wish(0))
    watch.look(wish(15))
    watch.look(wish(30))
    expect([...timers].map(({ ms }) => ms)).toEqual([DEBOUNCE_MS])
    expect(asked).toHaveLength(0)
    elapse()
    expect(asked.map(({ question }) => question.start)).toEqual([30])
  })

  test('shows the copy at once, then what the server says', async () => {
    const { watch, elapse, question, last } = stage()
    watch.look(wish(0))
    expect(last()).toMatchObject({ phase: 'asking', answer: null })
    elapse()
    const local = question(0)
    expect(local.question.from).toBe('local')
    await local.answer(ok(free(local.question)))
    expect(last()).toMatchObject({ phase: 'asking', answer: { available: true, checked: 'local' } })
    const server = question(1)
    await server.answer(ok(taken(server.question)))
    expect(last()).toMatchObject({
      phase: 'settled',
      answer: { available: false, checked: 'server' },
    })
  })

  test('a late answer never overwrites a newer one', async () => {
    const { watch, elapse, question, last, asked } = stage()
    watch.look(wish(0))
    elapse()
    const first = question(0)
    watch.look(wish(60))
    elapse()
    const second = question(1)
    await second.answer(ok(free(second.question)))
    await first.answer(ok(taken(first.question)))
    expect(last()?.answer).toMatchObject({ start: 60, available: true })
    expect(asked.map((one) => [one.question.start, one.question.from])).toEqual([
      [0, 'local'],
      [60, 'local'],
      [60, 'server'],
    ])
  })

  test('a late answer of the server about the time before is dropped', async () => {
    const { watch, elapse, question, last } = stage()
    watch.look(wish(0))
    elapse()
    await question(0).answer(ok(free(question(0).question)))
    const server = question(1)
    watch.look(wish(60))
    await server.answer(ok(taken(server.question)))
    expect(last()).toMatchObject({ phase: 'asking', answer: null })
  })

  test('keeps the copy’s answer where the server’s fails, and says why', async () => {
    const { watch, elapse, question, last } = stage()
    watch.look(wish(0))
    elapse()
    await question(0).answer(ok(free(question(0).question)))
    await question(1).answer(fail('unreachable', 'The server cannot be reached.'))
    expect(last()).toMatchObject({
      phase: 'settled',
      answer: { checked: 'local' },
      failure: { kind: 'unreachable' },
    })
  })

  test('nothing wanted is nothing asked', () => {
    const { watch, asked, timers, last } = stage()
    watch.look(wish(0))
    watch.look(null)
    expect(timers.size).toBe(0)
    expect(asked).toHaveLength(0)
    expect(last()).toEqual({ phase: 'idle', answer: null, failure: null })
  })
})

const settled = async () => {
  const here = stage()
  here.watch.look(wish(0))
  here.elapse()
  await here.question(0).answer(ok(free(here.question(0).question)))
  await here.question(1).answer(ok(free(here.question(1).question)))
  return here
}

describe('when the calendar changes meanwhile', () => {
  test('another verdict is shown, and the server is asked about it', async () => {
    const { watch, question, last } = await settled()
    watch.again()
    await question(2).answer(ok(taken(question(2).question)))
    expect(last()).toMatchObject({ phase: 'asking', answer: { available: false } })
    await question(3).answer(ok(taken(question(3).question)))
    expect(last()).toMatchObject({ phase: 'settled', answer: { checked: 'server' } })
  })

  test('the same verdict does not make a checked answer look unchecked', async () => {
    const { watch, question, last } = await settled()
    watch.again()
    await question(2).answer(ok(free(question(2).question)))
    expect(last()?.answer?.checked).toBe('server')
  })

  test('before there is an answer nothing more is asked', () => {
    const { watch, elapse, asked } = stage()
    watch.look(wish(0))
    elapse()
    watch.again()
    expect(asked).toHaveLength(1)
  })
})
