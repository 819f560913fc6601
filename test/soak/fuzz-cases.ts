import { readMultistatus } from '../../src/main/caldav/multistatus.ts'
import { XmlProblem } from '../../src/main/caldav/xml.ts'
import { readObject } from '../../src/main/ical/object.ts'
import { patchEvent } from '../../src/main/ical/patch.ts'
import { occurrences } from '../support/busy.ts'
import { multistatusOf, xmlTokens } from './bodies.ts'
import { mutateBytes, mutateCalendar } from './mutate.ts'
import { createRandom } from './random.ts'

/** One kind of input: case `index` of a seed is always the same, whatever ran before. */
export interface FuzzTarget {
  /** Answers what is wrong with how the case was taken; null for nothing. Throws for what must not throw. */
  readonly run: (corpus: readonly string[], seed: number, index: number) => Promise<string | null>
}

const caseRandom = (seed: number, index: number) => createRandom(Math.imul(seed, 31) + index)

const window = { zone: 'America/Denver', from: Date.UTC(2026, 0), to: Date.UTC(2028, 0) }
const patch = { summary: 'Ava Chen - Fern', status: 'CONFIRMED' as const }

/** The text of one mutated calendar file. */
export const calendarCase = (corpus: readonly string[], seed: number, index: number): string => {
  const random = caseRandom(seed, index)
  return mutateCalendar(random, random.pick(corpus), random.pick(corpus))
}

/** The bytes of one mutated multistatus, in pieces as they may come. */
export const multistatusCase = (
  corpus: readonly string[],
  seed: number,
  index: number,
): Uint8Array[] => {
  const random = caseRandom(seed, index)
  const texts = Array.from({ length: 1 + random.below(5) }, () => random.pick(corpus))
  const bytes = mutateBytes(random, Buffer.from(multistatusOf(texts, index)), xmlTokens)
  const size = random.pick([1000, 16_384, 1_000_000])
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, piece) =>
    bytes.subarray(piece * size, (piece + 1) * size),
  )
}

const calendars: FuzzTarget = {
  run: async (corpus, seed, index) => {
    const text = calendarCase(corpus, seed, index)
    const { busy, unreadable, warnings } = readObject(text, window)
    patchEvent(text, patch, window.from)
    const odd = occurrences(busy).find(
      ({ start, end }) => !(start <= end && Number.isFinite(end - start)),
    )
    if (odd) return `a busy interval from ${odd.start} to ${odd.end}`
    return unreadable && warnings.length === 0 ? 'unreadable without a warning' : null
  },
}

const multistatus: FuzzTarget = {
  run: async (corpus, seed, index) => {
    const pieces = multistatusCase(corpus, seed, index)
    try {
      const { members } = await readMultistatus(stream(pieces), 'https://cloud.example/cal/')
      const odd = members.find(({ status }) => status !== null && !Number.isInteger(status))
      return odd ? `a member with status ${odd.status}` : null
    } catch (error) {
      if (error instanceof XmlProblem) return null
      throw error
    }
  },
}

const stream = async function* (pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces
}

export const fuzzTargets = { calendars, multistatus } as const satisfies Record<string, FuzzTarget>

export type FuzzTargetName = keyof typeof fuzzTargets
