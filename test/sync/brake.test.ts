import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../src/domain/interval.ts'
import type { Fault } from '../../src/main/sample/server/faults.ts'
import { booking, valueOf } from '../support/desk.ts'
import { connected, type TestStudio } from '../support/studio.ts'

/** A calendar with so many bookings, of an hour each, in the weeks to come. */
const withBookings = async (count: number): Promise<TestStudio> => {
  const studio = await connected()
  for (let number = 0; number < count; number++) {
    const start = Date.UTC(2026, 2, 5 + number, 12)
    const time = { start, end: start + HOUR, overrule: true }
    valueOf(studio.commands.create(booking(studio.artist.id, time)))
  }
  await studio.sync()
  expect(studio.events()).toHaveLength(count)
  return studio
}

const remove = (studio: TestStudio, count: number): void => {
  for (const { file } of studio.events().slice(0, count)) studio.server.remove(studio.url, file)
}

const cancelled = (studio: TestStudio): number =>
  studio.store.read.appointments.views({ statuses: ['CANCELLED'] }).length

const brakeOf = (studio: TestStudio): unknown =>
  studio.store.read.calendars.get(studio.calendar.id)?.brake

describe('a pull stops and asks before it cancels more than five bookings and a fifth', () => {
  it.each([
    ['five of five are not more than five', 5, 5, false],
    ['six of thirty are a fifth and not more', 30, 6, false],
    ['six of twenty-nine are both', 29, 6, true],
  ])('%s', async (_, count, gone, stops) => {
    const studio = await withBookings(count)
    remove(studio, gone)
    await studio.sync()
    expect(cancelled(studio)).toBe(stops ? 0 : gone)
    expect(brakeOf(studio)).toEqual(stops ? { cancellations: gone, inWindow: count } : null)
  })

  it('counts what is marked as cancelled like what is gone', async () => {
    const studio = await withBookings(6)
    remove(studio, 1)
    for (const { file } of studio.events())
      studio.edit(file, (text) => text.replace('STATUS:TENTATIVE', 'STATUS:CANCELLED'))
    await studio.sync()
    expect(cancelled(studio)).toBe(0)
    expect(brakeOf(studio)).toEqual({ cancellations: 6, inWindow: 6 })
  })

  it('asks as well where only a look at some days misses them', async () => {
    const studio = await withBookings(6)
    let before: Awaited<ReturnType<Fault>> | undefined
    const stop = studio.server.faults.always(
      { method: 'PROPFIND' },
      async (_, carryOut) => (before ??= await carryOut()),
    )
    await studio.sync()
    remove(studio, 6)
    const range = { start: studio.clock.now, end: studio.clock.now + 30 * DAY }
    await studio.engine.run({ trigger: 'availability', range })
    stop()
    expect(cancelled(studio)).toBe(0)
    expect(brakeOf(studio)).toEqual({ cancellations: 6, inWindow: 6 })
  })

  it('says so once, and stores and sends nothing until a person has decided', async () => {
    const studio = await withBookings(6)
    const [first] = studio.store.read.appointments.views({})
    remove(studio, 6)
    await studio.sync()
    if (first) {
      const { id, version } = first
      valueOf(studio.commands.approve({ id, version, overrule: true }))
    }
    const writes = studio.writes()
    await studio.sync()
    expect(studio.notices()).toEqual([expect.stringMatching(/^brake: .* missing 6 of 6 bookings/)])
    expect(studio.writes()).toBe(writes)
    expect(studio.engine.status().artists[0]?.failure?.kind).toBe('not-allowed')

    await studio.engine.releaseBrake(studio.calendar.id)
    expect(brakeOf(studio)).toBeNull()
    expect(cancelled(studio)).toBe(6)
    expect(studio.engine.status().artists[0]?.failure).toBeNull()
  })
})
