import { expect, test } from 'vitest'
import { testConnection, type TestOutcome } from '../../src/main/caldav/connection-test.ts'
import type { Fetch } from '../../src/main/caldav/session.ts'
import { certificateFinding, zoneFinding } from '../../src/main/caldav/test-findings.ts'
import { TransportError } from '../../src/main/caldav/transport-error.ts'
import { cut, loginPage, lostAnswer, status } from '../../src/main/sample/server/faults.ts'
import { createSampleServer } from '../../src/main/sample/server/server.ts'

const NOW = Date.UTC(2026, 6, 1, 8)

const studio = () => {
  const server = createSampleServer({
    now: () => NOW,
    users: [
      { name: 'alice', password: 'secret', displayName: 'Alice' },
      { name: 'bob', password: 'secret', displayName: 'Bob' },
    ],
  })
  const calendarUrl = server.mkcalendar({ user: 'alice', name: 'bookings' })
  const login = {
    baseUrl: server.origin,
    username: 'alice',
    password: 'secret',
    calendarBasePath: '/remote.php/dav/calendars',
  }
  const subject = { login, calendarUrl, writes: true, studioZone: 'UTC', computerZone: 'UTC' }
  const run = (changes: Partial<typeof subject> = {}, fetch: Fetch = server.fetch) =>
    testConnection({ ...subject, ...changes }, { fetch, now: () => NOW, newId: () => 'probe' })
  return { server, calendarUrl, login, run }
}

/** One letter per step: passed, warning, failed, skipped. */
const outline = ({ report }: TestOutcome): string =>
  report.steps.map(({ outcome }) => outcome[0]).join('')

const adviceIn = ({ report }: TestOutcome): (string | undefined)[] =>
  report.steps.filter(({ outcome }) => /warning|failed/.test(outcome)).map(({ advice }) => advice)

test('all is well, and the test event is gone again', async () => {
  const { server, calendarUrl, run } = studio()
  const outcome = await run()
  expect(outcome.report.passed).toBe(true)
  expect(outline(outcome).slice(0, 5)).toBe('ppppp')
  expect(server.list(calendarUrl)).toEqual([])
  expect(server.requests.map(({ method }) => method)).toContain('PUT')
  expect(outcome.requests).toBe(server.requests.length)
})

test('a calendar that only blocks time is not written to', async () => {
  const { server, run } = studio()
  expect(outline(await run({ writes: false })).slice(0, 5)).toBe('pppps')
  expect(server.requests.map(({ method }) => method)).not.toContain('PUT')
})

test('a read-only booking calendar fails without a try', async () => {
  const { server, calendarUrl, run } = studio()
  server.setReadOnly(calendarUrl, true)
  const outcome = await run()
  expect(outline(outcome).slice(0, 5)).toBe('ppppf')
  expect(outcome.failure?.kind).toBe('read-only')
  expect(server.requests.map(({ method }) => method)).not.toContain('PUT')
})

test.each([
  ['a wrong password', { password: 'wrong' }, 'sign-in', 'ppfssssss'],
  ['another server’s address', { baseUrl: 'https://other.example' }, 'redirect', 'fssssssss'],
])('%s', async (_name, change, kind, steps) => {
  const { login, run } = studio()
  const outcome = await run({ login: { ...login, ...change } })
  expect([outcome.failure?.kind, outline(outcome)]).toEqual([kind, steps])
  expect(outcome.report.passed).toBe(false)
  for (const advice of adviceIn(outcome)) expect(advice).toMatch(/\.$/)
})

test('a calendar that is not there', async () => {
  const { calendarUrl, run } = studio()
  const outcome = await run({ calendarUrl: `${calendarUrl.slice(0, -1)}-gone/` })
  expect([outcome.failure?.kind, outline(outcome)]).toEqual(['calendar-gone', 'pppfsssss'])
})

test('a collection that is no calendar', async () => {
  const { calendarUrl, run } = studio()
  const outcome = await run({ calendarUrl: new URL('..', calendarUrl).href })
  expect(outline(outcome)).toBe('pppfsssss')
})

test('a login page', async () => {
  const { server, run } = studio()
  server.faults.always({}, loginPage())
  expect(outline(await run())).toBe('fssssssss')
})

test('a certificate that is not trusted shows its fingerprint', async () => {
  const { run } = studio()
  const outcome = await run({}, async () => {
    throw new TransportError('certificate', 'not verified', 'AB:CD')
  })
  expect(outline(outcome)).toBe('pfsssssss')
  expect(outcome.failure?.message).toContain('AB:CD')
})

test('a server without encryption is not the network’s fault', async () => {
  const { run } = studio()
  const outcome = await run({}, async () => {
    throw new TransportError('certificate', 'EPROTO')
  })
  expect(outline(outcome)).toBe('pfsssssss')
  expect(adviceIn(outcome)[0]).toContain('http://')
})

