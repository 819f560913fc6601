import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../src/domain/interval.ts'
import type { AppointmentView } from '../../src/domain/views.ts'
import { openRemote } from '../../src/main/caldav/client.ts'
import { answer } from '../../src/main/sample/server/http.ts'
import {
  hold,
  lostAnswer,
  refused,
  status,
  type Fault,
} from '../../src/main/sample/server/faults.ts'
import { createSyncEngine } from '../../src/main/sync/engine.ts'
import { at, booking, valueOf } from '../support/desk.ts'
import { script } from '../support/script.ts'
import { eventText } from '../support/servers/events.ts'
import {
  book,
  connected,
  decode,
  manualTimers,
  only,
  summary,
  type TestStudio,
} from '../support/studio.ts'

const look = 'PROPFIND 1'
const create = 'PUT mara/*.ics if-none-match'
const change = 'PUT mara/*.ics if-match'
const changes = 'REPORT mara/ since'
const one = 'GET mara/*.ics'

/** So many bookings of an hour each, in the order in which they are sent. */
const enter = (studio: TestStudio, count: number): AppointmentView[] =>
  Array.from({ length: count }, (_, index) => {
    const start = at(14 + 2 * index)
    return valueOf(
      studio.commands.create(
        booking(studio.artist.id, { start, end: start + HOUR, overrule: true }),
      ),
    )
  })

const cancel = (studio: TestStudio, { id }: AppointmentView): void => {
  const { version } = studio.view(id)
  valueOf(studio.commands.cancel({ id, version, reason: '' }))
}

/** Staff do something while the first of several writes is under way. */
const meanwhile = (studio: TestStudio, work: () => void): void =>
  studio.server.faults.next({ method: 'PUT' }, (_request, carryOut) => {
    work()
    return carryOut()
  })

const asked = (studio: TestStudio, method: string): number =>
  studio.server.requests.filter((request) => request.method === method).length

const phases = (studio: TestStudio): string[] =>
  studio.store.read.outbox.all().map(({ phase }) => phase)

describe('Retry-After', () => {
  it('of one event holds for that one, and the others go out', async () => {
    const studio = await connected()
    const [first, second] = enter(studio, 2)
    const locked = status(423, { 'Retry-After': '3600' })
    await script(studio.server, [look, [create, locked], create, changes, one], studio.sync)
    expect(studio.view(second?.id ?? '').delivery).toBe('sent')
    studio.clock.now += HOUR - 1
    await script(studio.server, [look], studio.sync)
    studio.clock.now += 1
    await script(studio.server, [look, create, changes, one], studio.sync)
    expect(studio.view(first?.id ?? '').delivery).toBe('sent')
  })
})

it('a calendar found read only is noted at once, and nothing more is sent to it', async () => {
  const studio = await connected()
  enter(studio, 6)
  const forbidden = [create, status(403)] as const
  // Four were under way when the first was refused.
  await script(studio.server, [look, forbidden, forbidden, forbidden, forbidden], studio.sync)
  expect(studio.store.read.calendars.get(studio.calendar.id)?.readOnly).toBe(true)
  expect(phases(studio).filter((phase) => phase === 'held')).toHaveLength(4)
})

describe('a change of mind while others are being sent', () => {
  it('a booking cancelled before its turn is never sent', async () => {
    const studio = await connected()
    const bookings = enter(studio, 17)
    const last = bookings[16]
    meanwhile(studio, () => last && cancel(studio, last))
    await studio.sync()
    expect(asked(studio, 'PUT')).toBe(16)
    expect(studio.events()).toHaveLength(16)
    expect(studio.view(last?.id ?? '')).toMatchObject({
      status: 'CANCELLED',
      delivery: 'sent',
      trouble: null,
    })
  })

  it('a change turned into a cancellation is sent as that', async () => {
    const studio = await connected()
    const bookings = enter(studio, 17)
    await studio.sync()
    for (const { id } of bookings)
      valueOf(studio.commands.approve({ id, version: studio.view(id).version, overrule: true }))
    const last = bookings[16]
    const before = asked(studio, 'PUT')
    meanwhile(studio, () => last && cancel(studio, last))
    await studio.sync()
    expect(asked(studio, 'PUT') - before).toBe(16)
    expect(asked(studio, 'DELETE')).toBe(1)
    expect(studio.events()).toHaveLength(16)
  })
})

