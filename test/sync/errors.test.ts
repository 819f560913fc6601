import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../src/domain/interval.ts'
import type { AppointmentView } from '../../src/domain/views.ts'
import { TransportError } from '../../src/main/caldav/transport-error.ts'
import {
  connectionError,
  cut,
  loginPage,
  maintenance,
  refused,
  status,
  type Fault,
} from '../../src/main/sample/server/faults.ts'
import { answer } from '../../src/main/sample/server/http.ts'
import { booking, valueOf } from '../support/desk.ts'
import { script } from '../support/script.ts'
import { addArtist, addCalendar } from '../support/store.ts'
import { book, connected, summary, type TestStudio } from '../support/studio.ts'

const look = 'PROPFIND 1'
const create = 'PUT mara/*.ics if-none-match'
const change = 'PUT mara/*.ics if-match'
const changes = 'REPORT mara/ since'
const one = 'GET mara/*.ics'
const calendarItself = 'PROPFIND mara/ 0'

const throws =
  (error: Error): Fault =>
  () => {
    throw error
  }

/** A refusal of the event and not of the right to write (RFC 4791 §5.3.2.1). */
const badData =
  '<d:error xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><c:valid-calendar-data/></d:error>'

const enter = (studio: TestStudio, hours = 0): AppointmentView =>
  valueOf(
    studio.commands.create(
      booking(studio.artist.id, {
        start: studio.clock.now + (4 + hours) * HOUR,
        end: studio.clock.now + (5 + hours) * HOUR,
        overrule: true,
      }),
    ),
  )

const accountOf = (studio: TestStudio) => {
  const account = studio.store.read.accounts.get(studio.account.id)
  if (!account) throw new Error('The account is gone.')
  return account
}

const failureOf = (studio: TestStudio): string | undefined =>
  studio.engine.status().artists[0]?.failure?.kind

/** More calendars on the same account, which were read once. */
const withColumns = async (studio: TestStudio, ...names: string[]): Promise<void> => {
  for (const name of names) {
    const url = studio.server.mkcalendar({ user: 'desk', name })
    const { id: artistId } = addArtist(studio.store, { name, ink: 2 })
    const accountId = studio.account.id
    addCalendar(studio.store, { artistId, accountId, url, lastSuccessAt: null })
  }
  await studio.sync()
}

describe('an answer about one event sets that one aside, and the rest goes on', () => {
  it.each<[string, Fault]>([
    ['400', status(400)],
    ['403 for its content', status(403, {}, badData)],
    ['413', status(413)],
    ['415', status(415)],
    ['422', status(422)],
  ])('%s: it waits for a person, and is not sent again', async (_, fault) => {
    const studio = await connected()
    const [first, second] = [enter(studio), enter(studio, 1)]
    await script(studio.server, [look, [create, fault], create, changes, one], studio.sync)
    expect(studio.view(first.id)).toMatchObject({ delivery: 'held', trouble: { kind: 'refused' } })
    expect(studio.view(second.id)).toMatchObject({ delivery: 'sent', trouble: null })
    expect(studio.notices()).toEqual([expect.stringMatching(/^refused: .*did not accept/)])
    studio.clock.now += HOUR
    await script(studio.server, [look], studio.sync)
  })

  it.each<[string, Fault, RegExp]>([
    ['423', status(423), /locked/],
    ['507', status(507), /storage .* is full/],
  ])('%s: it is sent when its time has come', async (_, fault, words) => {
    const studio = await connected()
    const [first, second] = [enter(studio), enter(studio, 1)]
    await script(studio.server, [look, [create, fault], create, changes, one], studio.sync)
    expect(studio.view(second.id).delivery).toBe('sent')
    expect(studio.view(first.id).delivery).toBe('waiting')
    expect(studio.store.read.outbox.all()).toMatchObject([
      { failure: { message: expect.stringMatching(words) } },
    ])
    await script(studio.server, [look], studio.sync)
    studio.clock.now += 20 * MINUTE
    await script(studio.server, [look, create, changes, one], studio.sync)
    expect(studio.view(first.id).delivery).toBe('sent')
  })
})

