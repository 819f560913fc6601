import { asc, eq } from 'drizzle-orm'
import type { AuditEntry } from '../../domain/views.ts'
import type { Connection, Touch } from './connection.ts'
import { auditLog } from './schema.ts'

export const auditTable = (db: Connection, touch: Touch) => ({
  insert(row: Omit<typeof auditLog.$inferInsert, 'id'>): void {
    touch('appointments')
    db.insert(auditLog).values(row).run()
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