it('no write is begun, nor written down as begun, once the app closes', async () => {
  const studio = await connected()
  enter(studio, 24)
  let puts = 0
  const engine = createSyncEngine({
    store: studio.store,
    openRemote: (login) => {
      const remote = openRemote(login, { fetch: studio.server.fetch, now: () => studio.clock.now })
      return {
        ...remote,
        // The app closes at the very moment the first answer is there.
        put: async (...request) => {
          puts += 1
          const given = await remote.put(...request)
          void engine.stop()
          return given
        },
      }
    },
    passwordOf: () => 'secret',
    decode,
    now: () => studio.clock.now,
    random: () => 0.5,
    timers: manualTimers(),
  })
  await engine.run({ trigger: 'button' })
  await engine.stop()
  expect(puts).toBe(4)
  expect(phases(studio).filter((phase) => phase === 'ready')).toHaveLength(8)

  // What was under way is looked up, and all is there once.
  await studio.sync()
  expect(studio.events()).toHaveLength(24)
  expect(phases(studio)).toEqual([])
})

it('four writes are under way at once, and never more', async () => {
  const studio = await connected()
  enter(studio, 9)
  const underWay: (() => void)[] = []
  let most = 0
  studio.server.faults.always({ method: 'PUT' }, async (request, carryOut) => {
    const { fault, release } = hold()
    underWay.push(release)
    most = Math.max(most, underWay.length)
    return fault(request, carryOut)
  })
  const run = studio.sync()
  for (let left = 9; left > 0; left--) {
    await expect.poll(() => underWay.length).toBe(Math.min(4, left))
    underWay.shift()?.()
  }
  await run
  expect(most).toBe(4)
  expect(studio.events()).toHaveLength(9)
})

describe('a booking that meets an event', () => {
  const dentist = eventText('dentist', [
    'SUMMARY:Dentist',
    'DTSTART:20260304T133000Z',
    'DTEND:20260304T143000Z',
  ])
  /** A booking from 14:00 that staff have been told overlaps the dentist from 14:30. */
  const overlapping = async (): Promise<{ studio: TestStudio; booked: AppointmentView }> => {
    const studio = await connected()
    const { id } = await book(studio)
    studio.server.put(studio.url, 'dentist.ics', dentist)
    await studio.sync()
    const booked = studio.view(id)
    expect(booked.trouble?.kind).toBe('overlap')
    return { studio, booked }
  }

  it('is sent where its time stays as it was: it has that time already', async () => {
    const { studio, booked } = await overlapping()
    const { id, version } = booked
    const words = { description: 'Moth' }
    valueOf(studio.commands.update({ id, version, changes: words, overrule: false }))
    await script(studio.server, [look, change, changes, one], studio.sync)
    expect(studio.view(id)).toMatchObject({ delivery: 'sent', trouble: { kind: 'overlap' } })
    expect(studio.events().map(({ text }) => summary(text))).toContain('REQUEST: Ava Chen - Moth')
  })

  it('is not sent where it moves into that time', async () => {
    const studio = await connected()
    const { id, version } = await book(studio, { start: at(17), end: at(19) })
    const changed = { start: at(14), end: at(16) }
    valueOf(studio.commands.update({ id, version, changes: changed, overrule: false }))
    studio.server.put(studio.url, 'dentist.ics', dentist)
    await script(studio.server, [look, changes, 'GET mara/dentist.ics'], studio.sync)
    expect(studio.view(id)).toMatchObject({
      start: at(14),
      delivery: 'held',
      trouble: { kind: 'overlap' },
    })
  })
})

/** Keeps what is sent under a name of its own, and says so, as some servers do. */
const keptElsewhere =
  (studio: TestStudio): Fault =>
  (request) => {
    studio.server.put(studio.url, 'kept.ics', new TextDecoder().decode(request.body))
    return answer(201, { Location: `${new URL(studio.url).pathname}kept.ics` })
  }