describe('a write that is not allowed makes the calendar read only', () => {
  it.each<[string, Fault, readonly string[]]>([
    ['403', status(403), []],
    ['405', status(405), []],
    ['404, and the calendar is there', status(404), [one, calendarItself]],
    ['410, and the calendar is there', status(410), [one, calendarItself]],
  ])('%s to a new booking', async (_, fault, questions) => {
    const studio = await connected()
    const { id } = enter(studio)
    await script(studio.server, [look, [create, fault], ...questions], studio.sync)
    expect(studio.view(id)).toMatchObject({
      delivery: 'held',
      trouble: { kind: 'refused', message: expect.stringContaining('read only') },
    })
  })

  it.each<[string, Fault, readonly string[]]>([
    ['403', status(403), []],
    ['404, and the event is there', status(404), [one]],
  ])('%s to a change', async (_, fault, questions) => {
    const studio = await connected()
    const { id, version } = await book(studio)
    valueOf(studio.commands.approve({ id, version, overrule: false }))
    await script(studio.server, [look, [change, fault], ...questions], studio.sync)
    expect(studio.view(id)).toMatchObject({
      status: 'CONFIRMED',
      delivery: 'held',
      trouble: { kind: 'refused', message: expect.stringContaining('read only') },
    })
  })
})

describe('a calendar that may not be opened', () => {
  const forbidden = status(403)

  it('is said of that one, and the others go on', async () => {
    const studio = await connected()
    await withColumns(studio, 'jonas', 'rosa', 'zoe')
    studio.server.faults.always({ path: '/mara/' }, forbidden)
    await studio.engine.run({ trigger: 'button', full: true })
    expect(studio.engine.status().artists.map(({ failure }) => failure?.kind)).toEqual([
      'forbidden',
      undefined,
      undefined,
      undefined,
    ])
    expect(accountOf(studio)).toMatchObject({ blockedUntil: null, failures: 0 })
  })

  it('all of them, where only the look is forbidden, are asked one by one', async () => {
    const studio = await connected()
    await withColumns(studio, 'jonas')
    studio.clock.now += HOUR
    studio.server.faults.always({ method: 'PROPFIND' }, forbidden)
    await studio.sync()
    expect(failureOf(studio)).toBeUndefined()
    const read = studio.store.read.calendars.all().map(({ lastSuccessAt }) => lastSuccessAt)
    expect(read).toEqual([studio.clock.now, studio.clock.now])
  })

  it('takes no more writes, and the one that met that waits for a person', async () => {
    const studio = await connected()
    const { id } = enter(studio)
    await script(studio.server, [look, [create, status(404)], [one, forbidden]], studio.sync)
    expect(failureOf(studio)).toBe('forbidden')
    expect(studio.view(id)).toMatchObject({ delivery: 'held', trouble: { kind: 'refused' } })
    await script(studio.server, [look], studio.sync)
  })
})

/** Carried out, but of what the server says to it only the beginning arrives. */
const cutOff: Fault = async (_request, carryOut) => {
  await carryOut()
  return { ...answer(201, {}, 'Created'), cutAfter: 3 }
}

describe('an answer that is cut off', () => {
  it('concerns that calendar, and the others go on', async () => {
    const studio = await connected()
    await withColumns(studio, 'jonas')
    await script(studio.server, [look, ['REPORT mara/ all', cut()], 'REPORT jonas/ all'], () =>
      studio.engine.run({ trigger: 'button', full: true }),
    )
    expect(studio.engine.status().artists.map(({ failure }) => failure?.kind)).toEqual([
      'truncated',
      undefined,
    ])
    expect(accountOf(studio)).toMatchObject({ blockedUntil: null, failures: 0 })
  })

  it('to a write stops those that follow, and is looked up before it is sent again', async () => {
    const studio = await connected()
    const bookings = [0, 1, 2, 3, 4].map((hours) => enter(studio, hours))
    const [first] = bookings
    const { id, version } = first ?? { id: '', version: 0 }
    await script(studio.server, [look, [create, cutOff], create, create, create], studio.sync)
    expect(failureOf(studio)).toBe('truncated')
    expect(studio.view(id)).toMatchObject({ delivery: 'sending', trouble: null })
    // What staff change meanwhile does not collide with what has arrived.
    const words = { description: 'Moth' }
    valueOf(studio.commands.update({ id, version, changes: words, overrule: true }))
    studio.clock.now += 20 * MINUTE
    await studio.sync()
    expect(studio.view(id)).toMatchObject({ delivery: 'sent', trouble: null })
    expect(studio.events()).toHaveLength(5)
    expect(studio.events().map(({ text }) => summary(text))).toContain('REQUEST: Ava Chen - Moth')
  })
})

