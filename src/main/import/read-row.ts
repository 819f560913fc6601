import { artistFields } from '../../contract/fields.ts'
import type { Span } from '../../domain/artist.ts'
import {
  dayColumns,
  type ImportCells,
  type ImportColumn,
  type ImportProblem,
} from '../../domain/import.ts'
import { sentence, type Sentence } from '../../domain/sentence.ts'
import type { CalendarRole } from '../../domain/views.ts'

/** A row whose cells all make sense by themselves; null where a cell is empty. */
export interface RowValues {
  readonly artist: string
  readonly ink: number | null
  readonly active: boolean
  /** Monday first; null is a day as the studio has it. */
  readonly hours: readonly (readonly Span[] | null)[]
  readonly sessionMinutes: number | null
  readonly bufferBefore: number | null
  readonly bufferAfter: number | null
  readonly baseUrl: string | null
  readonly username: string
  /** A link or an id. */
  readonly calendar: string
  readonly calendarName: string
  readonly role: CalendarRole | null
  readonly freeDoesNotBlock: boolean
}

const yes = new Set(['yes', 'y', 'true', '1', 'x', 'ja', 'j', 'wahr'])
const no = new Set(['no', 'n', 'false', '0', '', 'nein', 'falsch'])
const off = new Set(['closed', 'off', '-', '–', 'geschlossen', 'frei'])
const roles: Readonly<Record<string, CalendarRole>> = {
  booking: 'booking',
  blocking: 'blocking',
  buchung: 'booking',
  blockiert: 'blocking',
}

const clock = /^(\d{1,2})(?::(\d\d))?$/

const minuteOf = (text: string): number | null => {
  const [, hour = '', minute = '0'] = clock.exec(text.trim()) ?? []
  const total = Number(hour) * 60 + Number(minute)
  return hour === '' || Number(minute) > 59 || total > 1440 ? null : total
}

/** `11:00-14:00 15-19`, `closed`; null where it is no such thing. */
const spansOf = (cell: string): Span[] | null => {
  if (off.has(cell.toLowerCase())) return []
  const spans: Span[] = []
  const parts = cell.replaceAll(/\s*[-–]\s*/g, '-').split(/[\s,;/]+/)
  for (const part of parts.filter(Boolean)) {
    const [start = '', end = '', ...more] = part.split('-')
    const from = minuteOf(start)
    const to = minuteOf(end)
    const last = spans.at(-1)?.to ?? 0
    if (from === null || to === null || more.length > 0 || to <= from || from < last) return null
    spans.push({ from, to })
  }
  return spans.length === 0 || spans.length > 6 ? null : spans
}

/** The address of a server, with or without `https://` in front. */
const serverOf = (cell: string): string | null => {
  const address = /^https?:\/\//i.test(cell) ? cell : `https://${cell}`
  if (/\s/.test(cell) || !URL.canParse(address)) return null
  const { origin, pathname, username, password } = new URL(address)
  return username === '' && password === '' ? (origin + pathname).replace(/\/+$/, '') : null
}

/** Reads the cells of one row: what they say, or what is wrong with each that makes no sense. */
export const readRow = (
  cells: ImportCells,
): { readonly values: RowValues; readonly problems: readonly ImportProblem[] } => {
  const problems: ImportProblem[] = []
  const note = (column: ImportColumn, wrong: Sentence): void => {
    problems.push({ column, ...wrong })
  }
  const flag = (column: ImportColumn, otherwise: boolean): boolean => {
    const cell = cells[column].toLowerCase()
    if (cell === '') return otherwise
    if (!yes.has(cell) && !no.has(cell)) note(column, sentence`must be yes or no.`)
    return yes.has(cell)
  }
  const number = (column: ImportColumn, from: number, to: number): number | null => {
    const cell = cells[column]
    if (cell === '') return null
    const value = /^\d{1,4}$/.test(cell) ? Number(cell) : -1
    if (value >= from && value <= to) return value
    note(column, sentence`must be a whole number from ${{ from }} to ${{ to }}.`)
    return null
  }
  const short = (column: ImportColumn, limit: number): string => {
    if (cells[column].length > limit)
      note(column, sentence`is longer than ${{ limit }} characters.`)
    return cells[column].slice(0, limit)
  }

  if (cells.artist === '') note('artist', sentence`must not be empty.`)
  else if (!artistFields.name.safeParse(cells.artist).success)
    note('artist', sentence`is longer than ${{ limit: 200 }} characters.`)
  const hours = dayColumns.map((day) => {
    const spans = cells[day] === '' ? null : spansOf(cells[day])
    if (spans === null && cells[day] !== '')
      note(day, sentence`must be times such as 11:00-19:00, or closed.`)
    return spans
  })
  const baseUrl = cells.server === '' ? null : serverOf(cells.server)
  if (cells.server !== '' && baseUrl === null)
    note('server', sentence`is not the address of a server.`)
  const role = cells.role === '' ? null : (roles[cells.role.toLowerCase()] ?? null)
  if (cells.role !== '' && role === null) note('role', sentence`must be booking or blocking.`)
  if (cells.calendar === '')
    for (const column of ['calendar_name', 'role'] as const)
      if (cells[column] !== '') note('calendar', sentence`is missing.`)

  const values: RowValues = {
    artist: cells.artist.slice(0, 200),
    ink: number('colour', 1, 12),
    active: flag('active', true),
    hours,
    sessionMinutes: number('session_minutes', 5, 1440),
    bufferBefore: number('buffer_before', 0, 480),
    bufferAfter: number('buffer_after', 0, 480),
    baseUrl,
    username: short('username', 200),
    calendar: short('calendar', 2_000),
    calendarName: short('calendar_name', 200),
    role,
    freeDoesNotBlock: flag('free_does_not_block', false),
  }
  const once = problems.filter(
    ({ column }, at) => problems.findIndex((other) => other.column === column) === at,
  )
  return { values, problems: once }
}
