import { describe, expect, it } from 'vitest'
import { english } from '../../src/domain/english.ts'
import { german } from '../../src/domain/german.ts'
import { sayIn, sentence, type Sentence, type Wording } from '../../src/domain/sentence.ts'
import { when, counted } from '../../src/domain/wording.ts'
import { sourceFiles } from '../support/imports.ts'

const sources = sourceFiles().filter(
  ({ path }) => /^(main|contract|domain)\//.test(path) && !path.startsWith('domain/german'),
)
const code = sources.map((file) => file.code).join('\n')

const matches = (pattern: RegExp): string[] =>
  Array.from(code.matchAll(pattern), (match) => match[1] ?? '')

/** ``sentence`…` `` as its pattern: a gap that is a variable is named as the variable. */
const patterns = matches(/\bsentence`([^`]*)`/g).map((text) =>
  text
    .replaceAll(/\$\{\{\s*(\w+)(?:[^{}]|\{[^{}]*\})*\}\}/g, '{$1}')
    .replaceAll(/\$\{(\w+?)(?:Of\([^)]*\))?\}/g, '{$1}'),
)
const written = [
  ...matches(/\b(?:fail|notFrom)\(\s*'[a-z-]+',\s*'([^']+)'/g),
  ...matches(/\b(?:inField|skipped)\(\s*'([^']+)'/g),
  ...matches(/\b(?:remedy|cancelReason):\s*'([^']+)'/g),
  ...matches(/\bcancel\(subject, '([^']+)'/g),
  ...matches(/\bkind: '[a-z-]+',\s*message:\s*'([^']+)'/g),
  ...matches(/\bmessage: \(\) => \(\{\s*message: '([^']+)'/g),
  ...matches(/\b(?:message|error): '((?:is|must|needs) [^']+)'/g),
  ...matches(/\b(?:min|max|length|regex|uuid|int)\([^()\n]*'((?:is|must|needs) [^']+)'/g),
  ...matches(/\b'?(?:reach|certificate|sign-in|read|write|free-busy|clock)'?: '([A-Z][^']+)'/g),
  ...matches(/^ {8}'([A-Z][^']+\.)',\n {6}\)/gm),
]

const texts = (wording: Wording): readonly string[] =>
  typeof wording === 'string' ? [wording] : wording

const inGerman = ({ message, said }: Sentence): string =>
  said ? sayIn(german, said, String) : message

const stillHas = (count: number): Sentence =>
  sentence`This client still has ${{ count: counted(count, 'coming booking') }}.`

const gapsOf = (text: string): string[] => text.match(/\{\w+\}/g)?.toSorted() ?? []

describe('what main says, in German', () => {
  it('is known for every sentence and every remedy', () => {
    expect(patterns.length).toBeGreaterThan(60)
    expect(written.length).toBeGreaterThan(80)
    const unknown = [...patterns, ...written].filter((text) => !Object.hasOwn(german, text))
    expect(unknown).toEqual([])
  })

  it('has no sentence that nothing says', () => {
    const labels = /^[A-Z]\w*( \w+){0,2}$/
    const idle = Object.keys(german).filter(
      (text) => !patterns.includes(text) && !labels.test(text) && !code.includes(`'${text}'`),
    )
    expect(idle).toEqual([])
  })

  it('fills in nothing that the English does not', () => {
    for (const [pattern, wording] of Object.entries(german))
      for (const text of texts(wording)) {
        const given = gapsOf(pattern)
        expect([text, gapsOf(text).filter((gap) => !given.includes(gap))]).toEqual([text, []])
        if (typeof wording === 'string') expect([text, gapsOf(text)]).toEqual([text, given])
      }
  })

  it('chooses by the number', () => {
    expect([inGerman(stillHas(1)), inGerman(stillHas(3))]).toEqual([
      'Es kommt noch eine Buchung.',
      'Es kommen noch 3 Buchungen.',
    ])
  })

  it('says a sentence inside another, and its times in its own way', () => {
    const span = { start: 0, end: 3_600_000 }
    const hit = sentence`“${{ title: 'Dentist' }}”, ${{ when: when(span, 'UTC') }}`
    const whole = sentence`Overlaps ${{ hit }}`
    expect(whole.message).toBe('Overlaps “Dentist”, Thu 1 Jan, 00:00–01:00')
    expect(whole.said && sayIn(german, whole.said, ({ start, end }) => `${start} bis ${end}`)).toBe(
      'Überschneidet sich mit „Dentist“, 0 bis 3600000',
    )
  })

  it('says a number in English as main does', () => {
    const numbered = matches(/\bsentence`([^`]*counted\([^`]*)`/g).map((text) =>
      text.replaceAll(/\$\{\{\s*(\w+)(?:[^{}]|\{[^{}]*\})*\}\}/g, '{$1}'),
    )
    expect(Object.keys(english).toSorted()).toEqual([...new Set(numbered)].toSorted())
    for (const { message, said } of [stillHas(1), stillHas(3)])
      expect(said && sayIn(english, said, String)).toBe(message)
  })

  it('stays English where a sentence is not known', () => {
    expect(sayIn(german, { pattern: 'Unheard of {what}.', gaps: { what: 2 } }, String)).toBe(
      'Unheard of 2.',
    )
  })
})
