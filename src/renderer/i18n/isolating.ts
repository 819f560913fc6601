import { isolate } from '../format/isolate.ts'

const filled = (value: unknown): unknown => {
  if (typeof value === 'string') return isolate(value)
  return Array.isArray(value) ? value.map(filled) : value
}

/** A copy of some words in which names from right to left keep their direction inside a sentence. */
export function isolating<T>(words: T): T
export function isolating(words: unknown): unknown {
  if (typeof words === 'function')
    return (...gaps: unknown[]): unknown => Reflect.apply(words, undefined, gaps.map(filled))
  if (Array.isArray(words)) return words.map((word: unknown) => isolating(word))
  if (typeof words !== 'object' || words === null) return words
  return Object.fromEntries(
    Object.entries(words).map(([name, word]: [string, unknown]) => [name, isolating(word)]),
  )
}
