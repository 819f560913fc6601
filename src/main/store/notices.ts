import { and, desc, eq, inArray, lte } from 'drizzle-orm'
import type { NoticeView } from '../../domain/views.ts'
import type { Connection, Touch } from './connection.ts'
import { appointments, notices } from './schema.ts'

export const noticesTable = (db: Connection, touch: Touch) => ({
  insert(row: Omit<typeof notices.$inferInsert, 'id'>): void {
    touch('notices')
    db.insert(notices).values(row).run()
  },

  /** Newest first. */
  list: (limit: number): NoticeView[] =>
    db.select().from(notices).orderBy(desc(notices.id)).limit(limit).all(),

  /** Their sentences name the client. */
  removeOfClient(clientId: string): void {
    touch('notices')
    const theirs = db
      .select({ id: appointments.id })
      .from(appointments)
      .where(eq(appointments.clientId, clientId))
    db.delete(notices).where(inArray(notices.appointmentId, theirs)).run()
  },

  markSeen(upTo: number): void {
    touch('notices')
    db.update(notices)
      .set({ seen: true })
      .where(and(eq(notices.seen, false), lte(notices.id, upTo)))
      .run()
  },
})
