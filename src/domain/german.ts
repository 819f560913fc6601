import { admin } from './german/admin.ts'
import { backups } from './german/backups.ts'
import { desk } from './german/desk.ts'
import { fields } from './german/fields.ts'
import { imports } from './german/import.ts'
import { server } from './german/server.ts'
import { sync } from './german/sync.ts'
import { updates } from './german/updates.ts'
import type { Wordings } from './sentence.ts'

/** Every sentence that main says, in German; the key is its English pattern. */
export const german: Wordings = {
  ...admin,
  ...server,
  ...desk,
  ...sync,
  ...fields,
  ...backups,
  ...imports,
  ...updates,
}
