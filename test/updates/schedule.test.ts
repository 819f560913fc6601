import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../src/domain/interval.ts'
import { keepLooking } from '../../src/main/updates/schedule.ts'
import { NOW } from '../support/store.ts'
import { manualTimers } from '../support/studio.ts'

const looking = () => {
  const timers = manualTimers()
  const clock = { now: NOW }
  const is = { wanted: true, booking: false, fine: true }
  const looks: number[] = []
  let lookedAt: number | null = null
  const end = keepLooking({
    timers,
    now: () => clock.now,
    isWanted: () => is.wanted,
    isBooking: () => is.booking,
    lookedAt: () => lookedAt,
    look: async () => {
      looks.push(clock.now - NOW)
      if (is.fine) lookedAt = clock.now
    },
  })
  const pass = (ms: number): void => {
    const until = clock.now + ms
    for (;;) {
      const next = timers.due[0]
      if (!next || clock.now + next.delay > until) break
      timers.due.shift()
      clock.now += next.delay
      next.work()
    }
    clock.now = until
  }
  return { is, looks, pass, end, timers }
}

describe('looking for updates', () => {
  it('begins a while after the start and goes on once a day', () => {
    const { looks, pass } = looking()
    pass(3 * DAY)
    expect(looks.map((at) => Math.floor(at / DAY))).toEqual([0, 1, 2])
    expect(looks[0]).toBe(5 * MINUTE)
  })

  it('does nothing while it is switched off', () => {
    const { is, looks, pass } = looking()
    is.wanted = false
    pass(2 * DAY)
    expect(looks).toEqual([])
    is.wanted = true
    pass(HOUR)
    expect(looks).toHaveLength(1)
  })

  it('waits while a booking is written', () => {
    const { is, looks, pass } = looking()
    is.booking = true
    pass(2 * HOUR)
    expect(looks).toEqual([])
    is.booking = false
    pass(HOUR)
    expect(looks).toHaveLength(1)
  })

  it('tries a place that does not answer again some hours later', () => {
    const { is, looks, pass } = looking()
    is.fine = false
    pass(DAY)
    expect(looks).toHaveLength(6)
  })

  it('ends with the studio', () => {
    const { looks, pass, end, timers } = looking()
    end()
    pass(DAY)
    expect([looks, timers.due]).toEqual([[], []])
  })
})
