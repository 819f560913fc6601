import { and, asc, eq, getTableColumns, gt, isNull, lt, sql } from 'drizzle-orm'
import type { TimeOff } from '../../domain/artist.ts'
import type { Instant } from '../../domain/interval.ts'
import { rowid, type Connection, type Touch } from './connection.ts'
import { timeOff } from './schema.ts'

export const timeOffTable = (db: Connection, touch: Touch) => {
  const { createdAt: _, ...columns } = getTableColumns(timeOff)
  const overlapping = db
    .select(columns)
    .from(timeOff)
    .where(
      and(gt(timeOff.end, sql.placeholder('start')), lt(timeOff.start, sql.placeholder('end'))),
    )
    .orderBy(asc(timeOff.start), rowid(timeOff))
    .prepare()

  return {
    /** All that overlaps [start, end), by start. */
    overlapping: (start: Instant, end: Instant): TimeOff[] => overlapping.all({ start, end }),

    /** Whether this one is the whole studio's. */
    isClosedDay: (id: string): boolean =>
      db
        .select({ id: timeOff.id })
        .from(timeOff)
        .where(and(eq(timeOff.id, id), isNull(timeOff.artistId)))
        .get() !== undefined,

    insert(row: typeof timeOff.$inferInsert): void {
      touch('artists', 'busy')
      db.insert(timeOff).values(row).run()
    },

    remove(id: string): void {
      touch('artists', 'busy')
      db.delete(timeOff).where(eq(timeOff.id, id)).run()
    },
  }
}
