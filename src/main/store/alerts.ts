import { asc, eq } from 'drizzle-orm'
import type { AlertChannel, AlertMessage, Incident } from '../../domain/alert.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Connection, Patch, Touch } from './connection.ts'
import { alertIncidents, alertQueue } from './schema.ts'

export type QueuedAlert = typeof alertQueue.$inferSelect

export const alertsTable = (db: Connection, touch: Touch) => ({
  incidents: (): Incident[] => db.select().from(alertIncidents).all(),

  keepIncident(incident: Incident): void {
    touch()
    db.insert(alertIncidents)
      .values(incident)
      .onConflictDoUpdate({ target: alertIncidents.artistId, set: incident })
      .run()
  },

  endIncident(artistId: string): void {
    touch()
    db.delete(alertIncidents).where(eq(alertIncidents.artistId, artistId)).run()
  },

  /** Tells who shows them that their settings have changed. */
  announce: (): void => touch('alerts'),

  /** Oldest first. */
  queue: (): QueuedAlert[] => db.select().from(alertQueue).orderBy(asc(alertQueue.id)).all(),

  enqueue(channel: AlertChannel, message: AlertMessage, createdAt: Instant): void {
    touch('alerts')
    db.insert(alertQueue).values({ channel, message, createdAt }).run()
  },

  changeQueued(
    id: number,
    patch: Patch<Pick<QueuedAlert, 'message' | 'attempts' | 'notBefore'>>,
  ): void {
    touch('alerts')
    db.update(alertQueue).set(patch).where(eq(alertQueue.id, id)).run()
  },

  removeQueued(id: number): void {
    touch('alerts')
    db.delete(alertQueue).where(eq(alertQueue.id, id)).run()
  },
})
