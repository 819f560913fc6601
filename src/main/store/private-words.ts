import type { Connection } from './connection.ts'
import { appointments, busyIntervals, clients } from './schema.ts'

/** What names people and events, to be looked for in texts that leave the computer. */
export const privateWordsTable = (db: Connection) => ({
  clients: () =>
    db
      .select({ name: clients.name, email: clients.email, phone: clients.phone })
      .from(clients)
      .all(),

  titles: (): string[] =>
    db
      .selectDistinct({ title: busyIntervals.title })
      .from(busyIntervals)
      .all()
      .map(({ title }) => title),

  descriptions: (): string[] =>
    db
      .selectDistinct({ description: appointments.description })
      .from(appointments)
      .all()
      .map(({ description }) => description),
})
