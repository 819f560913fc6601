import { asc, eq, inArray, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { AuditEntry } from '../../domain/views.ts'
import type { Connection, Touch } from './connection.ts'
import { appointments, auditLog } from './schema.ts'

const wordless = (column: SQLiteColumn) =>
  sql`json_remove(${column}, '$.description', '$.cancelReason', '$.note')`

export const auditTable = (db: Connection, touch: Touch) => ({
  insert(row: Omit<typeof auditLog.$inferInsert, 'id'>): void {
    touch('appointments')
    db.insert(auditLog).values(row).run()
  },

  /** Takes the words that were written about the client out of the client's history. */
  eraseWords(clientId: string): void {
    touch('appointments')
    const theirs = db
      .select({ id: appointments.id })
      .from(appointments)
      .where(eq(appointments.clientId, clientId))
    db.update(auditLog)
      .set({ before: wordless(auditLog.before), after: wordless(auditLog.after) })
      .where(inArray(auditLog.appointmentId, theirs))
      .run()
  },

  /** What happened to an appointment, oldest first. */
  of: (appointmentId: string): AuditEntry[] =>
    db
      .select({
        id: auditLog.id,
        at: auditLog.at,
        actor: auditLog.actor,
        action: auditLog.action,
        before: auditLog.before,
        after: auditLog.after,
      })
      .from(auditLog)
      .where(eq(auditLog.appointmentId, appointmentId))
      .orderBy(asc(auditLog.id))
      .all(),
})
