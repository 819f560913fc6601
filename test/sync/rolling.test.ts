import { expect, it } from 'vitest'
import { DAY, HOUR } from '../../src/domain/interval.ts'
import type { Decode } from '../../src/main/sync/context.ts'
import { rollBusyWindows } from '../../src/main/sync/rolling.ts'
import { eventText } from '../support/servers/events.ts'
import { addCalendar, NOW, openTestStore } from '../support/store.ts'
import { connected, decode, openTestStudio } from '../support/studio.ts'

const never = new AbortController().signal

/** 24 months ahead, as the window has to reach, and the month in reserve that it is given. */
const REACH = 731 * DAY
const RESERVE = 31 * DAY

/** A calendar with events, one an hour from `NOW`, and a reader that counts what it is asked for. */
const withEvents = (count: number) => {
  const store = openTestStore()
  const calendar = addCalendar(store, { busyFrom: NOW, busyTo: NOW })
  const put = (number: number, title: string): void => {
    const text = eventText(`e${number}`, [
      `SUMMARY:${title}`,
      'DTSTART:20260304T090000',
      'DTEND:20260304T100000',
    ])
    store.transaction((tx) =>
      tx.objects.upsert(
        {
          calendarId: calendar.id,
          href: `/e${number}.ics`,
          uid: `e${number}`,
          etag: '"1"',
          text,
          hash: title,
          problem: null,
        },
        [],
      ),
    )
  }
  for (let number = 0; number < count; number++) put(number, `Event ${number}`)
  const asked: number[] = []
  const counting: Decode = (objects, options) => {
    asked.push(objects.length)
    return decode(objects, options)
  }
  const titles = (): string[] =>
    store.read.busy.overlapping([calendar.id], 0, 8.64e15).map(({ title }) => title)
  const window = (): unknown => {
    const { busyFrom, busyTo } = store.read.calendars.get(calendar.id) ?? {}
    return { busyFrom, busyTo }
  }
  return { store, calendar, put, asked, counting, titles, window }
}

const rolled = (now: number): unknown => ({
  busyFrom: now - 90 * DAY,
  busyTo: now + REACH + RESERVE,
})

it.each([
  ['not while it reaches 24 months ahead', NOW + REACH, []],
  ['as soon as it does not', NOW + REACH - 1, [1]],
  ['where there was none', null, [1]],
])('a window is rolled forward: %s', async (_, busyTo, expected) => {
  const { store, calendar, asked, counting, window } = withEvents(1)
  await rollBusyWindows(store, decode, () => NOW, never)
  store.transaction((tx) => tx.calendars.update(calendar.id, { busyFrom: 1, busyTo }))
  await rollBusyWindows(store, counting, () => NOW, never)
  expect(asked).toEqual(expected)
  expect(window()).toEqual(expected.length > 0 ? rolled(NOW) : { busyFrom: 1, busyTo })
})

it('a month passes between two times', async () => {
  const { store, asked, counting, window } = withEvents(1)
  await rollBusyWindows(store, counting, () => NOW, never)
  await rollBusyWindows(store, counting, () => NOW + RESERVE, never)
  expect(asked).toEqual([1])
  await rollBusyWindows(store, counting, () => NOW + RESERVE + 1, never)
  expect(asked).toEqual([1, 1])
  expect(window()).toEqual(rolled(NOW + RESERVE + 1))
})

const midnight = (instant: number): number => Math.floor(instant / DAY) * DAY

/** The first and the last start of an hour at midnight, every day, that touches the window of `now`. */
const edges = (now: number): unknown => {
  const [from, to] = [now - 90 * DAY, now + REACH + RESERVE]
  return [
    midnight(from) + HOUR > from ? midnight(from) : midnight(from) + DAY,
    midnight(to) < to ? midnight(to) : midnight(to) - DAY,
  ]
}

