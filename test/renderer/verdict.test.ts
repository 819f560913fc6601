import { describe, expect, test } from 'vitest'
import type { Availability } from '../../src/domain/availability.ts'
import { refusalText } from '../../src/renderer/format/refusal.ts'
import { speak } from '../../src/renderer/i18n/words.ts'
import { verdictOf } from '../../src/renderer/format/verdict.ts'
import { nearestStarts } from '../../src/renderer/stores/nearest-starts.ts'
import { HOUR, MINUTE } from '../../src/domain/interval.ts'

const place = { zone: 'Europe/Berlin', locale: 'en-GB' }
const now = Date.parse('2026-11-24T13:22:00Z')
const start = Date.parse('2026-11-24T13:30:00Z')

const free: Availability = {
  artistId: 'rosa',
  start,
  end: start + 2 * HOUR,
  available: true,
  reason: null,
  message: null,
  blockers: [],
  overrulable: false,
  unreadable: 0,
  checked: 'server',
  asOf: now,
}

const read = (answer: Availability | null, phase: 'idle' | 'asking' | 'settled' = 'settled') =>
  verdictOf({ phase, answer, failure: null }, 'Rosa Delmar', now, place)

describe('what a check says', () => {
  test('nothing while nothing is asked', () => {
    expect(read(null, 'idle')).toBeNull()
  })

  test('checking, before and while the server is asked: the copy is not shown as a fact', () => {
    expect(read(null, 'asking')).toMatchObject({ sign: 'asking', title: 'Checking…' })
    expect(read({ ...free, checked: 'local' }, 'asking')).toMatchObject({ sign: 'asking' })
  })

  test('free, and that the server said so', () => {
    expect(read(free)).toEqual({
      sign: 'free',
      tone: 'ok',
      title: 'Free 14:30–16:30',
      source: 'Checked with Rosa’s calendar just now',
    })
  })

  test('offline it is never a plain yes', () => {
    const offline = { ...free, checked: 'local', asOf: Date.parse('2026-11-24T08:40:00Z') } as const
    expect(read(offline)).toMatchObject({
      sign: 'unsure',
      tone: 'warn',
      title: 'Free 14:30–16:30, as of 09:40',
    })
    expect(read({ ...offline, asOf: Date.parse('2026-11-22T08:40:00Z') })?.title).toContain(
      'Sun 22 Nov, 09:40',
    )
    expect(read({ ...offline, asOf: null })?.title).toContain('never read')
  })

  test('free with an event nobody can read is no plain yes either', () => {
    expect(read({ ...free, unreadable: 2 })).toEqual({
      sign: 'doubt',
      tone: 'warn',
      title: 'Free 14:30–16:30',
      source: '2 events in the calendar cannot be read: look there first',
    })
    expect(read({ ...free, unreadable: 1, checked: 'local' })).toMatchObject({
      sign: 'unsure',
      source: '1 event in the calendar cannot be read: look there first',
    })
  })

  test('taken is red, what may be overruled is amber', () => {
    const busy = { ...free, available: false, message: 'Overlaps “Dentist” 16:30–17:15' }
    expect(read(busy)).toMatchObject({ sign: 'taken', tone: 'danger', title: busy.message })
    expect(read({ ...busy, overrulable: true })?.tone).toBe('warn')
  })

  test('a check that failed says why', () => {
    const error = { kind: 'internal', message: 'No answer.' } as const
    expect(
      verdictOf({ phase: 'settled', answer: null, failure: error }, 'Rosa', now, place),
    ).toMatchObject({ tone: 'danger', title: 'No answer.' })
  })
})

describe('nearest free starts', () => {
  const quarter = 15 * MINUTE
  const free40 = Array.from({ length: 40 }, (_, at) => start + at * quarter)

  test('lie around the wanted time, an hour or more apart, in order', () => {
    const wanted = start + 3 * HOUR
    expect(nearestStarts(free40, wanted)).toEqual([wanted - HOUR, wanted, wanted + HOUR])
  })

  test('keep away from the one a booking has that is to move', () => {
    const wanted = start + 3 * HOUR
    expect(nearestStarts(free40, wanted, wanted)).toEqual([
      wanted - 2 * HOUR,
      wanted - HOUR,
      wanted + HOUR,
    ])
  })

  test('are as many as there are', () => {
    expect(nearestStarts([start], start)).toEqual([start])
    expect(nearestStarts([], start)).toEqual([])
  })
})

test('a refusal is said in the window’s language, with times as its locale writes them', () => {
  const dentist = { start: Date.UTC(2026, 10, 24, 13, 30), end: Date.UTC(2026, 10, 24, 14) }
  const gaps = { title: 'Dentist', when: { ...dentist, day: false } }
  const refusal = {
    message: 'Overlaps “Dentist” 14:30–15:00',
    said: { pattern: 'Overlaps “{title}” {when}', gaps },
  }
  const berlin = { zone: 'Europe/Berlin', locale: 'de-DE' }
  expect(refusalText(refusal, berlin)).toBe(refusal.message)
  expect(refusalText(refusal, { ...berlin, locale: 'en-US' })).toMatch(/2:30\sPM–3:00\sPM$/)
  speak('de')
  try {
    expect(refusalText(refusal, berlin)).toBe('Überschneidet sich mit „Dentist“ 14:30–15:00')
    expect(refusalText({ message: 'This time is in the past.' }, berlin)).toBe(
      'Diese Zeit ist vorbei.',
    )
  } finally {
    speak('en')
  }
})
