import { onTestFinished, expect, it } from 'vitest'
import { HOUR, type Interval } from '../src/domain/interval.ts'
import { availabilityQueries } from '../src/main/appointments/availability.ts'
import { appointmentCommands } from '../src/main/appointments/commands.ts'
import { createFarTime } from '../src/main/far-time.ts'
import type { Decode } from '../src/main/sync/context.ts'
import { booking, valueOf } from './support/desk.ts'
import { eventText } from './support/servers/events.ts'
import { connected, decode, type TestStudio } from './support/studio.ts'

const year = (from: number): Interval => ({ start: Date.UTC(from, 0), end: Date.UTC(from + 1, 0) })

/** Every Tuesday from 13:30, for ever; three years ahead that is the 6th of March. */
const tuesdays = eventText('tuesdays', [
  'SUMMARY:Dentist',
  'DTSTART:20060103T123000Z',
  'DTEND:20060103T143000Z',
  'RRULE:FREQ=WEEKLY',
])
const tuesday = { start: Date.UTC(2029, 2, 6, 13), end: Date.UTC(2029, 2, 6, 15) }
const wednesday = { start: tuesday.start + 24 * HOUR, end: tuesday.end + 24 * HOUR }

/** A studio with an endless event and what reads it; `read` holds the texts of every reading. */
const farStudio = async (over: { decode?: Decode; patience?: number } = {}) => {
  const studio = await connected()
  const { store, server, url, artist } = studio
  server.put(url, 'tuesdays.ics', tuesdays)
  await studio.sync()
  const read: number[] = []
  const told: string[] = []
  const far = createFarTime({
    store,
    decode: (objects, options) => {
      read.push(objects.length)
      return (over.decode ?? decode)(objects, options)
    },
    tell: () => told.push('now'),
    ...(over.patience !== undefined && { patience: over.patience }),
  })
  onTestFinished(far.close)
  const desk = { store, now: () => studio.clock.now, newId: () => 'id', ...far }
  const queries = availabilityQueries(desk)
  const check = (time: Interval) => () =>
    valueOf(queries.check({ artistId: artist.id, ...time, from: 'local' }))
  return { ...studio, ...far, read, told, desk, queries, check }
}

type FarStudio = Awaited<ReturnType<typeof farStudio>>

const fill = ({ server, url }: TestStudio | FarStudio): void => {
  for (let day = 10; day < 30; day++)
    server.put(
      url,
      `e${day}.ics`,
      eventText(`e${day}`, [`DTSTART:202603${day}T080000Z`, `DTEND:202603${day}T090000Z`]),
    )
}

it('answers about a year far off from the few events that reach there', async () => {
  const studio = await farStudio()
  fill(studio)
  await studio.sync()
  const { calendar, onceRead, busyBeyond, read } = studio
  const found = await onceRead(() => busyBeyond(calendar.id, year(2040)))
  expect(found?.map(({ title }) => title)).toEqual(Array.from({ length: 52 }, () => 'Dentist'))
  expect(new Set(read)).toEqual(new Set([1]))
  expect(await onceRead(() => busyBeyond(calendar.id, year(2001)))).toEqual([])
})

it('reads once what is asked about again, and anew after a change', async () => {
  const { onceRead, check, read, server, url, sync } = await farStudio()
  expect(await onceRead(check(tuesday))).toMatchObject({ available: false, reason: 'busy' })
  expect(await onceRead(check(wednesday))).toMatchObject({ available: true })
  expect(read).toEqual([1])
  server.put(url, 'tuesdays.ics', tuesdays.replaceAll('20060103', '20060104'))
  await sync()
  expect(await onceRead(check(tuesday))).toMatchObject({ available: true })
  expect(await onceRead(check(wednesday))).toMatchObject({ available: false })
  expect(read).toEqual([1, 1])
})

it('reads the stretches of several questions at once only once each', async () => {
  const { onceRead, check, read } = await farStudio()
  const answers = await Promise.all([onceRead(check(tuesday)), onceRead(check(wednesday))])
  expect(answers.map(({ available }) => available)).toEqual([false, true])
  expect(read).toEqual([1])
})

it('offers no start in time that is taken far off', async () => {
  const { onceRead, queries, artist } = await farStudio()
  const from = tuesday.start - 2 * HOUR
  const slots = await onceRead(() =>
    valueOf(queries.slots({ artistId: artist.id, minutes: 60, from, count: 3 })),
  )
  const starts = slots.map(({ start }) => start)
  expect(starts).toEqual([from, from + HOUR / 4, from + HOUR / 2])
})

it('calls nothing free that was not read: neither at once nor when it takes too long', async () => {
  const held: (() => void)[] = []
  const slow: Decode = async (objects, options) => {
    await new Promise<void>((resolve) => held.push(resolve))
    return decode(objects, options)
  }
  const studio = await farStudio({ decode: slow, patience: 1 })
  const { check, queries, onceRead, artist, told } = studio
  const unread = {
    available: false,
    reason: 'busy',
    overrulable: false,
    message: 'Mara’s calendar is being read that far ahead. Ask again in a moment',
  }
  expect(check(wednesday)()).toMatchObject(unread)
  expect(await onceRead(check(wednesday))).toMatchObject(unread)
  const slots = { artistId: artist.id, minutes: 60, from: wednesday.start, count: 3 }
  expect(await onceRead(() => queries.slots(slots))).toEqual({ ok: true, value: [] })
  const month = { from: wednesday.start, to: wednesday.end }
  expect(await onceRead(() => queries.busyViews(month))).toMatchObject([
    { ...wednesday, title: 'Not read yet', blocks: true },
  ])
  expect(told).toEqual([])

  for (const finish of held) finish()
  await expect.poll(() => told.length).toBeGreaterThan(0)
  expect(check(wednesday)()).toMatchObject({ available: true })
})

it('books far off what is free and refuses what is not, whatever staff overrule', async () => {
  const { onceRead, desk, artist, store } = await farStudio()
  const commands = appointmentCommands(desk)
  const book = (time: Interval) =>
    onceRead(() =>
      commands.create(booking(artist.id, { ...time, client: { name: 'Ava' }, overrule: true })),
    )
  expect(await book(tuesday)).toMatchObject({ ok: false, error: { kind: 'slot-taken' } })
  expect(await book(wednesday)).toMatchObject({ ok: true })
  expect(store.read.appointments.views({})).toHaveLength(1)
})

it('an object that cannot be read to an end takes all the time that it may take', async () => {
  const { onceRead, check, queries } = await farStudio({ decode: async () => [] })
  expect(await onceRead(check(wednesday))).toMatchObject({ available: false, reason: 'busy' })
  const month = { from: wednesday.start, to: wednesday.end }
  expect(await onceRead(() => queries.busyViews(month))).toMatchObject([{ title: 'Busy' }])
  expect(
    await onceRead(check({ start: Date.UTC(2005, 0), end: Date.UTC(2005, 0, 2) })),
  ).toMatchObject({ reason: 'past' })
})

it('hands on what goes wrong', async () => {
  const { onceRead, check } = await farStudio({
    decode: () => Promise.reject(new Error('The disk is gone.')),
  })
  await expect(onceRead(check(wednesday))).rejects.toThrow('The disk is gone.')
})
