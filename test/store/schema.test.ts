import { getTableName, is } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../src/main/store/open.ts'
import * as schema from '../../src/main/store/schema.ts'
import { migrations, NOW, temporaryFolder } from '../support/store.ts'

test('the migrations make every table and column of the schema', () => {
  const file = join(temporaryFolder(), 'linework.db')
  const client = openDatabase({ file, migrations, now: () => NOW })
  const db = drizzle(client)
  const tables = Object.values(schema).filter((table) => is(table, SQLiteTable))
  expect(tables.map((table) => getTableName(table))).toContain('appointments')
  for (const table of tables) expect(db.select().from(table).all()).toEqual([])
  client.close()
})
