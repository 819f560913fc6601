import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isLive } from '../../src/domain/appointment.ts'
import { DAY, HOUR } from '../../src/domain/interval.ts'
import { fail } from '../../src/domain/failure.ts'
import { formatTitle } from '../../src/domain/title.ts'
import { timeAt } from '../../src/domain/zone.ts'
import { availabilityQueries } from '../../src/main/appointments/availability.ts'
import { appointmentCommands } from '../../src/main/appointments/commands.ts'
import type { Desk } from '../../src/main/appointments/desk.ts'
import { openRemote } from '../../src/main/caldav/client.ts'
import { busyIntervals } from '../../src/main/ical/busy.ts'
import { readEvent } from '../../src/main/ical/read.ts'
import { seedSample } from '../../src/main/sample/seed.ts'
import { openSampleServer } from '../../src/main/sample/studio.ts'
import { openStore } from '../../src/main/store/open.ts'
import { createSyncEngine } from '../../src/main/sync/engine.ts'
import { migrations, openTestStore, temporaryFolder, ZONE } from '../support/store.ts'
import { valueOf } from '../support/results.ts'
import { decode, manualTimers } from '../support/studio.ts'

/** Tuesday, 24 November 2026, 14:22 in Berlin. */
const TUESDAY = Date.UTC(2026, 10, 24, 13, 22)

/** The sample studio in `folder`, made where there is none, with an engine that is not started. */
const openSample = (folder: string, { now = TUESDAY, zone = ZONE } = {}) => {
  const common = { now: () => now, newId: randomUUID }
  const sample = openSampleServer({
    ...common,
    folder,
    occursIn: (text, from, to) => busyIntervals(text, { zone, from, to }).busy.length > 0,
  })
  const { server, login } = sample
  const file = join(folder, 'linework.db')
  const store = openStore({ file, migrations, zone, now: common.now })
  const desk: Desk = { ...common, store, busyBeyond: () => [] }
  if (sample.isNew)
    seedSample({
      ...common,
      sample,
      store,
      commandsAt: (at) => appointmentCommands({ ...desk, now: at }),
    })
  const engine = createSyncEngine({
    store,
    openRemote: (account) => openRemote(account, { fetch: server.fetch, now: common.now }),
    passwordOf: () => login.password,
    decode,
    now: common.now,
    random: () => 0.5,
    timers: manualTimers(),
  })
  let open = true
  const close = async (): Promise<void> => {
    if (!open) return
    open = false
    await engine.stop()
    store.close()
  }
  onTestFinished(close)
  return {
    sample,
    server,
    store,
    close,
    commands: appointmentCommands(desk),
    availability: availabilityQueries(desk),
    sync: () => engine.run({ trigger: 'button' }),
    status: () => engine.status(),
    bookings: () => store.read.appointments.views({}),
    writes: () =>
      server.requests.filter(({ method }) => method === 'PUT' || method === 'DELETE').length,
    /** The titles in the artists' calendars, by href. */
    titles: (): Map<string, string> =>
      new Map(
        store.read.calendars
          .all()
          .flatMap(({ url }) => server.list(url))
          .map(({ href, text }) => [href, valueOf(readEvent(text, zone)).summary]),
      ),
  }
}

type Sample = ReturnType<typeof openSample>

