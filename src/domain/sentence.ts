import type { Interval } from './interval.ts'

/** A time in a sentence: each language writes it its own way, with its day where that matters. */
export interface SaidTime extends Interval {
  readonly day: boolean
  /** Its first day alone, with the year. */
  readonly date?: boolean
}

/** What a sentence was made from. The pattern is its English, with `{name}` for what is filled in. */
export interface Said {
  readonly pattern: string
  readonly gaps: Readonly<Record<string, string | number | SaidTime | Said>>
}

type Plain = Said['gaps'][string]

/** An English sentence, for the log and for a window that speaks English, and how to say it elsewhere. */
export interface Sentence {
  readonly message: string
  /** Left out where the message is its own pattern: nothing is filled in. */
  readonly said?: Said
}

/** What is filled in, with its English. */
export interface Filling {
  readonly english: string
  readonly plain: Plain
}

type Gap = Readonly<Record<string, string | number | Filling | Sentence>>

export const saidOf = ({ message, said }: Sentence): Said => said ?? { pattern: message, gaps: {} }

const filling = (value: Gap[string]): Filling => {
  if (typeof value !== 'object') return { english: String(value), plain: value }
  return 'english' in value ? value : { english: value.message, plain: saidOf(value) }
}

/** Builds a sentence with named gaps: ``sentence`${{ host }} cannot be reached.` ``. */
export const sentence = (texts: TemplateStringsArray, ...gaps: readonly Gap[]): Sentence => {
  let message = texts[0] ?? ''
  let pattern = message
  const filled: Record<string, Plain> = {}
  for (const [index, gap] of gaps.entries()) {
    const after = texts[index + 1] ?? ''
    for (const [name, value] of Object.entries(gap)) {
      const { english, plain } = filling(value)
      message += english
      pattern += `{${name}}`
      filled[name] = plain
    }
    message += after
    pattern += after
  }
  return gaps.length === 0 ? { message } : { message, said: { pattern, gaps: filled } }
}

/** How a language says a pattern; a pair is for one and for several, by the first number filled in. */
export type Wording = string | readonly [one: string, several: string]

export type Wordings = Readonly<Record<string, Wording>>

/** Says a sentence in another language; what that does not know stays English. Names go through `writeName`. */
export const sayIn = (
  wordings: Wordings,
  { pattern, gaps }: Said,
  writeTime: (time: SaidTime) => string,
  writeName: (name: string) => string = (name) => name,
): string => {
  const known = Object.hasOwn(wordings, pattern) ? (wordings[pattern] ?? pattern) : pattern
  const number = Object.values(gaps).find((gap) => typeof gap === 'number')
  const wording = typeof known === 'string' ? known : known[number === 1 ? 0 : 1]
  return wording.replaceAll(/\{(\w+)\}/g, (gap, name: string) => {
    const plain = gaps[name]
    if (plain === undefined) return gap
    if (typeof plain !== 'object') return writeName(String(plain))
    return 'pattern' in plain ? sayIn(wordings, plain, writeTime, writeName) : writeTime(plain)
  })
}
