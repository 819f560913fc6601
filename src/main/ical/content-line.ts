import ICAL from 'ical.js'

/** One logical line, RFC 5545 §3.1: `NAME;PARAM=value:value`, unfolded. */
export interface ContentLine {
  /** Upper case. */
  readonly name: string
  /** Upper case names; quotes removed; the values of a list stay joined by commas. */
  readonly params: ReadonlyMap<string, string>
  /** Raw: still escaped if it is TEXT. */
  readonly value: string
  /** Where the line with its folds and its line break stands in the text, [from, to). */
  readonly from: number
  readonly to: number
}

const none: ReadonlyMap<string, string> = new Map()

const nameOf = /^(?:[\w-]+\.)?([\w-]+)\s*(?=[;:])/
const paramOf = /;\s*([\w-]+)\s*=\s*((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)/y

/** The length of a name as almost everybody writes it, capitals and hyphens; 0 for any other way. */
const plainNameLength = (line: string): number => {
  for (let at = 0; ; at += 1) {
    const code = line.charCodeAt(at)
    if (code === COLON || code === SEMICOLON) return at
    if (!(code >= CAPITAL_A && code <= CAPITAL_Z) && code !== HYPHEN) return 0
  }
}

const [COLON, SEMICOLON, HYPHEN, CAPITAL_A, CAPITAL_Z] = [58, 59, 45, 65, 90]

const parseLine = (line: string, from: number, to: number): ContentLine | null => {
  let at = plainNameLength(line)
  let name = line.slice(0, at)
  if (at === 0) {
    const head = nameOf.exec(line)
    if (!head) return null
    name = (head[1] ?? '').toUpperCase()
    at = head[0].length
  }
  if (line[at] === ':') return { name, params: none, value: line.slice(at + 1), from, to }
  const params = new Map<string, string>()
  while (line[at] === ';') {
    paramOf.lastIndex = at
    const match = paramOf.exec(line)
    if (!match) {
      // A parameter nobody can read is skipped: the value matters more.
      const next = line.slice(at + 1).search(/[;:]/)
      if (next < 0) return null
      at += 1 + next
      continue
    }
    params.set((match[1] ?? '').toUpperCase(), (match[2] ?? '').replaceAll('"', '').trim())
    at = paramOf.lastIndex
  }
  // Some programs leave a colon unquoted in a parameter; nothing better than the first one is known.
  const colon = line.indexOf(':', at)
  return colon < 0 ? null : { name, params, value: line.slice(colon + 1), from, to }
}

/**
 * The logical lines of an iCalendar text, and how many lines are no content lines (RFC 5545 §3.1).
 * Takes CRLF, LF or CR as line break and skips a byte order mark.
 */
export const contentLines = (text: string): { lines: ContentLine[]; garbage: number } => {
  const newline = text.includes('\n') ? '\n' : '\r'
  const lines: ContentLine[] = []
  let garbage = 0
  let logical = ''
  let from = text.startsWith('\uFEFF') ? 1 : 0
  let at = from
  const flush = (to: number) => {
    if (logical.trim() !== '') {
      const line = parseLine(logical, from, to)
      if (line) lines.push(line)
      else garbage += 1
    }
    from = to
  }
  while (at < text.length) {
    const next = text.indexOf(newline, at)
    const to = next < 0 ? text.length : next + 1
    let end = next < 0 ? text.length : next
    while (end > at && text[end - 1] === '\r') end -= 1
    const first = text[at]
    if ((first === ' ' || first === '\t') && at > from) logical += text.slice(at + 1, end)
    else {
      flush(at)
      logical = text.slice(at, end)
    }
    at = to
  }
  flush(at)
  return { lines, garbage }
}

/** A content line as it is written: folded to 75 octets, never inside a character, ended by CRLF. */
export const formatLine = (name: string, value: string): string =>
  `${ICAL.helpers.foldline(`${name}:${value}`)}\r\n`
