import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { contentHash } from '../../src/main/ical/hash.ts'
import { readObject } from '../../src/main/ical/object.ts'
import { busyReport } from '../../src/main/ical/report.ts'

/** Calendar files other projects test with, and what three independent engines say is busy in them. */
const corpus = join(import.meta.dirname, '../../../shared/data/ics')

const intervals = z.array(z.tuple([z.string(), z.string()]))
/** `busy_opaque` only where it differs from `busy_any`. */
const answer = z.object({ busy_any: intervals, busy_opaque: intervals.optional() })
const entries = z.record(
  z.string(),
  answer.partial().extend({
    window: z.tuple([z.string(), z.string()]).nullish(),
    accepted: z.array(answer).optional(),
  }),
)

/**
 * Files whose answer differs from all that are expected, with the paragraph of RFC 5545 that settles
 * it. There are none.
 */
const differing: Record<string, string> = {}

const zone = 'America/Denver'
const index = join(corpus, 'expected-busy.json')
const expected = existsSync(index) ? entries.parse(JSON.parse(readFileSync(index, 'utf8'))) : {}
const read = (file: string) => readFileSync(join(corpus, file), 'utf8')

beforeAll(() => {
  if (!existsSync(index))
    throw new Error(
      'The calendar corpus is missing: expected ../shared/data/ics beside the project.',
    )
})

const scored = Object.entries(expected).flatMap(([file, { busy_any, busy_opaque, ...entry }]) =>
  busy_any && entry.window
    ? [
        {
          file,
          window: entry.window,
          answers: [{ busy_any, busy_opaque }, ...(entry.accepted ?? [])],
        },
      ]
    : [],
)

describe('the calendar corpus', () => {
  test('has 214 files, 166 of them with an answer', () => {
    expect(Object.keys(expected)).toHaveLength(214)
    expect(scored).toHaveLength(166)
    expect(Object.keys(differing).filter((file) => !(file in expected))).toEqual([])
  })

  test.each(scored)('$file', ({ file, window, answers }) => {
    if (file in differing) return
    const text = read(file)
    const any = busyReport(text, { zone, freeDoesNotBlock: false })
    const opaque = busyReport(text, { zone, freeDoesNotBlock: true })
    expect(any.window).toEqual(window)
    const agreed = answers.filter(({ busy_any }) => isEqual(busy_any, any.busy))
    if (agreed.length === 0) expect(any.busy).toEqual(answers[0]?.busy_any)
    const blocking = agreed.map(({ busy_any, busy_opaque }) => busy_opaque ?? busy_any)
    if (!blocking.some((busy) => isEqual(busy, opaque.busy)))
      expect(opaque.busy).toEqual(blocking[0])
  })

  test.each(Object.keys(expected))('%s says so if something in it is lost', (file) => {
    const text = read(file)
    const object = readObject(text, { zone, from: Date.UTC(2026, 0), to: Date.UTC(2028, 0) })
    expect(object.hash).toBe(contentHash(text))
    if (object.unreadable) expect(object.warnings).not.toEqual([])
  })
})

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
