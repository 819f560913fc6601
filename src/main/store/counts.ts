import { sql } from 'drizzle-orm'
import type { Connection } from './connection.ts'

/** How many rows each table has, by its name. */
export const countsTable = (db: Connection) => ({
  all: (): Readonly<Record<string, number>> => {
    const names = db.all<{ name: string }>(
      sql`select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\' and name not like 'search\\_words%' escape '\\' order by name`,
    )
    return Object.fromEntries(
      names.map(({ name }) => [
        name,
        db.get<{ number: number }>(sql`select count(*) as number from ${sql.identifier(name)}`)
          .number,
      ]),
    )
  },

  sqliteVersion: (): string =>
    db.get<{ version: string }>(sql`select sqlite_version() as version`).version,
})
