import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { defaultPlan, type BackupPlan } from '../../domain/backup.ts'

const NAME = 'backup-folders.json'

type Folders = Pick<BackupPlan, 'folder' | 'secondFolder'>

/** Writes down beside the database where its backups are: a damaged database cannot tell. */
export const keepPlaces = (dataFolder: string, { folder, secondFolder }: Folders): void =>
  writeFileSync(join(dataFolder, NAME), `${JSON.stringify({ folder, secondFolder }, null, 2)}\n`)

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The plan as far as it is written down there; the default where nothing is. */
export const keptPlaces = (dataFolder: string): BackupPlan => {
  try {
    const kept: Partial<Record<string, unknown>> = JSON.parse(
      readFileSync(join(dataFolder, NAME), 'utf8'),
    )
    return {
      ...defaultPlan,
      folder: text(kept['folder']),
      secondFolder: text(kept['secondFolder']),
    }
  } catch {
    return defaultPlan
  }
}
