import { type ContentLine, contentLines } from './content-line.ts'
import { unescapeText } from './values.ts'

/** `BEGIN:NAME` … `END:NAME`, RFC 5545 §3.6. */
export interface Component {
  /** Upper case. */
  readonly name: string
  readonly lines: ContentLine[]
  readonly children: Component[]
  /** From the start of `BEGIN` to the start of `END`, where the next property could be put. */
  readonly from: number
  to: number
}

export interface ParsedText {
  /** Every VEVENT and every VTIMEZONE of every calendar in the text, and those outside of one. */
  readonly events: Component[]
  readonly timezones: Component[]
  readonly calendars: Component[]
  /** Sentences for a log, without the file's content. */
  readonly warnings: Set<string>
}

/** Characters; one calendar object with its inline attachments. A calendar of 20,000 events fits. */
const MAX_LENGTH = 32 * 1024 * 1024

/** These never stand inside each other or themselves: a `BEGIN` inside one means that its `END` is lost. */
const separate = new Set(['VEVENT', 'VTODO', 'VJOURNAL', 'VFREEBUSY', 'VTIMEZONE', 'VCALENDAR'])

/**
 * Reads what can be read. Never throws: garbage lines, lost `END`s, a byte order mark, several
 * calendars in one text (§3.4) become warnings at most.
 */
export const parseText = (text: string): ParsedText => {
  const parsed: ParsedText = { events: [], timezones: [], calendars: [], warnings: new Set() }
  if (text.length > MAX_LENGTH) {
    parsed.warnings.add(`The file is larger than ${MAX_LENGTH / 1024 / 1024} MB; it was not read.`)
    return parsed
  }
  const { lines, garbage } = contentLines(text)
  if (garbage > 0) parsed.warnings.add(`Lines that are no content lines were skipped: ${garbage}.`)

  const open: Component[] = []
  let unclosed = 0
  const closeFrom = (depth: number, at: number) => {
    for (const component of open.splice(depth)) component.to = at
  }
  for (const line of lines) {
    if (line.name === 'BEGIN') {
      const name = line.value.trim().toUpperCase()
      if (separate.has(name)) {
        const depth = open.findIndex(
          (c) => separate.has(c.name) && (c.name !== 'VCALENDAR' || name === 'VCALENDAR'),
        )
        if (depth >= 0) {
          unclosed += open.length - depth
          closeFrom(depth, line.from)
        }
      }
      const component = { name, lines: [], children: [], from: line.from, to: text.length }
      open.at(-1)?.children.push(component)
      open.push(component)
      if (name === 'VEVENT') parsed.events.push(component)
      if (name === 'VTIMEZONE') parsed.timezones.push(component)
      if (name === 'VCALENDAR') parsed.calendars.push(component)
    } else if (line.name === 'END') {
      const name = line.value.trim().toUpperCase()
      const depth = open.findLastIndex((c) => c.name === name)
      if (depth < 0) continue
      unclosed += open.length - 1 - depth
      closeFrom(depth, line.from)
    } else open.at(-1)?.lines.push(line)
  }
  unclosed += open.length
  if (unclosed > 0) parsed.warnings.add(`Components without their END: ${unclosed}.`)
  if (parsed.calendars.length === 0) parsed.warnings.add('There is no VCALENDAR in the file.')
  return parsed
}

export const findLine = (component: Component, name: string): ContentLine | undefined =>
  component.lines.find((line) => line.name === name)

export const findLines = (component: Component, name: string): ContentLine[] =>
  component.lines.filter((line) => line.name === name)

/** A TEXT property, unescaped; `''` if there is none. */
export const textOf = (component: Component, name: string): string =>
  unescapeText(findLine(component, name)?.value ?? '')
