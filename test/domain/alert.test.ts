import { describe, expect, it } from 'vitest'
import { afterRecovery, follow, type AlertMessage, type Incident } from '../../src/domain/alert.ts'
import { fail } from '../../src/domain/failure.ts'
import { DAY, HOUR, MINUTE } from '../../src/domain/interval.ts'
import { NOW } from '../support/store.ts'

const { error: failure } = fail('unreachable', 'cloud.example cannot be reached.')
const failing = { artistId: 'mara', failure, cycles: 1 }
const fine = { artistId: 'mara', failure: null, cycles: 0 }

/** Looks every five minutes for `span` ms and lists what was told, with the minutes since the start. */
const watch = (span: number, sightingAt: (minutes: number) => typeof failing | typeof fine) => {
  const told: [number, string][] = []
  let incident: Incident | null = null
  for (let at = 0; at <= span; at += 5 * MINUTE) {
    const step: ReturnType<typeof follow> = follow(incident, sightingAt(at / MINUTE), NOW + at)
    incident = step.incident
    if (step.tell) told.push([at / MINUTE, step.tell])
  }
  return told
}

describe('an artist whose calendars fail', () => {
  it('is told about after a quarter of an hour', () => {
    expect(watch(20 * MINUTE, () => failing)).toEqual([[15, 'failed']])
  })

  it('is told about after three cycles, however short they were', () => {
    expect(watch(20 * MINUTE, () => ({ ...failing, cycles: 3 }))).toEqual([[0, 'failed']])
  })

  it('is not told about when it passes before that', () => {
    expect(watch(HOUR, (minutes) => (minutes < 15 ? failing : fine))).toEqual([])
  })

  it('is reminded of every hour, then every day', () => {
    const told = watch(3 * DAY, () => failing)
    const hours = told.map(([minutes]) => (minutes - 15) / 60)
    expect(hours).toEqual([0, 1, 2, 3, 4, 5, 6, 30, 54])
    expect(told.slice(1).every(([, kind]) => kind === 'reminder')).toBe(true)
  })

  it('is told once when it is over, and again when it comes back', () => {
    expect(
      watch(60 * MINUTE, (minutes) => (minutes < 20 || minutes > 30 ? failing : fine)),
    ).toEqual([
      [15, 'failed'],
      [20, 'recovered'],
      [50, 'failed'],
    ])
  })
})

const line = (artistId: string) => ({
  artistId,
  artist: artistId,
  since: NOW,
  until: null,
  failure,
})

describe('a message that waits', () => {
  const message: AlertMessage = { kind: 'failed', at: NOW, lines: [line('mara'), line('jo')] }

  it('loses those who have recovered, and is nothing without any', () => {
    expect(afterRecovery(message, new Set(['mara']))?.lines).toEqual([line('jo')])
    expect(afterRecovery(message, new Set(['mara', 'jo']))).toBeNull()
  })

  it('stays where it says that something is over', () => {
    const over: AlertMessage = { ...message, kind: 'recovered' }
    expect(afterRecovery(over, new Set(['mara', 'jo']))).toBe(over)
  })
})
