import fc from 'fast-check'
import { HOUR, MINUTE, type Instant } from '../../src/domain/interval.ts'
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
  'status 409': status(409),
  'status 412': status(412),
  'status 423': status(423),
  'status 429': status(429, { 'Retry-After': '60' }),
  'status 500': status(500),
  'status 502': status(502),
  'status 503': status(503),
  'status 507': status(507),
  refused: refused(),
  'lost answer': lostAnswer(),
  cut: cut(),
  truncated: truncated(),
  'login page': loginPage(),
  maintenance: maintenance(60),
  '-gzip ETags': gzipEtags(),
  'no ETag': withoutEtag(),
  '500 in a 207': insideMultistatus(500),
  '412 in a 207': insideMultistatus(412),
}

const slot = fc.nat(SLOTS - 1)
const which = fc.nat(9)
const words = fc.constantFrom('Fern', 'Moth', 'Koi, back', 'Über-Rose 🌹', 'a - b')

/** One step of a history; `which` counts into the bookings or events there are, modulo their number. */
export const action = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('book' as const), slot, words }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('move' as const), which, slot }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('describe' as const), which, words }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('approve' as const), which }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('cancel' as const), which }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('reassign' as const), which }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('resolve' as const),
      which,
      keep: fc.constantFrom('ours' as const, 'theirs' as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('artist blocks' as const), slot }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('artist blocks weekly' as const), slot }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('artist unblocks' as const), which }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('artist moves' as const), which, slot }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('artist retitles' as const), which, words }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('artist approves' as const), which }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('artist deletes' as const), which }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('artist cancels' as const), which }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('artist repeats' as const), which }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('artist annotates' as const), which }) },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('fault' as const),
      method: fc.constantFrom('PUT', 'DELETE', 'REPORT', 'PROPFIND', 'GET', undefined),
      fault: fc.constantFrom(...Object.keys(faults)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('habit' as const),
      habit: fc.constantFrom(
        'trash bin' as const,
        'pages' as const,
        'rewrites' as const,
        'omits missing' as const,
        'never an ETag' as const,
        'none' as const,
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('tokens expire' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('read only' as const), on: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('backup' as const) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('restore' as const) }) },
  { weight: 8, arbitrary: fc.record({ type: fc.constant('sync' as const), full: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('crash' as const),
      after: fc.integer({ min: 1, max: 14 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('wait' as const),
      minutes: fc.constantFrom(1, 5, 20, 24 * 60).map((minutes) => minutes * MINUTE),
    }),
  },
)

export type Action = typeof action extends fc.Arbitrary<infer T> ? T : never