describe('a calendar that is gone', () => {
  it.each([404, 410])('is told by %i to a write, and nothing is dropped', async (code) => {
    const studio = await connected()
    const { id } = enter(studio)
    const gone = status(code)
    await script(
      studio.server,
      [look, [create, gone], [one, gone], [calendarItself, gone]],
      studio.sync,
    )
    expect(studio.view(id)).toMatchObject({ status: 'PENDING', delivery: 'held' })
    expect(failureOf(studio)).toBe('calendar-gone')
  })
})

/** What the server is heard to say, what it is, and until when it asks to be left alone, in minutes. */
const whole: [string, Fault, string, number | null][] = [
  ['408', status(408), 'timeout', null],
  ['429', status(429), 'busy-server', null],
  ['429 with Retry-After', status(429, { 'Retry-After': '600' }), 'busy-server', 10],
  ['500', status(500), 'server-error', null],
  ['501', status(501), 'not-caldav', null],
  ['502', status(502, {}, '<html>Bad gateway</html>'), 'server-error', null],
  ['503', status(503), 'busy-server', null],
  ['503 with Retry-After', status(503, { 'Retry-After': '600' }), 'busy-server', 10],
  ['504', status(504), 'timeout', null],
  ['511 of a guest network', status(511, {}, '<html>Sign in</html>'), 'not-caldav', null],
  ['maintenance', maintenance(600), 'maintenance', 10],
  ['a connection refused', refused(), 'unreachable', null],
  ['a name nobody knows', throws(connectionError('ENOTFOUND', 'getaddrinfo')), 'unreachable', null],
  ['silence', throws(new TransportError('timeout', 'idle')), 'timeout', null],
  ['a login page', loginPage(), 'not-caldav', null],
  [
    'a certificate nobody vouches for',
    throws(new TransportError('certificate', 'self-signed', 'AB:CD')),
    'certificate',
    null,
  ],
  ['a redirect elsewhere', status(302, { Location: 'https://b.example/' }), 'redirect', null],
]

describe('what concerns the whole server is said, and left alone for a while', () => {
  it.each(whole)('%s to the look', async (_, fault, kind, minutes) => {
    const studio = await connected()
    const stop = studio.server.faults.always({}, fault)
    await studio.sync()
    stop()
    expect(failureOf(studio)).toBe(kind)
    const { blockedUntil, blockedBy } = accountOf(studio)
    const wait = Number(blockedUntil) - studio.clock.now
    if (minutes === null) expect(wait).toBeGreaterThanOrEqual(MINUTE / 2)
    else expect(wait).toBe(minutes * MINUTE)
    expect(wait).toBeLessThanOrEqual(15 * MINUTE)
    expect(blockedBy).toBe(minutes === null ? 'backoff' : 'server')

    studio.clock.now += wait - 1
    await script(studio.server, [], () => studio.engine.run({ trigger: 'timer' }))
    studio.clock.now += 1
    await script(studio.server, [look], () => studio.engine.run({ trigger: 'timer' }))
    expect(failureOf(studio)).toBeUndefined()
  })

  it.each(whole)('%s to a write, which is looked up before it is sent again', async (_, fault) => {
    const studio = await connected()
    const { id } = enter(studio)
    await script(studio.server, [look, [create, fault]], studio.sync)
    expect(studio.view(id)).toMatchObject({ status: 'PENDING', trouble: null })
    studio.clock.now += 20 * MINUTE
    await script(studio.server, [look, create, changes, one], studio.sync)
    expect(studio.view(id)).toMatchObject({ delivery: 'sent', trouble: null })
  })

  it('waits longer each time, from half a minute to a quarter of an hour, over a restart too', async () => {
    const studio = await connected()
    studio.server.faults.always({}, refused())
    const waits: number[] = []
    for (let time = 0; time < 8; time++) {
      const engine = studio.startEngine()
      await engine.run({ trigger: 'timer' })
      await engine.stop()
      const until = Number(accountOf(studio).blockedUntil)
      waits.push((until - studio.clock.now) / MINUTE)
      studio.clock.now = until
    }
    // The middle of all chances.
    expect(waits).toEqual([0.75, 1.25, 2.25, 4.25, 7.75, 7.75, 7.75, 7.75])
  })
})

