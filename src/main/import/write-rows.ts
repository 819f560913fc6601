import { dayColumns, importColumns, type ImportFormat } from '../../domain/import.ts'
import type { Span } from '../../domain/artist.ts'
import { timeAt } from '../../domain/zone.ts'
import { writeCsv } from '../export/csv.ts'
import type { Tables } from '../store/tables.ts'
import type { JudgedRow } from './plan.ts'
import { PROBLEM_COLUMN } from './read-rows.ts'

type Line = Readonly<Record<string, string>>

/** Excel takes a file without this mark for one in the computer's old encoding. */
const byteOrderMark = '\uFEFF'

const write = (lines: readonly Line[], columns: readonly string[], format: ImportFormat): string =>
  format === 'csv'
    ? byteOrderMark +
      writeCsv([columns, ...lines.map((line) => columns.map((column) => line[column] ?? ''))])
    : `${JSON.stringify(
        lines.map((line) =>
          Object.fromEntries(Object.entries(line).filter(([, cell]) => cell !== '')),
        ),
        null,
        2,
      )}\n`

/** Minutes past midnight as `11:00`; the end of the day is `24:00`. */
const clock = (minutes: number): string =>
  minutes === 1440 ? '24:00' : timeAt(minutes * 60_000, 'UTC')

const hoursText = (spans: readonly Span[]): string =>
  spans.length === 0
    ? 'closed'
    : spans.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(' ')

const yesNo = (flag: boolean): string => (flag ? 'yes' : 'no')

/** All artists, one line per calendar, as they can be read again elsewhere. There is no password in it. */
export const writeEverything = (read: Tables, format: ImportFormat): string => {
  const accounts = new Map(read.accounts.all().map((account) => [account.id, account]))
  const calendars = read.calendars.all()
  const lines = read.artists.all().flatMap((artist): Line[] => {
    const who: Line = {
      artist: artist.name,
      colour: String(artist.ink),
      active: yesNo(artist.active),
      ...Object.fromEntries(dayColumns.map((day, at) => [day, hoursText(artist.hours[at] ?? [])])),
      session_minutes: String(artist.sessionMinutes),
      buffer_before: String(artist.bufferBefore),
      buffer_after: String(artist.bufferAfter),
    }
    const own = calendars.filter(({ artistId }) => artistId === artist.id)
    if (own.length === 0) return [who]
    return own.map((calendar) =>
      Object.assign({}, who, {
        server: accounts.get(calendar.accountId)?.baseUrl ?? '',
        username: accounts.get(calendar.accountId)?.username ?? '',
        calendar: calendar.url,
        calendar_name: calendar.name,
        role: calendar.role,
        free_does_not_block: yesNo(calendar.freeDoesNotBlock),
      }),
    )
  })
  return write(lines, importColumns, format)
}

/** The rows that were not taken, each with what is wrong, to be corrected and read again. */
export const writeBadRows = (rows: readonly JudgedRow[], format: ImportFormat): string =>
  write(
    rows
      .filter(({ state }) => state === 'bad')
      .map(({ cells, problems }) =>
        Object.assign({}, cells, {
          [PROBLEM_COLUMN]: problems
            .map(({ column, message }) => `${column}: ${message}`)
            .join(' '),
        }),
      ),
    [...importColumns, PROBLEM_COLUMN],
    format,
  )
