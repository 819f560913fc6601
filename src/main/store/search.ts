import { and, eq, gt, inArray, lt, or, sql } from 'drizzle-orm'
import type { Instant, Interval } from '../../domain/interval.ts'
import type { Connection } from './connection.ts'
import { appointments, clients, searchEntries } from './schema.ts'

/** As the tokenizer of the table reads them; anything else separates words. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** Every word as the beginning of one; in quotes, AND and NEAR are words like any other. */
const matchOf = (text: string): string =>
  wordsOf(text)
    .map((word) => `"${word}"*`)
    .join(' ')

/** A hit in the name counts more than one in the rest. */
const rank = sql`bm25(search_words, 4.0, 1.0)`

const matching = (match: string) =>
  sql`${searchEntries.id} in (select rowid from search_words where search_words match ${match})`

const digits = sql`replace(${clients.phoneKey}, '+', '')`

export const searchTable = (db: Connection) => ({
  /** Ids of the artists and clients that all words of `text` are found in, best first. */
  people(text: string, limit: number): { kind: 'artist' | 'client'; id: string }[] {
    const match = matchOf(text)
    if (match === '') return []
    return db.all(
      sql`select kind, subject_id as id
          from search_words join search_entries on search_entries.id = search_words.rowid
          where search_words match ${match} and kind <> 'appointment'
          order by kind, ${rank}, search_words.name, search_entries.id limit ${limit}`,
    )
  },

  /** Ids of the clients whose phone number holds these digits, however it was written. */
  phones: (number: string, limit: number): string[] =>
    db
      .select({ id: clients.id })
      .from(clients)
      .where(sql`instr(${digits}, ${number}) > 0`)
      .orderBy(clients.nameKey, clients.id)
      .limit(limit)
      .all()
      .map(({ id }) => id),

  /**
   * Ids of the appointments that all words of `text` are found in (no words: all), overlapping one
   * of `days` where there are any, nearest to `now` first.
   */
  appointments(text: string, days: readonly Interval[], now: Instant, limit: number): string[] {
    const match = matchOf(text)
    if (match === '' && days.length === 0) return []
    const found = db
      .select({ id: searchEntries.subjectId })
      .from(searchEntries)
      .where(and(eq(searchEntries.kind, 'appointment'), matching(match)))
    const within = days.map(({ start, end }) =>
      and(gt(appointments.end, start), lt(appointments.start, end)),
    )
    return db
      .select({ id: appointments.id })
      .from(appointments)
      .where(and(match === '' ? undefined : inArray(appointments.id, found), or(...within)))
      .orderBy(sql`abs(${appointments.start} - ${now})`, appointments.id)
      .limit(limit)
      .all()
      .map(({ id }) => id)
  },
})
