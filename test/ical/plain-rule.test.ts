import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY, HOUR } from '../../src/domain/interval.ts'
import { fromWallClock } from '../../src/domain/zone.ts'
import { busyIntervals } from '../../src/main/ical/busy.ts'
import { expandPlain } from '../../src/main/ical/plain-rule.ts'
import { expandAny, parseRule, settled, type Rule } from '../../src/main/ical/rule.ts'
import { formatLocal } from '../../src/main/ical/values.ts'
import { event, zone } from './support.ts'

const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')
const some = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 4 })
const part = <T>(name: string, value: fc.Arbitrary<T>) =>
  fc.oneof(
    fc.constant(''),
    value.map((v) => `;${name}=${String(v)}`),
  )
const nthDay = fc
  .tuple(fc.constantFrom('', '', '1', '2', '4', '5', '-1', '-2', '-5'), weekday)
  .map(([nth, name]) => nth + name)
const monthDay = fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: -31, max: -1 }))
const onDays = fc.oneof(part('BYDAY', some(nthDay)), part('BYMONTHDAY', some(monthDay)))

const shape = fc.oneof(
  part('BYDAY', some(weekday)).map((days) => `FREQ=DAILY;INTERVAL=1${days}`),
  fc.integer({ min: 1, max: 40 }).map((n) => `FREQ=DAILY;INTERVAL=${n}`),
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), part('BYDAY', some(weekday)), part('WKST', weekday))
    .map(([n, days, wkst]) => `FREQ=WEEKLY;INTERVAL=${n}${days}${wkst}`),
  fc
    .tuple(fc.integer({ min: 1, max: 15 }), onDays)
    .map(([n, days]) => `FREQ=MONTHLY;INTERVAL=${n}${days}`),
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), some(fc.integer({ min: 1, max: 12 })), onDays)
    .map(([n, months, days]) => `FREQ=YEARLY;INTERVAL=${n};BYMONTH=${months.join(',')}${days}`),
  fc.integer({ min: 1, max: 4 }).map((n) => `FREQ=YEARLY;INTERVAL=${n}`),
)

const rule = fc
  .tuple(shape, part('COUNT', fc.integer({ min: 1, max: 400 })))
  .map(([text, count]): Rule => {
    const parsed = parseRule(text + count)
    if (!parsed) throw new Error(`${text + count} is not understood`)
    return parsed
  })

/** Quarters of an hour between the years given: every time of day, and the nights the clock changes. */
const wall = (from: number, to: number) =>
  fc
    .integer({ min: Date.UTC(from, 0) / (HOUR / 4), max: Date.UTC(to, 0) / (HOUR / 4) })
    .map((quarter) => quarter * (HOUR / 4))

const iso = (walls: readonly number[] | null | undefined) =>
  walls?.map((at) => new Date(at).toISOString().slice(0, 16))

test('arithmetic gives what the engine for all rules gives', () => {
  fc.assert(
    fc.property(
      rule,
      wall(2004, 2028),
      wall(2024, 2027),
      fc.integer({ min: 0, max: 800 }),
      (given, start, from, days) => {
        const parts = settled(given, start)
        const to = Math.max(start, from + days * DAY)
        expect(iso(expandPlain(parts, start, from, to, 20_000))).toEqual(
          iso(expandAny(parts, start, from, to)),
        )
      },
    ),
    { numRuns: 500 },
  )
})

test('on the wall clock of a zone, across its changes', () => {
  fc.assert(
    fc.property(rule, wall(2019, 2026), (given, start) => {
      const [from, to] = [
        fromWallClock(Date.UTC(2026, 0), zone),
        fromWallClock(Date.UTC(2027, 0), zone),
      ]
      const text = Array.from(given.parts, ([name, value]) => `${name}=${value}`).join(';')
      const local = `TZID=${zone}:${formatLocal(start)}`
      const found = busyIntervals(event(`DTSTART;${local}`, `DURATION:PT1H`, `RRULE:${text}`), {
        zone,
        from,
        to,
      }).busy.map((busy) => busy.start)
      const walls = expandAny(settled(given, start), start, from - 2 * DAY, to + 2 * DAY) ?? []
      const instants = [start, ...walls].map((at) => fromWallClock(at, zone))
      const inside = instants.filter((at) => at + HOUR > from && at < to)
      expect(iso(found)).toEqual(iso([...new Set(inside)].sort((a, b) => a - b)))
    }),
    { numRuns: 150 },
  )
})
