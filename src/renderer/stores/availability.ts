import { useEffect, useState } from 'react'
import type { Availability } from '../../domain/availability.ts'
import { HOUR, MINUTE, type Instant } from '../../domain/interval.ts'
import { ask } from '../bridge.ts'
import { nearestStarts } from './nearest-starts.ts'
import {
  idle,
  watchAvailability,
  type AvailabilityWatch,
  type Check,
  type Wish,
} from './availability-watch.ts'

const later = (ms: number, then: () => void): (() => void) => {
  const timer = setTimeout(then, ms)
  return () => clearTimeout(timer)
}

const shown = new Set<AvailabilityWatch>()

/** Asks the local copy again about every time on the screen: something took or freed one. */
export const recheckAvailability = (): void => {
  for (const watch of shown) watch.again()
}

/** What is known about `wish`, kept up to date while it is shown; nothing is asked for null. */
export const useAvailability = (wish: Wish | null): Check => {
  const [check, setCheck] = useState<Check>(idle)
  const [watch] = useState(() =>
    watchAvailability({
      ask: (question) => ask('availability.check', question),
      later,
      show: setCheck,
    }),
  )
  const { artistId, start = 0, end = 0, ignoring } = wish ?? {}
  useEffect(() => {
    watch.look(
      artistId === undefined ? null : { artistId, start, end, ...(ignoring ? { ignoring } : {}) },
    )
    return () => watch.look(null)
  }, [watch, artistId, start, end, ignoring])
  useEffect(() => {
    shown.add(watch)
    return () => {
      shown.delete(watch)
    }
  }, [watch])
  return check
}

export interface Alternatives {
  /** The artist's next free starts. */
  readonly starts: readonly Instant[]
  /** Others who are free at the wanted time. */
  readonly others: readonly Availability[]
}

const HALF_DAY = 12 * HOUR

const none: Alternatives = { starts: [], others: [] }

const findAlternatives = async (
  { artistId, ...wish }: Wish,
  others: readonly string[],
  own: Instant | null,
): Promise<Alternatives> => {
  const { start, end, ignoring } = wish
  const [slots, ...answers] = await Promise.all([
    ask('availability.slots', {
      artistId,
      minutes: (end - start) / MINUTE,
      from: start - HALF_DAY,
      count: 50,
      ...(ignoring ? { ignoring } : {}),
    }),
    ...others.map((other) => ask('availability.check', { ...wish, artistId: other })),
  ])
  return {
    starts: slots.ok
      ? nearestStarts(
          slots.value.map((slot) => slot.start),
          start,
          own,
        )
      : [],
    others: answers.flatMap((answer) => (answer.ok && answer.value.available ? answer.value : [])),
  }
}

/**
 * What could be booked in place of a refused `wish`, from the local copy; nothing for null.
 * `own` is the start that the booking being moved has with this artist. Callers keep `wish` and `others` the same object as long as they mean the same.
 */
export const useAlternatives = (
  wish: Wish | null,
  others: readonly string[],
  own: Instant | null = null,
): Alternatives => {
  const [found, setFound] = useState<{ wish: Wish; alternatives: Alternatives } | null>(null)
  useEffect(() => {
    if (!wish) return undefined
    let current = true
    const find = async (): Promise<void> => {
      const alternatives = await findAlternatives(wish, others, own)
      if (current) setFound({ wish, alternatives })
    }
    void find()
    return () => {
      current = false
    }
  }, [wish, others, own])
  return found !== null && found.wish === wish ? found.alternatives : none
}
