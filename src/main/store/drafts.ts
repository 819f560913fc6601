import { eq } from 'drizzle-orm'
import type { Connection, Touch } from './connection.ts'
import { settings } from './schema.ts'

const key = 'draft'

/** The one booking form that was left unfinished at this desk; nobody is told of a change. */
export const draftsTable = (db: Connection, touch: Touch) => ({
  get(): string | null {
    const stored = db.select().from(settings).where(eq(settings.key, key)).get()
    return typeof stored?.value === 'string' ? stored.value : null
  },

  save(draft: string): void {
    touch()
    db.insert(settings)
      .values({ key, value: draft })
      .onConflictDoUpdate({ target: settings.key, set: { value: draft } })
      .run()
  },

  clear(): void {
    touch()
    db.delete(settings).where(eq(settings.key, key)).run()
  },
})
