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
import { createPlanner, factsOf, isSame, type Facts, type JudgedRow } from './plan.ts'
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

const stopped = (): Result<never> => fail('cancelled', 'The import was stopped.')

/** Inserts what the good rows make. */
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
  /** Ends what is being read or imported. */
  let working = new AbortController()

  const setProgress = (next: ImportProgress): void => {
    progress = next
    tell()
  }

  /** Null when it was stopped. */
  const judgeAll = async (
    table: RawTable,
    facts: Facts,
    signal: AbortSignal,
  ): Promise<JudgedRow[] | null> => {
    const judge = createPlanner(facts, { now: now(), newId })
    const judged: JudgedRow[] = []
    for (const row of table.rows) {
      judged.push(judge(row))
      if (judged.length % SLICE !== 0) continue
      setProgress({ done: judged.length })
      await turn()
      if (signal.aborted) return null
    }
    return judged
  }

  /** Null when it was stopped. */
  const importRows = async (open: Loaded, signal: AbortSignal): Promise<ImportOutcome | null> => {
    for (;;) {
      const facts = factsOf(store.read)
      const judged = await judgeAll(open, facts, signal)
      if (!judged) return null
      const outcome = store.transaction((tx) =>
        isSame(factsOf(tx), facts) ? insertAll(tx, judged) : null,
      )
      if (!outcome) continue
      loaded = { ...open, judged }
      return outcome
    }
  }

  /** One of them at a time; what it works on can be stopped. */
  const during = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    working.abort()
    const mine = (working = new AbortController())
    setProgress({ done: 0 })
    try {
      return await work(mine.signal)
    } finally {
      if (mine === working) setProgress(null)
    }
  }

  const fileName = (what: string, format: ImportFormat) => {
    const { zone } = store.read.settings.get()
    const name = `${what}-${dateAt(now(), zone)}.${format}`
    return { name, kind: format === 'csv' ? ('Table' as const) : ('JSON' as const) }
  }

  return {
    state: (): ImportProgress => progress,

    /** Reads a list and judges every row; one that was open before is forgotten. */
    read: (input: ParsedOf<'import.read'>): Promise<Result<ImportPreview>> =>
      during(async (signal) => {
        loaded = null
        const text = 'text' in input ? input.text : decodeText(input.bytes)
        const table = await readRows(text, (done) => setProgress({ done }), signal)
        if (!table.ok) return table
        const judged = await judgeAll(table.value, factsOf(store.read), signal)
        if (!judged || signal.aborted) return stopped()
        loaded = { ...table.value, judged }
        const { format, unknownColumns } = table.value
        return ok({ format, unknownColumns, counts: countsOf(judged) })
      }),

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
     * Imports the good rows in one transaction, judged once more by what is there at that moment: some
     * at a time, and again where something has changed meanwhile. Before that the database is backed
     * up; fails as that does, and with `cancelled` where it was stopped: then nothing was changed.
     */
    apply: (): Promise<Result<ImportOutcome>> =>
      during(async (signal) => {
        const open = loaded
        if (!open) return gone()
        const saved = await backUp()
        if (!saved.ok) return saved
        if (signal.aborted) return stopped()
        const outcome = await importRows(open, signal)
        return outcome ? ok(outcome) : stopped()
      }),

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

    /** Stops what is being read or imported, and forgets the list that is open. */
    cancel: (): null => {
      working.abort()
      loaded = null
      return null
    },
  }
}
