import type { Sentence } from './sentence.ts'

export const dayColumns = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const

/** The columns of a list of artists and calendars, in the order in which they are written. */
export const importColumns = [
  'artist',
  'colour',
  'active',
  ...dayColumns,
  'session_minutes',
  'buffer_before',
  'buffer_after',
  'server',
  'username',
  'calendar',
  'calendar_name',
  'role',
  'free_does_not_block',
] as const

export type ImportColumn = (typeof importColumns)[number]

/** A row as it was read: every column, empty where the file has none. */
export type ImportCells = Readonly<Record<ImportColumn, string>>

export const emptyCells = (): Record<ImportColumn, string> => ({
  artist: '',
  colour: '',
  active: '',
  monday: '',
  tuesday: '',
  wednesday: '',
  thursday: '',
  friday: '',
  saturday: '',
  sunday: '',
  session_minutes: '',
  buffer_before: '',
  buffer_after: '',
  server: '',
  username: '',
  calendar: '',
  calendar_name: '',
  role: '',
  free_does_not_block: '',
})

export type ImportFormat = 'csv' | 'json'

/** What is wrong with one cell of a row. */
export interface ImportProblem extends Sentence {
  readonly column: ImportColumn
}

/** `there` is a row that says what is there already, here or further up in the file. */
export type ImportState = 'good' | 'bad' | 'there'

export interface ImportRowView {
  /** Where it begins in a CSV file, or which one it is in JSON, from 1. */
  readonly line: number
  readonly cells: ImportCells
  readonly state: ImportState
  readonly problems: readonly ImportProblem[]
}

export interface ImportPreview {
  readonly format: ImportFormat
  readonly counts: Readonly<Record<ImportState, number>>
  /** Headings that mean nothing here. */
  readonly unknownColumns: readonly string[]
}

export interface ImportOutcome {
  readonly artists: number
  readonly calendars: number
  /** Logins that were not known; each needs its password. */
  readonly accounts: number
  /** Rows that were left out. */
  readonly left: number
}

/** How many rows have been read or judged; null while nothing is read or imported. */
export type ImportProgress = { readonly done: number } | null
