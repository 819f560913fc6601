import { afterEach, describe, expect, it } from 'vitest'
import { isolate } from '../../src/renderer/format/isolate.ts'
import { say } from '../../src/renderer/format/said.ts'
import { speak, words } from '../../src/renderer/i18n/words.ts'
import { sentence } from '../../src/domain/sentence.ts'

const place = { zone: 'Europe/Berlin', locale: 'en-GB' }
const layla = 'ليلى'

describe('a name in a sentence', () => {
  afterEach(() => speak('en'))

  it('keeps its direction where it is written from right to left, and is plain otherwise', () => {
    expect(isolate(layla)).toBe(`\u2068${layla}\u2069`)
    expect(isolate('נועה 2')).toBe('\u2068נועה 2\u2069')
    for (const plain of ['Rosa Delmar', 'Søren', '林', '', '0171 39'])
      expect(isolate(plain)).toBe(plain)
  })

  it('is isolated in what the window says, in both languages and in nested words', () => {
    expect(words.common.changes.approved(layla)).toBe(`\u2068${layla}\u2069 is confirmed.`)
    expect(words.common.changes.marked.ARRIVED(layla)).toContain(`\u2068${layla}\u2069`)
    expect(words.common.unreadable.named([layla])).toBe(`“\u2068${layla}\u2069”`)
    speak('de')
    expect(words.common.changes.approved(layla)).toContain(`\u2068${layla}\u2069`)
    expect(words.common.changes.approved('Rosa')).not.toContain('\u2068')
  })

  it('is isolated in what main says, also within a sentence in a sentence', () => {
    const inner = sentence`Overlaps “${{ title: layla }}”`
    expect(say(inner, place)).toBe(`Overlaps “\u2068${layla}\u2069”`)
    expect(say(sentence`No: ${{ why: inner }}.`, place)).toBe(
      `No: Overlaps “\u2068${layla}\u2069”.`,
    )
    expect(inner.message).toBe(`Overlaps “${layla}”`)
  })
})
