import { and, asc, eq, gt, isNotNull, lt, sql } from 'drizzle-orm'
import type { Connection, Touch } from './connection.ts'
import { busyIntervals, remoteObjects } from './schema.ts'

export type ObjectRow = typeof remoteObjects.$inferSelect

/** One occurrence of an object, as the busy table keeps it. */
export type BusyRow = Omit<typeof busyIntervals.$inferInsert, 'id' | 'objectId' | 'calendarId'>

const at = (name: string) => sql.placeholder(name)

export const objectsTable = (db: Connection, touch: Touch) => {
  const here = and(
    eq(remoteObjects.calendarId, at('calendarId')),
    eq(remoteObjects.href, at('href')),
  )
  const get = db.select().from(remoteObjects).where(here).prepare()
  const mark = db
    .update(remoteObjects)
    .set({ generation: sql`${at('generation')}` })
    .where(here)
    .prepare()
  const addBusy = db
    .insert(busyIntervals)
    .values({
      objectId: at('objectId'),
      calendarId: at('calendarId'),
      start: at('start'),
      end: at('end'),
      title: at('title'),
      private: at('private'),
      transparent: at('transparent'),
      allDay: at('allDay'),
    })
    .prepare()

  const replaceBusy = (objectId: number, rows: readonly BusyRow[]): void => {
    touch('busy')
    const object = db
      .select({ calendarId: remoteObjects.calendarId })
      .from(remoteObjects)
      .where(eq(remoteObjects.id, objectId))
      .get()
    db.delete(busyIntervals).where(eq(busyIntervals.objectId, objectId)).run()
    for (const row of rows) addBusy.run({ ...row, ...object, objectId })
  }

  return {
    get: (calendarId: string, href: string): ObjectRow | undefined => get.get({ calendarId, href }),

    byUid: (calendarId: string, uid: string): ObjectRow | undefined =>
      db
        .select()
        .from(remoteObjects)
        .where(and(eq(remoteObjects.calendarId, calendarId), eq(remoteObjects.uid, uid)))
        .get(),

    /** Every object of the calendar without its text. */
    states: (calendarId: string) =>
      db
        .select({
          id: remoteObjects.id,
          href: remoteObjects.href,
          etag: remoteObjects.etag,
          hash: remoteObjects.hash,
          generation: remoteObjects.generation,
          problem: remoteObjects.problem,
        })
        .from(remoteObjects)
        .where(eq(remoteObjects.calendarId, calendarId))
        .all(),

    /** Notes that the object is there and cannot be fetched; what is known of it stays. */
    doubt(calendarId: string, href: string, generation: number, problem: string): void {
      touch('busy')
      db.insert(remoteObjects)
        .values({ calendarId, href, generation, problem, text: '', hash: '' })
        .onConflictDoUpdate({
          target: [remoteObjects.calendarId, remoteObjects.href],
          set: { etag: null, generation, problem },
        })
        .run()
    },

    /** Stores the object as it is now on the server, with its busy time; answers its id. */
    upsert(row: Omit<ObjectRow, 'id'>, busy: readonly BusyRow[]): number {
      touch('busy')
      const { calendarId: _, href: __, ...content } = row
      const { id } = db
        .insert(remoteObjects)
        .values(row)
        .onConflictDoUpdate({
          target: [remoteObjects.calendarId, remoteObjects.href],
          set: content,
        })
        .returning({ id: remoteObjects.id })
        .get()
      replaceBusy(id, busy)
      return id
    },

    setEtag(id: number, etag: string | null): void {
      touch()
      db.update(remoteObjects).set({ etag }).where(eq(remoteObjects.id, id)).run()
    },

    /** Notes which objects a listing of this generation has seen. */
    mark(calendarId: string, hrefs: readonly string[], generation: number): void {
      touch()
      for (const href of hrefs) mark.run({ calendarId, href, generation })
    },

    /** The objects a listing of this generation has not seen. */
    unseen: (calendarId: string, generation: number) =>
      db
        .select({ id: remoteObjects.id, href: remoteObjects.href, uid: remoteObjects.uid })
        .from(remoteObjects)
        .where(
          and(eq(remoteObjects.calendarId, calendarId), lt(remoteObjects.generation, generation)),
        )
        .all(),

    remove(id: number): void {
      touch('busy')
      db.delete(remoteObjects).where(eq(remoteObjects.id, id)).run()
    },

    /** The next `limit` objects after `afterId` with their texts; 0 is before the first. */
    page: (calendarId: string, afterId: number, limit: number) =>
      db
        .select({
          id: remoteObjects.id,
          href: remoteObjects.href,
          uid: remoteObjects.uid,
          text: remoteObjects.text,
        })
        .from(remoteObjects)
        .where(and(eq(remoteObjects.calendarId, calendarId), gt(remoteObjects.id, afterId)))
        .orderBy(asc(remoteObjects.id))
        .limit(limit)
        .all(),

    replaceBusy,

    /** The objects whose time could not be told. */
    problems: (calendarId: string) =>
      db
        .select({
          id: remoteObjects.id,
          href: remoteObjects.href,
          uid: remoteObjects.uid,
          problem: remoteObjects.problem,
        })
        .from(remoteObjects)
        .where(and(eq(remoteObjects.calendarId, calendarId), isNotNull(remoteObjects.problem)))
        .all(),
  }
}
