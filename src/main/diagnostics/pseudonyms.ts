/** A name, a title, a contact: what nobody outside the studio is to read. */
export interface PrivateText {
  /** What it is called instead, with a number: `client-3`. */
  readonly kind: string
  readonly text: string
}

export interface Pseudonyms {
  /** The made-up name; the same text has one, whatever it was found as. `''` for nothing. */
  readonly of: (text: string) => string
  /** A text with all private ones in it replaced, longest first, whatever their case. */
  readonly clean: (text: string) => string
}

/** Shorter ones are replaced only where they stand alone: “Al” is also in “Also”. */
const LONG = 5

const PATTERN = 400

/** A title such as “2026” is in every line of a log, and says nothing about anybody. */
const tellsSomething = (text: string): boolean =>
  (text.match(/\p{L}/gu) ?? []).length >= 2 || (text.match(/\d/g) ?? []).length >= 6

/** As a log or an address may write it. */
const spellings = (text: string): string[] => [
  text,
  encodeURIComponent(text),
  JSON.stringify(text).slice(1, -1),
]

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

const patternOf = (text: string): string => {
  const literal = text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(/\s+/g, '\\s+')
  return text.length < LONG ? `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])` : literal
}

const keyOf = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, ' ').trim()

export const pseudonymsFor = (texts: Iterable<PrivateText>): Pseudonyms => {
  const names = new Map<string, string>()
  const written = new Map<string, string>()
  const numbers = new Map<string, number>()
  for (const { kind, text } of texts) {
    const key = keyOf(text)
    if (names.has(key) || !tellsSomething(key)) continue
    const number = (numbers.get(kind) ?? 0) + 1
    numbers.set(kind, number)
    names.set(key, `${kind}-${number}`)
    for (const spelling of spellings(text.trim())) written.set(keyOf(spelling), `${kind}-${number}`)
  }
  const longestFirst = [...written.keys()].toSorted((a, b) => b.length - a.length)

  return {
    of: (text) => names.get(keyOf(text)) ?? '',
    clean: (text) => {
      // Ten thousand titles are mostly about words that are not in it.
      const there = new Set(wordsIn(text))
      const found = longestFirst.filter((one) => wordsIn(one).every((word) => there.has(word)))
      let cleaned = text
      for (let at = 0; at < found.length; at += PATTERN) {
        const pattern = found
          .slice(at, at + PATTERN)
          .map(patternOf)
          .join('|')
        cleaned = cleaned.replace(
          new RegExp(pattern, 'giu'),
          (one) => written.get(keyOf(one)) ?? 'private',
        )
      }
      return cleaned
    },
  }
}