const countBy = (values: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

const statusOf = (studio: Sample, client: string, description: string) =>
  studio
    .bookings()
    .find((one) => one.clientName === client && one.description.startsWith(description))?.status

const troubled = (studio: Sample) =>
  studio
    .bookings()
    .flatMap(({ trouble, clientName }) => (trouble ? [{ ...trouble, clientName }] : []))

/** Each test makes a whole studio; that takes its time on a busy machine. */
const whole = { timeout: 30_000 }

const refuse = () => fail('slot-taken', 'This time is taken.')
const commandsAt = () => ({ create: refuse, approve: refuse, mark: refuse })

describe('a new sample studio', whole, () => {
  it('has six artists at work, their clients, and a day in full swing', () => {
    const studio = openSample(temporaryFolder())
    const { read } = studio.store
    expect(read.settings.get()).toMatchObject({ studioName: 'Quayside Tattoo', ready: true })
    expect(read.artists.all().map(({ name, ink }) => `${name} ${ink}`)).toEqual([
      'Mara Lindqvist 1',
      'Jonas Behr 2',
      'Ilka Petrova 3',
      'Theo Adeyemi 4',
      'Yuki Tanabe 10',
      'Rosa Delmar 6',
    ])
    expect(read.clients.search('', 100)).toHaveLength(26)
    expect(read.calendars.all().map(({ role }) => role)).toContain('blocking')
    const all = countBy(studio.bookings().map(({ status }) => status))
    expect(all).toMatchObject({ PENDING: 7, ARRIVED: 5, NO_SHOW: 3 })
    expect(statusOf(studio, 'Hanna Voss', 'Peony half-sleeve, session 3')).toBe('COMPLETED')
    expect(statusOf(studio, 'Priya Raman', 'Fine-line fern')).toBe('ARRIVED')
    expect(statusOf(studio, 'Kai Winter', 'Crane')).toBe('NO_SHOW')
    expect(statusOf(studio, 'Emil Sørensen', 'Cover-up, old name on wrist')).toBe('COMPLETED')
    const asked = studio.bookings().filter(({ status }) => status === 'PENDING')
    expect(asked.every(({ createdAt }) => createdAt <= TUESDAY - 2 * HOUR)).toBe(true)
  })

  it('reaches its calendars in one run, and writes nothing in the next', async () => {
    const studio = openSample(temporaryFolder())
    const waiting = studio.store.read.outbox.all().length
    expect(waiting).toBe(studio.bookings().length)
    await studio.sync()

    expect(studio.store.read.outbox.all()).toEqual([])
    expect(studio.writes()).toBe(waiting)
    const titles = studio.titles()
    for (const { calendar, status, clientName, description, delivery } of studio.bookings()) {
      expect(delivery).toBe('sent')
      expect(titles.get(calendar?.href ?? '')).toBe(formatTitle(status, clientName, description))
    }
    expect([...titles.values()]).toContain('REQUEST: Rafael Costa - Anatomical heart, chest')
    await studio.sync()
    expect(studio.writes()).toBe(waiting)
    expect(studio.status()).toMatchObject({ waiting: 0 })
    expect(studio.status().artists.flatMap(({ failure }) => failure ?? [])).toEqual([])
  })

  it('has one conflict to look at, which a person can settle', async () => {
    const studio = openSample(temporaryFolder())
    await studio.sync()
    expect(troubled(studio)).toMatchObject([
      {
        kind: 'overlap',
        clientName: 'Leonie Brandt',
        message: 'Overlaps “Pick up Lio”, Tue 24 Nov, 14:45–15:45',
      },
    ])
    const booking = studio.bookings().find(({ trouble }) => trouble)
    if (!booking) throw new Error('There is no conflict.')
    const start = booking.start + 7 * DAY + 3 * HOUR
    const moved = studio.commands.update({
      id: booking.id,
      version: booking.version,
      changes: { start, end: start + 2 * HOUR },
      overrule: true,
    })
    valueOf(moved)
    await studio.sync()
    expect(troubled(studio)).toEqual([])
  })

  it('knows what the artists have put into their calendars', async () => {
    const studio = openSample(temporaryFolder())
    await studio.sync()
    const span = { from: TUESDAY - 2 * DAY, to: TUESDAY + 10 * DAY }
    const busy = studio.availability.busyViews(span)
    expect(countBy(busy.map(({ title }) => title))).toEqual({
      Busy: 2,
      'Call with the printer': 1,
      Dentist: 1,
      'Flash posters due': 1,
      'Guest spot, Ghent': 1,
      'Ink delivery': 1,
      'Pick up Lio': 1,
      'Team meeting': 12,
      'Vet with Momo': 1,
    })
    expect(busy.filter(({ blocks }) => !blocks).map(({ title }) => title)).toEqual([
      'Flash posters due',
    ])
    const guestSpot = busy.find(({ title }) => title === 'Guest spot, Ghent')
    expect(guestSpot).toMatchObject({ allDay: true, end: (guestSpot?.start ?? 0) + 2 * DAY })
    const meetings = busy.filter(({ title }) => title === 'Team meeting')
    expect(new Set(meetings.map(({ start }) => timeAt(start, ZONE)))).toEqual(new Set(['10:00']))
  })
})

describe('the sample studio at any time', whole, () => {
  const moments = [
    ['early on a Sunday', '2026-11-29T02:00:00Z', 'Europe/Berlin'],
    ['late on a Saturday', '2026-11-28T21:30:00Z', 'Europe/Berlin'],
    ['around the end of summer time', '2026-10-21T10:00:00Z', 'Europe/Berlin'],
    ['around its start', '2026-03-05T17:00:00Z', 'America/Los_Angeles'],
    ['half an hour off', '2027-02-27T05:00:00Z', 'Australia/Adelaide'],
    ['a day ahead', '2026-12-31T12:00:00Z', 'Pacific/Kiritimati'],
    ['without a zone', '2028-02-29T12:45:00Z', 'UTC'],
  ] as const

  it.each(moments)('is whole: %s', async (_name, date, zone) => {
    const now = Date.parse(date)
    const studio = openSample(temporaryFolder(), { now, zone })
    await studio.sync()
    expect(studio.store.read.outbox.all()).toEqual([])
    expect(troubled(studio)).toHaveLength(1)
    const bookings = studio.bookings()
    expect(bookings.length).toBeGreaterThan(70)
    const open = bookings.filter(({ status }) => status === 'PENDING' || status === 'CONFIRMED')
    expect(open.every(({ start }) => start > now)).toBe(true)
    const requests = countBy(bookings.map(({ status }) => status)).PENDING
    expect(requests).toBeGreaterThanOrEqual(5)
    const today = bookings.filter(({ start }) => Math.abs(start - now) < DAY)
    expect(today.filter(({ status }) => isLive(status)).length).toBeGreaterThan(8)
  })
})

describe('the sample studio on the disk', whole, () => {
  it('is as it was left', async () => {
    const folder = temporaryFolder()
    const first = openSample(folder)
    await first.sync()
    const [before, snapshot] = [first.bookings(), first.server.snapshot()]
    await first.close()

    const second = openSample(folder)
    expect(second.sample.isNew).toBe(false)
    expect(second.server.snapshot()).toEqual(snapshot)
    expect(second.sample.login.password).not.toBe(first.sample.login.password)
    await second.sync()
    expect(second.writes()).toBe(0)
    expect(second.bookings()).toEqual(before)
  })

  it('sends after a restart what was still waiting', async () => {
    const folder = temporaryFolder()
    const first = openSample(folder)
    const waiting = first.store.read.outbox.all().length
    await first.close()
    const second = openSample(folder)
    await second.sync()
    expect(second.writes()).toBe(waiting)
    expect(second.store.read.outbox.all()).toEqual([])
  })

  it.each([
    ['cannot be read', '{"calendars": [{'],
    ['is something else', '{"calendars": [{"owner": 1}]}'],
  ])('starts afresh when the server’s file %s', async (_name, text) => {
    const folder = temporaryFolder()
    const first = openSample(folder)
    const ids = first.bookings().map(({ id }) => id)
    await first.close()
    writeFileSync(join(folder, 'server.json'), text)

    const second = openSample(folder)
    expect(second.sample.isNew).toBe(true)
    expect(second.bookings()).toHaveLength(ids.length)
    expect(second.bookings().some(({ id }) => ids.includes(id))).toBe(false)
  })

  it('starts afresh when it was never finished', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'linework.db'), 'half of it')
    expect(openSample(folder).bookings().length).toBeGreaterThan(70)
  })

  it('is all in its folder, and gone with it', async () => {
    const folder = join(temporaryFolder(), 'sample')
    const first = openSample(folder)
    await first.sync()
    await first.close()
    expect(readdirSync(folder).toSorted()).toEqual(['linework.db', 'server.json'])
    rmSync(folder, { recursive: true })
    const second = openSample(folder)
    expect(second.sample.isNew).toBe(true)
    expect([...second.titles().values()]).not.toContain('Pick up Lio')
  })

  it('is not kept when the desk refuses a booking', () => {
    const folder = temporaryFolder()
    const common = { now: () => TUESDAY, newId: randomUUID }
    const sample = openSampleServer({ ...common, folder, occursIn: () => true })
    const store = openTestStore()
    expect(() => seedSample({ ...common, sample, store, commandsAt })).toThrow(
      'This time is taken.',
    )
    expect(existsSync(join(folder, 'server.json'))).toBe(false)
  })
})