describe('a sign-in that is refused', () => {
  it.each<[string, readonly (string | readonly [string, Fault])[]]>([
    ['to the look', [[look, status(401)]]],
    ['to a write', [look, [create, status(401)]]],
  ])('%s freezes the account at the first one', async (_, steps) => {
    const studio = await connected()
    const { id } = enter(studio)
    await script(studio.server, steps, studio.sync)
    expect(failureOf(studio)).toBe('sign-in')
    studio.clock.now += 24 * HOUR
    await script(studio.server, [], studio.sync)
    expect(studio.view(id)).toMatchObject({ status: 'PENDING', trouble: null })

    studio.store.transaction((tx) => tx.accounts.update(studio.account.id, { frozenAt: null }))
    await studio.sync()
    expect(studio.view(id).delivery).toBe('sent')
    expect(studio.events()).toHaveLength(1)
  })
})

describe('of what goes wrong at the same time, the gravest counts', () => {
  const busy = status(503, { 'Retry-After': '3600' })

  it.each<[string, Fault, Fault]>([
    ['503, then no answer', busy, refused()],
    ['429, then an error', status(429, { 'Retry-After': '3600' }), status(500)],
    ['no answer, then 503', refused(), busy],
    ['403, then 503', status(403), busy],
    ['503, then 403', busy, status(403)],
    ['503, then 503 with another time', busy, status(503, { 'Retry-After': '60' })],
  ])('a server that asks to be left alone is left alone: %s', async (_, fault, other) => {
    const studio = await connected()
    enter(studio)
    enter(studio, 1)
    await script(studio.server, [look, [create, fault], [create, other]], studio.sync)
    expect(accountOf(studio)).toMatchObject({
      blockedBy: 'server',
      blockedUntil: studio.clock.now + HOUR,
    })
  })

  it.each<[string, Fault, Fault]>([
    ['403, then an error', status(403), status(500)],
    ['an error, then 403', status(500), status(403)],
  ])('a server that has errors is left alone for a while: %s', async (_, fault, other) => {
    const studio = await connected()
    enter(studio)
    enter(studio, 1)
    await script(studio.server, [look, [create, fault], [create, other]], studio.sync)
    expect(accountOf(studio).blockedBy).toBe('backoff')
  })

  it.each<[string, Fault, Fault]>([
    ['401, then 503', status(401), busy],
    ['503, then 401', busy, status(401)],
  ])('a sign-in that is refused freezes: %s', async (_, fault, other) => {
    const studio = await connected()
    enter(studio)
    enter(studio, 1)
    await script(studio.server, [look, [create, fault], [create, other]], studio.sync)
    expect(failureOf(studio)).toBe('sign-in')
    expect(accountOf(studio).frozenAt).toBe(studio.clock.now)
  })

  it.each<[string, Fault, Fault]>([
    ['401, then 503', status(401), busy],
    ['503, then 401', busy, status(401)],
  ])('in two calendars too: %s', async (_, fault, other) => {
    const studio = await connected()
    await withColumns(studio, 'jonas')
    const all = { trigger: 'button', full: true } as const
    await script(
      studio.server,
      [look, ['REPORT mara/ all', fault], ['REPORT jonas/ all', other]],
      () => studio.engine.run(all),
    )
    expect(accountOf(studio).frozenAt).toBe(studio.clock.now)
  })
})

it.each([500, 502, 503, 504])(
  'a write that arrived although its answer was %i is not sent twice, nor taken for the artist’s',
  async (code) => {
    const studio = await connected()
    const { id, version } = enter(studio)
    const carriedOut: Fault = async (request, carryOut) => {
      await carryOut()
      return status(code)(request, carryOut)
    }
    await script(studio.server, [look, [create, carriedOut]], studio.sync)
    const words = { description: 'Moth' }
    valueOf(studio.commands.update({ id, version, changes: words, overrule: true }))
    studio.clock.now += 20 * MINUTE
    await script(studio.server, [look, changes, one, change, changes, one], studio.sync)
    expect(studio.view(id)).toMatchObject({ ...words, delivery: 'sent', trouble: null })
    expect(studio.notices()).toEqual([])
  },
)
