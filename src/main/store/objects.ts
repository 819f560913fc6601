import { and, asc, count, eq, gt, gte, isNotNull, isNull, like, lt, or, sql } from 'drizzle-orm'
import type { Instant, Interval } from '../../domain/interval.ts'
import type { Connection, Touch } from './connection.ts'
import { remoteObjects, type busyIntervals } from './schema.ts'

export type ObjectRow = typeof remoteObjects.$inferSelect

/** Occurrences of an object that differ only in their time. */
export interface BusyTimes extends Pick<
  typeof busyIntervals.$inferSelect,
  'title' | 'private' | 'transparent' | 'allDay'
> {
  /** Start, end, start, end, … in ms. */
  readonly times: readonly number[]
}

/** An object without its text. */
type ObjectStanding = Pick<ObjectRow, 'id' | 'href' | 'etag' | 'hash' | 'problem'>

/** What is known of an object apart from how far its events reach. */
type NewObject = Omit<ObjectRow, 'id' | 'reachFrom' | 'reachTo'>

const ALWAYS: Interval = { start: -8.64e15, end: 8.64e15 }

/** uid, ETag, text, hash, problem, reach; then calendar and href, which tell it from others. */
type ObjectValues = [
  string | null,
  string | null,
  string,
  string,
  string | null,
  number,
  number,
  string,
  string,
]

