import { asc, eq, getTableColumns, sql, type SQL } from 'drizzle-orm'
import type { Instant } from '../../domain/interval.ts'
import {
  byKey,
  patchByKey,
  rowid,
  sought,
  type Connection,
  type Patch,
  type Touch,
} from './connection.ts'
import { outbox, placements } from './schema.ts'

export type OutboxRow = typeof outbox.$inferSelect

export type Intent = OutboxRow['intent']

export const outboxTable = (db: Connection, touch: Touch) => {
  const changing = (): void => touch('outbox', 'appointments')
  const joined = (condition?: SQL) =>
    db
      .select({
        ...getTableColumns(outbox),
        calendarId: placements.calendarId,
        appointmentId: placements.appointmentId,
      })
      .from(outbox)
      .innerJoin(placements, eq(placements.id, outbox.placementId))
      .where(condition)
      .orderBy(asc(outbox.createdAt), rowid(outbox))
      .prepare()
  const all = joined()
  const ofCalendar = joined(eq(placements.calendarId, sought))
  const ofAppointment = joined(eq(placements.appointmentId, sought))
  const update = patchByKey<OutboxRow>(db, outbox, outbox.placementId)
  const remove = db.delete(outbox).where(eq(outbox.placementId, sought)).prepare()

  return {
    get: byKey<OutboxRow>(db.select().from(outbox).where(eq(outbox.placementId, sought)).prepare()),

    /**
     * Says what the server should look like, at once and whatever went wrong before. A row that
     * waits to be verified goes on waiting: what it sent may have arrived.
     */
    want(placementId: string, intent: Intent, now: Instant): void {
      changing()
      db.insert(outbox)
        .values({ placementId, intent, createdAt: now })
        .onConflictDoUpdate({
          target: outbox.placementId,
          set: {
            intent,
            revision: sql`${outbox.revision} + 1`,
            phase: sql`case ${outbox.phase} when 'verify' then 'verify' else 'ready' end`,
            attempts: 0,
            notBefore: 0,
            failure: null,
          },
        })
        .run()
    },

    update(placementId: string, patch: Patch<OutboxRow>): void {
      changing()
      update(placementId, patch)
    },

    remove(placementId: string): void {
      changing()
      remove.run({ key: placementId })
    },

    /** Oldest first, with the calendar and the appointment each is for. */
    all: () => all.all(),
    ofCalendar: (calendarId: string) => ofCalendar.all({ key: calendarId }),
    ofAppointment: (appointmentId: string) => ofAppointment.all({ key: appointmentId }),
  }
}
