import { join } from 'node:path'
import Database from 'better-sqlite3'
import { and, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { openStore } from '../../src/main/store/open.ts'
import { overlapping } from '../../src/main/store/overlapping.ts'
import { busyIntervals } from '../../src/main/store/schema.ts'
import { migrations, NOW, temporaryFolder, ZONE } from '../support/store.ts'

/** How SQLite finds the busy times of some calendars. */
const planOf = (part: 'near' | 'far'): string => {
  const file = join(temporaryFolder(), 'linework.db')
  openStore({ file, migrations, now: () => NOW, zone: ZONE }).close()
  const client = new Database(file)
  onTestFinished(() => void client.close())
  const { calendar, start, end, transparent, objectId } = busyIntervals
  const question = drizzle(client)
    .select({ calendar, start, end, transparent, objectId })
    .from(busyIntervals)
    .where(
      and(
        sql`${calendar} in (select value from json_each('[]'))`,
        overlapping(busyIntervals)[part],
      ),
    )
    .toSQL()
  const steps = client.prepare(`explain query plan ${question.sql.replaceAll('?', '0')}`).all()
  return JSON.stringify(steps)
}

it('finds what starts near a time by index alone, from both sides', () => {
  expect(planOf('near')).toMatch(/COVERING INDEX busy_by_time .*start>\? AND start<\?/)
})

it('finds what is long among the few that are, not among all that ever was', () => {
  expect(planOf('far')).toContain('COVERING INDEX long_busy_by_time')
})
