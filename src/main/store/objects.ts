import { and, asc, count, eq, gt, gte, isNotNull, lt, sql } from 'drizzle-orm'
import type { Connection, Touch } from './connection.ts'
import { busyIntervals, remoteObjects } from './schema.ts'

export type ObjectRow = typeof remoteObjects.$inferSelect

/** One occurrence of an object, as the busy table keeps it. */
export type BusyRow = Omit<typeof busyIntervals.$inferInsert, 'id' | 'objectId' | 'calendarId'>

const at = (name: string) => sql.placeholder(name)

/** The column as the statement wanted to insert it. */
const wanted = ({ name }: { readonly name: string }) => sql.raw(`excluded."${name}"`)

/** A pull writes thousands of objects while the window waits: what it runs is prepared once. */
export const objectsTable = (db: Connection, touch: Touch) => {
  const here = and(
    eq(remoteObjects.calendarId, at('calendarId')),
    eq(remoteObjects.href, at('href')),
  )
  const get = db.select().from(remoteObjects).where(here).prepare()
  const upsert = db
    .insert(remoteObjects)
    .values({
      calendarId: at('calendarId'),
      href: at('href'),
      uid: at('uid'),
      etag: at('etag'),
      text: at('text'),
      hash: at('hash'),
      problem: at('problem'),
    })
    .onConflictDoUpdate({
      target: [remoteObjects.calendarId, remoteObjects.href],
      set: {
        uid: wanted(remoteObjects.uid),
        etag: wanted(remoteObjects.etag),
        text: wanted(remoteObjects.text),
        hash: wanted(remoteObjects.hash),
        problem: wanted(remoteObjects.problem),
      },
    })
    .returning({ id: remoteObjects.id })
    .prepare()
  const calendarOf = db
    .select({ calendarId: remoteObjects.calendarId })
    .from(remoteObjects)
    .where(eq(remoteObjects.id, at('id')))
    .prepare()
  const removeBusy = db
    .delete(busyIntervals)
    .where(eq(busyIntervals.objectId, at('objectId')))
    .prepare()
  const problemCount = db
    .select({ number: count() })
    .from(remoteObjects)
    .where(
      and(
        sql`${remoteObjects.calendarId} in (select value from json_each(${at('calendarIds')}))`,
        isNotNull(remoteObjects.problem),
      ),
    )
    .prepare()
  // All intervals of an object in one statement: a weekly event has a hundred.
  const addBusy = db
    .insert(busyIntervals)
    .select(
      sql`select null, ${at('objectId')}, ${at('calendarId')}, value ->> 0, value ->> 1, value ->> 2,
        value ->> 3, value ->> 4, value ->> 5 from json_each(${at('rows')})`,
    )
    .prepare()

  const setBusy = (objectId: number, calendarId: string, rows: readonly BusyRow[]): void => {
    removeBusy.run({ objectId })
    if (rows.length === 0) return
    const values = rows.map((row) => [
      row.start,
      row.end,
      row.title,
      Number(row.private),
      Number(row.transparent),
      Number(row.allDay),
    ])
    addBusy.run({ objectId, calendarId, rows: JSON.stringify(values) })
  }

  return {
    get: (calendarId: string, href: string): ObjectRow | undefined => get.get({ calendarId, href }),

    byUid: (calendarId: string, uid: string): ObjectRow | undefined =>
      db
        .select()
        .from(remoteObjects)
        .where(and(eq(remoteObjects.calendarId, calendarId), eq(remoteObjects.uid, uid)))
        .get(),

    /** The objects whose UID begins with `prefix`. */
    withUidFrom: (calendarId: string, prefix: string): ObjectRow[] =>
      db
        .select()
        .from(remoteObjects)
        .where(
          and(
            eq(remoteObjects.calendarId, calendarId),
            gte(remoteObjects.uid, prefix),
            lt(remoteObjects.uid, `${prefix}\uFFFF`),
          ),
        )
        .all(),

    /** Every object of the calendar without its text. */
    states: (calendarId: string) =>
      db
        .select({
          id: remoteObjects.id,
          href: remoteObjects.href,
          etag: remoteObjects.etag,
          hash: remoteObjects.hash,
          problem: remoteObjects.problem,
        })
        .from(remoteObjects)
        .where(eq(remoteObjects.calendarId, calendarId))
        .all(),

    /** Notes that the object is there and cannot be fetched; what is known of it stays. */
    doubt(calendarId: string, href: string, problem: string): void {
      touch('busy')
      db.insert(remoteObjects)
        .values({ calendarId, href, problem, text: '', hash: '' })
        .onConflictDoUpdate({
          target: [remoteObjects.calendarId, remoteObjects.href],
          set: { etag: null, problem },
        })
        .run()
    },

    /** Stores the object as it is now on the server, with its busy time; answers its id. */
    upsert(row: Omit<ObjectRow, 'id'>, busy: readonly BusyRow[]): number {
      touch('busy')
      const { id } = upsert.get(row)
      setBusy(id, row.calendarId, busy)
      return id
    },

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

    replaceBusy(objectId: number, rows: readonly BusyRow[]): void {
      touch('busy')
      const object = calendarOf.get({ id: objectId })
      if (object) setBusy(objectId, object.calendarId, rows)
    },

    /** The objects whose time could not be told. */
    problems: (calendarId: string) =>
      db
        .select({
          id: remoteObjects.id,
          href: remoteObjects.href,
          uid: remoteObjects.uid,
          text: remoteObjects.text,
          problem: remoteObjects.problem,
        })
        .from(remoteObjects)
        .where(and(eq(remoteObjects.calendarId, calendarId), isNotNull(remoteObjects.problem)))
        .all(),

    /** How many of them there are in these calendars together. */
    problemCount: (calendarIds: readonly string[]): number =>
      problemCount.get({ calendarIds: JSON.stringify(calendarIds) })?.number ?? 0,
  }
}