it('what recurs is there up to the end of the window and from its beginning, and not beyond', async () => {
  const studio = await connected()
  const daily = ['DTSTART:20250101T000000Z', 'DTEND:20250101T010000Z', 'RRULE:FREQ=DAILY']
  studio.server.put(studio.url, 'daily.ics', eventText('daily', daily))
  await studio.sync()
  const starts = (): number[] =>
    studio.store.read.busy.overlapping([studio.calendar.id], 0, 8.64e15).map(({ start }) => start)
  const ends = (): unknown => [starts()[0], starts().at(-1)]
  expect(ends()).toEqual(edges(studio.clock.now))
  for (const later of [RESERVE + 1, 400 * DAY, Date.UTC(2028, 0, 1) - NOW]) {
    studio.clock.now = NOW + later
    studio.engine.start()
    await expect.poll(ends).toEqual(edges(studio.clock.now))
  }
})

it('more events than are read at once are all expanded again', async () => {
  const { store, asked, counting, titles } = withEvents(401)
  await rollBusyWindows(store, counting, () => NOW, never)
  expect(asked).toEqual([200, 200, 1])
  expect(new Set(titles()).size).toBe(401)
})

it('another zone of the studio expands all anew, once', async () => {
  const { store, calendar, asked, counting } = withEvents(1)
  await rollBusyWindows(store, counting, () => NOW, never)
  const start = (): unknown =>
    store.read.busy.overlapping([calendar.id], 0, 8.64e15).map((hit) => hit.start)
  expect(start()).toEqual([Date.UTC(2026, 2, 4, 8)])
  store.transaction((tx) => tx.settings.update({ zone: 'America/New_York' }))
  await rollBusyWindows(store, counting, () => NOW, never)
  expect(start()).toEqual([Date.UTC(2026, 2, 4, 14)])
  await rollBusyWindows(store, counting, () => NOW, never)
  expect(asked).toEqual([1, 1])
})

const slow: Decode = (objects, options) => decode(objects.slice(1), options)

it('an event that takes too long to read keeps the time that is known, and is named', async () => {
  const { store, calendar, titles } = withEvents(2)
  await rollBusyWindows(store, decode, () => NOW, never)
  await rollBusyWindows(store, slow, () => NOW + RESERVE + 1, never)
  expect(titles().toSorted()).toEqual(['Event 0', 'Event 1'])
  expect(store.read.objects.problems(calendar.id)).toMatchObject([
    { href: '/e0.ics', problem: 'It takes too long to read.' },
  ])
})

it('what a pull brings while it is read is newer', async () => {
  const { store, put, titles } = withEvents(2)
  await rollBusyWindows(store, decode, () => NOW, never)
  const pulled: Decode = async (objects, options) => {
    const read = await decode(objects, options)
    put(0, 'Newer')
    return read
  }
  await rollBusyWindows(store, pulled, () => NOW + RESERVE + 1, never)
  // What the pull itself stored of it: here, no time at all.
  expect(titles()).toEqual(['Event 1'])
})

it('one that is stopped changes nothing, and is done again', async () => {
  const { store, asked, counting, titles, window } = withEvents(201)
  const stop = new AbortController()
  const stopping: Decode = async (objects, options) => {
    stop.abort()
    return decode(objects, options)
  }
  await rollBusyWindows(store, stopping, () => NOW, stop.signal)
  await rollBusyWindows(store, counting, () => NOW, stop.signal)
  expect(asked).toEqual([])
  expect(titles()).toEqual([])
  expect(window()).toEqual({ busyFrom: NOW, busyTo: NOW })
  await rollBusyWindows(store, counting, () => NOW, never)
  expect(asked).toEqual([200, 1])
  expect(window()).toEqual(rolled(NOW))
})

it('a calendar that was never read gets its window with the first pull', async () => {
  const { store, calendar, sync, clock } = openTestStudio()
  await sync()
  expect(store.read.calendars.get(calendar.id)).toMatchObject({
    busyFrom: clock.now - 90 * DAY,
    busyTo: clock.now + REACH + RESERVE,
  })
})
