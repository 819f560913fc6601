import { Readable } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { CsvError, parse } from 'csv-parse'
import { fail, failed, ok, type Failure, type Result } from '../../domain/failure.ts'
import {
  importColumns,
  emptyCells,
  type ImportCells,
  type ImportColumn,
  type ImportFormat,
} from '../../domain/import.ts'
import { sentence } from '../../domain/sentence.ts'

/** A row of the file, whatever is in it. */
export interface RawRow {
  readonly line: number
  readonly cells: ImportCells
}

export interface RawTable {
  readonly format: ImportFormat
  readonly unknownColumns: readonly string[]
  readonly rows: readonly RawRow[]
}

/** More than any studio has; a file beyond it is another one than was meant. */
export const ROW_LIMIT = 50_000

const CHUNK = 64 * 1024
/** Rows between two turns of the event loop. */
export const SLICE = 500

const known: ReadonlySet<string> = new Set(importColumns)

const isColumn = (name: string): name is ImportColumn => known.has(name)

const otherNames: Readonly<Record<string, ImportColumn>> = {
  name: 'artist',
  color: 'colour',
  url: 'calendar',
  link: 'calendar',
  user: 'username',
  mon: 'monday',
  tue: 'tuesday',
  wed: 'wednesday',
  thu: 'thursday',
  fri: 'friday',
  sat: 'saturday',
  sun: 'sunday',
}

/** What the list of rows that were left out has besides. */
export const PROBLEM_COLUMN = 'problem'

const columnOf = (heading: string): ImportColumn | null => {
  const name = heading
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
  return isColumn(name) ? name : (otherNames[name] ?? null)
}

/** An apostrophe that keeps a spreadsheet from running a cell is not part of it. */
const plain = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, '').trim()

const cellsOf = (
  columns: readonly (ImportColumn | null)[],
  values: readonly string[],
): ImportCells => {
  const cells = emptyCells()
  for (const [at, column] of columns.entries()) {
    const value = plain(values[at] ?? '')
    if (column !== null && value !== '') cells[column] = value
  }
  return cells
}

const unknownIn = (headings: readonly string[]): string[] =>
  headings.filter(
    (heading) =>
      heading.trim() !== '' &&
      columnOf(heading) === null &&
      heading.trim().toLowerCase() !== PROBLEM_COLUMN,
  )

const noArtistColumn = (): Result<never> =>
  fail('invalid-input', 'There is no column “artist”.', {
    remedy: 'The first line has to name the columns. Export a list to see how.',
  })

const nothingIn = (): Result<never> =>
  fail('invalid-input', 'There is nothing in it.', { remedy: 'Choose another file.' })

const tooLong = (): Result<never> =>
  fail('too-large', sentence`These are more than ${{ limit: ROW_LIMIT }} rows.`, {
    remedy: 'Split the file.',
  })

const stopped = (): Result<never> => fail('cancelled', 'The import was stopped.')

/** The separator that the first line has most of, outside quotes; German spreadsheets write `;`. */
const delimiterOf = (text: string): string => {
  const line = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replaceAll(/"[^"]*"/g, '')
  const count = (separator: string): number => line.split(separator).length
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best))
}

const chunksOf = function* (text: string): Generator<string> {
  for (let at = 0; at < text.length; at += CHUNK) yield text.slice(at, at + CHUNK)
}

const brokenCsv = (line: number): Failure => ({
  kind: 'invalid-input',
  ...sentence`The table cannot be read from line ${{ line }} on: a quotation mark is in the wrong place.`,
  remedy: 'Correct that line, or save the table as CSV again.',
})

const readCsv = async (
  text: string,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<Result<RawTable>> => {
  const rows: RawRow[] = []
  let headings: string[] | null = null
  let columns: (ImportColumn | null)[] = []
  const records = Readable.from(chunksOf(text)).pipe(
    parse({
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }),
  )
  try {
    for await (const { record, info } of records as AsyncIterable<{
      record: string[]
      info: { lines: number }
    }>) {
      if (signal.aborted) return stopped()
      if (headings === null) {
        headings = record
        columns = headings.map(columnOf)
        if (!columns.includes('artist')) return noArtistColumn()
      } else if (record.some((cell) => cell.trim() !== '')) {
        rows.push({ line: info.lines, cells: cellsOf(columns, record) })
        if (rows.length > ROW_LIMIT) return tooLong()
        if (rows.length % SLICE === 0) {
          onProgress(rows.length)
          await turn()
        }
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return failed(brokenCsv(Number(error['lines'] ?? rows.length + 1)))
  }
  return rows.length === 0
    ? nothingIn()
    : ok({ format: 'csv', unknownColumns: unknownIn(headings ?? []), rows })
}

const textOf = (value: unknown): string =>
  ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : ''

const readJson = (text: string): Result<RawTable> => {
  let list: unknown
  try {
    list = JSON.parse(text)
  } catch {
    return fail('invalid-input', 'This is not complete JSON.', {
      remedy: 'Choose another file, or export a list to see how it looks.',
    })
  }
  if (!Array.isArray(list))
    return fail('invalid-input', 'The JSON is not a list of rows.', {
      remedy: 'Choose another file, or export a list to see how it looks.',
    })
  if (list.length === 0) return nothingIn()
  if (list.length > ROW_LIMIT) return tooLong()
  const unknown = new Set<string>()
  const rows = list.map((row: unknown, at): RawRow => {
    const entries = typeof row === 'object' && row !== null ? Object.entries(row) : []
    for (const heading of unknownIn(entries.map(([name]) => name))) unknown.add(heading)
    const columns = entries.map(([name]) => columnOf(name))
    return {
      line: at + 1,
      cells: cellsOf(
        columns,
        entries.map(([, value]) => textOf(value)),
      ),
    }
  })
  return ok({ format: 'json', unknownColumns: [...unknown], rows })
}

/**
 * Reads a list of artists and calendars: CSV with any of the usual separators, or a JSON list of
 * objects. Other work gets its turn every few hundred rows. Fails with `invalid-input` where it is
 * no such list, `too-large` and `cancelled`.
 */
export const readRows = async (
  text: string,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<Result<RawTable>> => {
  const bare = text.replace(/^\uFEFF/, '')
  if (bare.trim() === '') return nothingIn()
  return /^\s*[[{]/.test(bare) ? readJson(bare) : readCsv(bare, onProgress, signal)
}