test.each([
  [30, true, 'passed', 'The certificate is valid until 31 July 2026; ISRG Root X1 vouches for it.'],
  [9, true, 'warning', 'The certificate is valid until 10 July 2026; ISRG Root X1 vouches for it.'],
  [9, false, 'passed', 'it is trusted by its fingerprint.'],
])('a certificate of %i more days, verified: %s', (days, verified, outcome, words) => {
  const certificate = { issuer: 'ISRG Root X1', until: NOW + days * 86_400_000, verified }
  const url = 'https://cloud.example/'
  const finding = certificateFinding(url, certificate, { now: NOW, zone: 'Europe/Berlin' })
  expect([finding.outcome, finding.message]).toEqual([outcome, expect.stringContaining(words)])
})

test('the test event is removed even when the answer to its write is lost', async () => {
  const { server, calendarUrl, run } = studio()
  for (const fault of [lostAnswer(), cut(0)]) {
    server.faults.next({ method: 'PUT' }, fault)
    await run()
    expect(server.list(calendarUrl)).toEqual([])
  }
})

test('a server that takes nothing fails the writing step only', async () => {
  const { server, run } = studio()
  server.faults.next({ method: 'PUT' }, status(507))
  const outcome = await run()
  expect(outline(outcome).slice(0, 5)).toBe('ppppf')
  expect(outcome.failure?.kind).toBe('storage-full')
})

test('a calendar of somebody else’s warns of what cannot be seen', async () => {
  const { server, run } = studio()
  const shared = server.mkcalendar({ user: 'bob', name: 'walk-ins' })
  server.share(shared, 'alice', true)
  const inHome = shared.replace('/bob/walk-ins/', '/alice/walk-ins_shared_by_bob/')
  const outcome = await run({ calendarUrl: inHome, writes: false })
  expect(outcome.report.steps[3]).toMatchObject({
    outcome: 'warning',
    message: expect.stringContaining('bob'),
  })
})

/** The sample server's answers with a clock that is ahead by some milliseconds. */
const ahead =
  (fetch: Fetch, ms: number): Fetch =>
  async (url, init) => {
    const response = await fetch(url, init)
    const headers = new Headers(response.headers)
    headers.set('date', new Date(NOW + ms).toUTCString())
    return new Response(response.body, { status: response.status, headers })
  }

const stepIn = ({ report }: TestOutcome, wanted: string) =>
  report.steps.find(({ id }) => id === wanted)

test.each([
  [60_000, 'passed', /agree/],
  [-60_000, 'passed', /agree/],
  [75_000, 'warning', /75 seconds behind/],
  [600_000, 'warning', /10 minutes behind/],
  [-600_000, 'warning', /10 minutes ahead of/],
])('a clock that differs by %i ms: %s', async (ms, outcome, message) => {
  const { server, run } = studio()
  expect(stepIn(await run({}, ahead(server.fetch, ms)), 'clock')).toMatchObject({
    outcome,
    message: expect.stringMatching(message),
  })
})

test('a server that does not tell its time', async () => {
  const { server, run } = studio()
  const silent: Fetch = async (url, init) => {
    const response = await server.fetch(url, init)
    const headers = new Headers(response.headers)
    headers.delete('date')
    return new Response(response.body, { status: response.status, headers })
  }
  expect(stepIn(await run({}, silent), 'clock')?.outcome).toBe('skipped')
})

test.each([
  [null, 'UTC', 'UTC', 'passed', /names none/],
  ['UTC', 'UTC', 'Etc/UTC', 'passed', /Calendar, studio and computer/],
  [null, 'Europe/Berlin', 'UTC', 'warning', /Europe\/Berlin.*UTC/],
  ['Europe/Berlin', 'Europe/Vienna', 'Europe/Berlin', 'passed', /Europe\/Vienna/],
  ['America/New_York', 'UTC', 'UTC', 'warning', /America\/New_York/],
  ['/vendor.example/20260101_1/Europe/Berlin', 'UTC', 'UTC', 'warning', /in Europe\/Berlin,/],
  ['W. Europe Standard Time', 'UTC', 'UTC', 'skipped', /W\. Europe/],
])(
  'a calendar in %s, a studio in %s, a computer in %s: %s',
  (zone, studioZone, computerZone, outcome, message) => {
    const timezone = zone && `BEGIN:VTIMEZONE\r\nTZID:${zone}\r\nEND:VTIMEZONE\r\n`
    expect(zoneFinding({ studioZone, computerZone }, timezone, NOW)).toMatchObject({
      outcome,
      message: expect.stringMatching(message),
    })
  },
)

test('the server’s product is named where it tells, and nothing fails where it tells nonsense', async () => {
  const { server, run } = studio()
  const named =
    (body: string): Fetch =>
    async (url, init) =>
      url.endsWith('/status.php') ? new Response(body) : server.fetch(url, init)
  const product = JSON.stringify({ productname: 'Nextcloud', versionstring: '31.0.4' })
  expect(stepIn(await run({}, named(product)), 'reach')?.message).toMatch(/: Nextcloud 31\.0\.4\.$/)
  for (const nonsense of ['<p>', '[]', 'null', '{"productname":1,"versionstring":2}'])
    expect(stepIn(await run({}, named(nonsense)), 'reach')?.message).toMatch(/answers\.$/)
})

test('a server without sync-collection does without', async () => {
  const { server, run } = studio()
  expect(stepIn(await run(), 'sync')?.outcome).toBe('passed')
  server.faults.always({ method: 'REPORT' }, status(403))
  expect(stepIn(await run(), 'sync')?.outcome).toBe('skipped')
})
