import { findLine, parseText, textOf } from './parse.ts'

/** Characters: the first event's head, whatever is attached to it. */
const BEGINNING = 20_000

/** The title of a text's first event, so that a person can find it; `null` if it is private or has none. */
export const titleOf = (text: string): string | null => {
  const [event] = parseText(text.slice(0, BEGINNING)).events
  if (!event || !/^(PUBLIC)?$/i.test(findLine(event, 'CLASS')?.value.trim() ?? '')) return null
  return textOf(event, 'SUMMARY').trim().slice(0, 100) || null
}
