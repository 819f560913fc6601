import { setImmediate as turn } from 'node:timers/promises'
import type { ParsedOf } from '../../contract/questions.ts'
import { fail, ok, type Result } from '../../domain/failure.ts'
import type {
  ImportFormat,
  ImportOutcome,
  ImportPreview,
  ImportProgress,
  ImportRowView,
  ImportState,
} from '../../domain/import.ts'
import type { Instant } from '../../domain/interval.ts'
import { dateAt } from '../../domain/zone.ts'
import { saveText, type ChooseFile } from '../export/write-file.ts'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import { decodeText } from './decode.ts'
import { createPlanner, factsOf, type JudgedRow } from './plan.ts'
import { readRows, SLICE, type RawTable } from './read-rows.ts'
import { writeBadRows, writeEverything } from './write-rows.ts'

export interface ImportDesk {
  readonly store: Store
  readonly now: () => Instant
  readonly newId: () => string
  readonly chooseFile: ChooseFile
  /** Makes a copy of the database; what fails there stops the import. */
  readonly backUp: () => Promise<Result<unknown>>
  /** How far it has come is another than before. */
  readonly tell: () => void
}

interface Loaded extends RawTable {
  readonly judged: readonly JudgedRow[]
}

const countsOf = (rows: readonly JudgedRow[]): Record<ImportState, number> => {
  const counts = { good: 0, bad: 0, there: 0 }
  for (const { state } of rows) counts[state] += 1
  return counts
}

const gone = (): Result<never> =>
  fail('not-found', 'This list is no longer open.', { remedy: 'Choose the file again.' })

/** Inserts what the good rows make; they were judged in the same transaction. */
const insertAll = (tx: Tables, rows: readonly JudgedRow[]): ImportOutcome => {
  const made = rows.flatMap(({ actions }) => actions ?? [])
  const accounts = made.flatMap(({ account }) => account ?? [])
  const artists = made.flatMap(({ artist }) => artist ?? [])
  const calendars = made.flatMap(({ calendar }) => calendar ?? [])
  for (const account of accounts) tx.accounts.insert(account)
  tx.artists.insertMany(artists)
  tx.calendars.insertMany(calendars)
  return {
    accounts: accounts.length,
    artists: artists.length,
    calendars: calendars.length,
    left: rows.length - made.length,
  }
}

/** Takes over lists of artists and calendars: read and judged first, then imported in one piece. */
export const importUseCases = (desk: ImportDesk) => {
  const { store, now, newId, chooseFile, backUp, tell } = desk
  let loaded: Loaded | null = null
  let progress: ImportProgress = null
  let reading = new AbortController()

  const setProgress = (next: ImportProgress): void => {
    progress = next
    tell()
  }
  const planner = (tables: Tables) => createPlanner(factsOf(tables), { now: now(), newId })

  const judgeAll = async (table: RawTable, signal: AbortSignal): Promise<Loaded | null> => {
    const judge = planner(store.read)
    const judged: JudgedRow[] = []
    for (const row of table.rows) {
      judged.push(judge(row))
      if (judged.length % SLICE !== 0) continue
      setProgress({ done: judged.length })
      await turn()
      if (signal.aborted) return null
    }
    return { ...table, judged }
  }

  const fileName = (what: string, format: ImportFormat) => {
    const { zone } = store.read.settings.get()
    const name = `${what}-${dateAt(now(), zone)}.${format}`
    return { name, kind: format === 'csv' ? ('Table' as const) : ('JSON' as const) }
  }

  return {
    state: (): ImportProgress => progress,

    /** Reads a list and judges every row; one that was open before is forgotten. */
    read: async (input: ParsedOf<'import.read'>): Promise<Result<ImportPreview>> => {
      reading.abort()
      const mine = (reading = new AbortController())
      loaded = null
      setProgress({ done: 0 })
      try {
        const text = 'text' in input ? input.text : decodeText(input.bytes)
        const table = await readRows(text, (done) => setProgress({ done }), mine.signal)
        if (!table.ok) return table
        const all = await judgeAll(table.value, mine.signal)
        if (!all || mine.signal.aborted) return fail('cancelled', 'The import was stopped.')
        loaded = all
        const { format, unknownColumns, judged } = all
        return ok({ format, unknownColumns, counts: countsOf(judged) })
      } finally {
        if (mine === reading) setProgress(null)
      }
    },

    /** Some of the rows, for a page of the preview. */
    rows: ({ from, count, state }: ParsedOf<'import.rows'>): Result<ImportRowView[]> => {
      if (!loaded) return gone()
      const wanted = loaded.judged.filter((row) => state === undefined || row.state === state)
      return ok(
        wanted.slice(from, from + count).map(({ line, cells, state: judged, problems }) => ({
          line,
          cells,
          state: judged,
          problems,
        })),
      )
    },

    /**
     * Imports the good rows in one transaction, judged once more by what is there at that moment.
     * Before that the database is backed up; fails as that does.
     */
    apply: async (): Promise<Result<ImportOutcome>> => {
      const open = loaded
      if (!open) return gone()
      const saved = await backUp()
      if (!saved.ok) return saved
      if (loaded !== open) return gone()
      const { outcome, judged } = store.transaction((tx) => {
        const rows = open.rows.map(planner(tx))
        return { outcome: insertAll(tx, rows), judged: rows }
      })
      loaded = { ...open, judged }
      return ok(outcome)
    },

    saveBadRows: async (): Promise<Result<{ file: string | null }>> => {
      if (!loaded) return gone()
      const { judged, format } = loaded
      return saveText(chooseFile, fileName('rows-to-correct', format), writeBadRows(judged, format))
    },

    saveAll: async ({
      format,
    }: ParsedOf<'import.saveAll'>): Promise<Result<{ file: string | null }>> =>
      saveText(
        chooseFile,
        fileName('artists-and-calendars', format),
        writeEverything(store.read, format),
      ),

    /** Stops reading, or forgets the list that is open. */
    cancel: (): null => {
      reading.abort()
      loaded = null
      return null
    },
  }
}
