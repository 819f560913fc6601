import { and, gt, lt, lte, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Instant } from '../../domain/interval.ts'
import { isLong, LONG } from './schema.ts'

const at = (name: string) => sql.placeholder(name)

/**
 * No index holds what overlaps a time. But almost nothing lasts longer than `LONG`, so the question
 * has two parts: what starts shortly before the end, and the few that are long. `within` fills in
 * their placeholders.
 */
export const overlapping = (table: {
  readonly start: SQLiteColumn
  readonly end: SQLiteColumn
}) => {
  const either = and(lt(table.start, at('end')), gt(table.end, at('start')))
  return {
    near: and(either, gt(table.start, at('near'))),
    far: and(either, lte(table.start, at('near')), isLong(table)),
  }
}

export const within = (start: Instant, end: Instant) => ({ start, end, near: start - LONG })
