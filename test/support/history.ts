import * as fc from 'fast-check'
import { HOUR, type Instant } from '../../src/domain/interval.ts'
import {
  cut,
  gzipEtags,
  insideMultistatus,
  loginPage,
  lostAnswer,
  maintenance,
  refused,
  status,
  truncated,
  weakEtags,
  withoutEtag,
  type Fault,
} from '../../src/main/sample/server/faults.ts'
import { eventText } from './servers/events.ts'

/** Two days of eight one-hour slots, tomorrow and the day after, on the studio's wall clock. */
export const slotStart = (slot: number): Instant =>
  Date.UTC(2026, 2, 5 + Math.floor(slot / 8), 10) + (slot % 8) * HOUR

export const SLOTS = 16

const utc = (instant: Instant): string =>
  new Date(instant).toISOString().replaceAll(/[-:]|\.000/g, '')

export const privateEvent = (uid: string, slot: number, rule?: string): string =>
  eventText(uid, [
    `SUMMARY:Private ${uid}`,
    `DTSTART:${utc(slotStart(slot))}`,
    `DTEND:${utc(slotStart(slot) + HOUR)}`,
    ...(rule ? [`RRULE:${rule}`] : []),
  ])

/** Faults by name, so that a failing history can be read. */
export const faults: Readonly<Record<string, Fault>> = {
  'status 400': status(400),
  'status 401 once': status(401),
  'status 403': status(403),
  'status 404': status(404),
  'status 405': status(405),
  'status 409': status(409),
  'status 410': status(410),
  'status 412': status(412),
  'status 413': status(413),
  'status 415': status(415),
  'status 422': status(422),
  'status 423': status(423),
  'status 429': status(429, { 'Retry-After': '60' }),
  'status 500': status(500),
  'status 502': status(502),
  'status 503': status(503),
  'status 504': status(504),
  'status 507': status(507),
  refused: refused(),
  'lost answer': lostAnswer(),
  cut: cut(),
  truncated: truncated(),
  'login page': loginPage(),
  maintenance: maintenance(60),
  '-gzip ETags': gzipEtags(),
  'no ETag': withoutEtag(),
  'weak ETag': weakEtags(),
  '500 in a 207': insideMultistatus(500),
  '412 in a 207': insideMultistatus(412),
}

const slot = fc.nat(SLOTS - 1)
const which = fc.nat(9)
/** Who sees the event through a share. */
const classes = ['PUBLIC', 'CONFIDENTIAL', 'PRIVATE'] as const
const marks = ['CONFIRMED', 'ARRIVED', 'COMPLETED', 'NO_SHOW'] as const
const words = fc.constantFrom('Fern', 'Moth', 'Koi, back', 'Über-Rose 🌹', 'a - b')

const step = <const Type extends string, Given>(
  weight: number,
  type: Type,
  fields: { [Name in keyof Given]: fc.Arbitrary<Given[Name]> },
) => ({ weight, arbitrary: fc.record({ given: fc.record(fields), type: fc.constant(type) }) })

/** One step of a history; `which` counts into the bookings or events there are, modulo their number. */
export const action = fc.oneof(
  step(5, 'book', { slot, words, alternate: fc.option(slot, { freq: 2 }) }),
  step(3, 'move', { which, slot }),
  step(3, 'describe', { which, words }),
  step(3, 'approve', { which }),
  step(1, 'take the alternate', { which }),
  step(1, 'mark', { which, status: fc.constantFrom(...marks) }),
  step(2, 'undo', { which }),
  step(2, 'cancel', { which }),
  step(1, 'decline', { which }),
  step(1, 'reassign', { which }),
  step(1, 'resolve', { which, keep: fc.constantFrom('ours' as const, 'theirs' as const) }),
  step(3, 'artist blocks', { slot }),
  step(1, 'artist blocks daily', { slot }),
  step(1, 'artist unblocks', { which }),
  step(3, 'artist moves', { which, slot }),
  step(2, 'artist retitles', { which, words }),
  step(2, 'artist approves', { which }),
  step(2, 'artist deletes', { which }),
  step(1, 'artist cancels', { which }),
  step(1, 'artist repeats', { which }),
  step(1, 'artist breaks', { which }),
  step(1, 'artist confirms', { which }),
  step(2, 'artist classifies', { which, as: fc.constantFrom(...classes) }),
  step(1, 'artist brings back', {}),
  step(1, 'artist refiles', { which }),
  step(1, 'artist empties', {}),
  step(2, 'artist annotates', { which }),
  step(6, 'fault', {
    method: fc.constantFrom('PUT', 'DELETE', 'REPORT', 'PROPFIND', 'GET', undefined),
    fault: fc.constantFrom(...Object.keys(faults)),
  }),
  step(2, 'arrives late', {
    method: fc.constantFrom('PUT', 'DELETE'),
    after: fc.integer({ min: 1, max: 4 }),
  }),
  step(2, 'habit', {
    habit: fc.constantFrom(
      'trash bin',
      'pages',
      'rewrites',
      'omits missing',
      'never an ETag',
      'future tokens',
      'none',
    ),
  }),
  step(1, 'tokens expire', {}),
  step(1, 'read only', { on: fc.boolean() }),
  step(1, 'backup', {}),
  step(1, 'restore', {}),
  step(1, 'desk backs up', {}),
  step(1, 'desk restores', { after: fc.integer({ min: 1, max: 20 }) }),
  step(8, 'sync', { full: fc.boolean() }),
  step(4, 'crash', { after: fc.integer({ min: 1, max: 14 }) }),
  step(2, 'wait', { minutes: fc.constantFrom(1, 5, 20, 24 * 60) }),
)

/** Steps at a studio whose first calendar is its login's own, or one that its artist shares with it. */
export const history = fc.record({
  actions: fc.array(action, { minLength: 30, maxLength: 45 }),
  shared: fc.boolean(),
})

export type Action = typeof action extends fc.Arbitrary<infer T> ? T : never
