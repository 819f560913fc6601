import { and, desc, eq, lte } from 'drizzle-orm'
import type { NoticeView } from '../../domain/views.ts'
import type { Connection, Touch } from './connection.ts'
import { notices } from './schema.ts'

export const noticesTable = (db: Connection, touch: Touch) => ({
  insert(row: Omit<typeof notices.$inferInsert, 'id'>): void {
    touch('notices')
    db.insert(notices).values(row).run()
  },

  /** Newest first. */
  list: (limit: number): NoticeView[] =>
    db.select().from(notices).orderBy(desc(notices.id)).limit(limit).all(),

  markSeen(upTo: number): void {
    touch('notices')
    db.update(notices)
      .set({ seen: true })
      .where(and(eq(notices.seen, false), lte(notices.id, upTo)))
      .run()
  },
})