describe('the address at which the server keeps an event', () => {
  it('is taken over where it is another than was asked for', async () => {
    const studio = await connected()
    const { id } = valueOf(studio.commands.create(booking(studio.artist.id)))
    await script(
      studio.server,
      [look, [create, keptElsewhere(studio)], changes, 'GET mara/kept.ics'],
      studio.sync,
    )
    const { version, calendar, delivery } = studio.view(id)
    expect(delivery).toBe('sent')
    expect(calendar?.href).toMatch(/kept\.ics$/)
    valueOf(studio.commands.approve({ id, version, overrule: false }))
    await script(
      studio.server,
      [look, 'PUT mara/kept.ics if-match', changes, 'GET mara/kept.ics'],
      studio.sync,
    )
    expect(summary(only(studio).text)).toBe('Ava Chen - Fern sleeve')
  })

  it('is taken over where staff changed the booking before that was known', async () => {
    const studio = await connected()
    const { id, version } = valueOf(studio.commands.create(booking(studio.artist.id)))
    const lost: Fault = async (request, carryOut) => {
      await keptElsewhere(studio)(request, carryOut)
      return refused()(request, carryOut)
    }
    await script(studio.server, [look, [create, lost]], studio.sync)
    valueOf(studio.commands.cancel({ id, version, reason: '' }))
    studio.clock.now += 20 * MINUTE
    await script(
      studio.server,
      [look, changes, 'GET mara/kept.ics', 'DELETE mara/kept.ics if-match', changes],
      studio.sync,
    )
    expect(studio.events()).toEqual([])
  })

  it.each<[string, (studio: TestStudio, view: AppointmentView) => void, string, number]>([
    [
      'changed',
      (studio, { id, version }) => {
        valueOf(studio.commands.approve({ id, version, overrule: false }))
      },
      'PUT mara/renamed.ics if-match',
      1,
    ],
    ['cancelled', cancel, 'DELETE mara/renamed.ics if-match', 0],
  ])(
    'is taken over where it is renamed there while it is %s here',
    async (_, work, write, left) => {
      const studio = await connected()
      const booked = await book(studio)
      const { file, text } = only(studio)
      work(studio, booked)
      studio.server.remove(studio.url, file)
      studio.server.put(studio.url, 'renamed.ics', text)
      const again = left > 0 ? ['GET mara/renamed.ics'] : []
      await script(
        studio.server,
        [look, changes, 'GET mara/renamed.ics', write, changes, ...again],
        studio.sync,
      )
      expect(studio.events()).toHaveLength(left)
      expect(studio.view(booked.id)).toMatchObject({ delivery: 'sent', trouble: null })
    },
  )

  it('is taken over where its text cannot be had: it is not sent again and again', async () => {
    const studio = await connected()
    const { id } = valueOf(studio.commands.create(booking(studio.artist.id)))
    await script(studio.server, [look, [create, lostAnswer()]], studio.sync)
    const { file, text } = only(studio)
    studio.server.remove(studio.url, file)
    studio.server.put(studio.url, 'moved.ics', text)
    studio.server.faults.always({ method: 'GET' }, status(500))
    studio.clock.now += 20 * MINUTE
    await studio.sync()
    const sent = asked(studio, 'PUT')
    expect(studio.view(id).calendar?.href).toMatch(/moved\.ics$/)
    await studio.sync()
    expect(asked(studio, 'PUT')).toBe(sent)
  })

  it('that cannot be asked for is asked for again later', async () => {
    const studio = await connected()
    const { id } = valueOf(studio.commands.create(booking(studio.artist.id)))
    const taken = status(
      409,
      {},
      '<d:error xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><c:no-uid-conflict/></d:error>',
    )
    const question = 'REPORT mara/ query'
    await script(
      studio.server,
      [look, [create, taken], [question, status(500)], changes],
      studio.sync,
    )
    expect(studio.view(id)).toMatchObject({ status: 'PENDING', delivery: 'waiting', trouble: null })
    studio.clock.now += 20 * MINUTE
    await script(studio.server, [look, create, changes, one], studio.sync)
    expect(studio.view(id)).toMatchObject({ delivery: 'sent', trouble: null })
  })
})