/** A pull writes thousands of objects while the window waits: what it runs is prepared once. */
export const objectsTable = (db: Connection, touch: Touch) => {
  const get = db
    .select()
    .from(remoteObjects)
    .where(
      and(
        eq(remoteObjects.calendarId, sql.placeholder('calendarId')),
        eq(remoteObjects.href, sql.placeholder('href')),
      ),
    )
    .prepare()
  const byUid = db
    .select()
    .from(remoteObjects)
    .where(
      and(
        eq(remoteObjects.calendarId, sql.placeholder('calendarId')),
        eq(remoteObjects.uid, sql.placeholder('uid')),
      ),
    )
    .prepare()
  const problemCounts = db
    .select({ calendarId: remoteObjects.calendarId, number: count() })
    .from(remoteObjects)
    .where(isNotNull(remoteObjects.problem))
    .groupBy(remoteObjects.calendarId)
    .prepare()
  const problemCount = db
    .select({ number: count() })
    .from(remoteObjects)
    .where(
      and(
        sql`${remoteObjects.calendarId} in (select value from json_each(${sql.placeholder('calendarIds')}))`,
        isNotNull(remoteObjects.problem),
      ),
    )
    .prepare()
  const reaching = db.$client
    .prepare<[string, number, number], number>(
      'select id from remote_objects where calendar_id = ? and reach_to > ? and reach_from < ?',
    )
    .pluck()
  const texts = db
    .select({
      id: remoteObjects.id,
      text: remoteObjects.text,
      reach: { start: remoteObjects.reachFrom, end: remoteObjects.reachTo },
    })
    .from(remoteObjects)
    .where(sql`${remoteObjects.id} in (select value from json_each(${sql.placeholder('ids')}))`)
    .prepare()
  const standing = 'select id, href, etag, hash, problem from remote_objects where calendar_id ='
  const states = db.$client.prepare<string, ObjectStanding>(`${standing} ?`)
  const statesOf = db.$client.prepare<
    { readonly calendarId: string; readonly hrefs: string },
    ObjectStanding
  >(
    `${standing} :calendarId and href in (select value from json_each(:hrefs))
      union ${standing} :calendarId and problem is not null`,
  )
  const insert = db.$client.prepare<ObjectValues>(
    `insert into remote_objects
      (uid, etag, text, hash, problem, reach_from, reach_to, calendar_id, href)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (calendar_id, href) do nothing`,
  )
  const update = db.$client
    .prepare<ObjectValues, number>(
      `update remote_objects
        set uid = ?, etag = ?, text = ?, hash = ?, problem = ?, reach_from = ?, reach_to = ?
        where calendar_id = ? and href = ? returning id`,
    )
    .pluck()
  const removeBusy = db.$client.prepare<number>('delete from busy_intervals where object_id = ?')
  const addBusy = db.$client.prepare(
    `insert into busy_intervals
      (object_id, calendar, start, "end", title, private, transparent, all_day)
      values (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const uidFrom = db
    .select()
    .from(remoteObjects)
    .where(
      and(
        eq(remoteObjects.calendarId, sql.placeholder('calendarId')),
        gte(remoteObjects.uid, sql.placeholder('prefix')),
        lt(remoteObjects.uid, sql.placeholder('end')),
      ),
    )
    .prepare()
  const calendarOf = db.$client
    .prepare<number, number>(
      `select number from artist_calendars calendar
        join remote_objects object on object.calendar_id = calendar.id where object.id = ?`,
    )
    .pluck()

  const insertBusy = (objectId: number, busy: readonly BusyTimes[]): void => {
    const calendar = busy.length > 0 ? calendarOf.get(objectId) : undefined
    if (calendar === undefined) return
    for (const { title, times, ...is } of busy) {
      const flags = [Number(is.private), Number(is.transparent), Number(is.allDay)]
      for (let at = 0; at < times.length; at += 2)
        addBusy.run(objectId, calendar, times[at], times[at + 1], title, ...flags)
    }
  }

  return {
    get: (calendarId: string, href: string): ObjectRow | undefined => get.get({ calendarId, href }),

    byUid: (calendarId: string, uid: string): ObjectRow | undefined =>
      byUid.get({ calendarId, uid }),

    /** The objects whose UID begins with `prefix`. */
    withUidFrom: (calendarId: string, prefix: string): ObjectRow[] =>
      uidFrom.all({ calendarId, prefix, end: `${prefix}\uFFFF` }),

    /** Every object of the calendar without its text. */
    states: (calendarId: string): ObjectStanding[] => states.all(calendarId),

    /** The same for the objects with these hrefs and those that could not be read. */
    statesOf: (calendarId: string, hrefs: readonly string[]): ObjectStanding[] =>
      statesOf.all({ calendarId, hrefs: JSON.stringify(hrefs) }),

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

    /** True where an object could not be read and may be an event of ours. */
    hasNameless: (calendarId: string): boolean =>
      db
        .select({ id: remoteObjects.id })
        .from(remoteObjects)
        .where(
          and(
            eq(remoteObjects.calendarId, calendarId),
            isNotNull(remoteObjects.problem),
            isNull(remoteObjects.uid),
            or(eq(remoteObjects.text, ''), like(remoteObjects.text, '%@linework%')),
          ),
        )
        .limit(1)
        .get() !== undefined,

    /** Stores the object as it is now on the server, with its busy time; answers its id. */
    upsert(row: NewObject, busy: readonly BusyTimes[], { start, end }: Interval = ALWAYS): number {
      touch('busy')
      const { uid, etag, text, hash, problem, calendarId, href } = row
      const values: ObjectValues = [uid, etag, text, hash, problem, start, end, calendarId, href]
      const inserted = insert.run(...values)
      let id = Number(inserted.lastInsertRowid)
      if (inserted.changes === 0) {
        id = update.get(...values) ?? id
        removeBusy.run(id)
      }
      insertBusy(id, busy)
      return id
    },

    remove(id: number): void {
      touch('busy')
      db.delete(remoteObjects).where(eq(remoteObjects.id, id)).run()
    },

    /** The ids of the objects whose events may take time in [start, end). */
    reaching: (calendarId: string, start: Instant, end: Instant): number[] =>
      reaching.all(calendarId, start, end),

    /** The texts of these objects, and outside of which instants they take no time. */
    texts: (ids: readonly number[]) => texts.all({ ids: JSON.stringify(ids) }),

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

    replaceBusy(objectId: number, busy: readonly BusyTimes[]): void {
      touch('busy')
      removeBusy.run(objectId)
      insertBusy(objectId, busy)
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

    /** The calendars with objects whose time could not be told, and how many each has. */
    problemCounts: () => problemCounts.all(),

    /** How many of them there are in these calendars together. */
    problemCount: (calendarIds: readonly string[]): number =>
      problemCount.get({ calendarIds: JSON.stringify(calendarIds) })?.number ?? 0,
  }
}
