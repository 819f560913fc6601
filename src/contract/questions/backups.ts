import { z } from 'zod'
import {
  exportIntervals,
  type BackupState,
  type BackupView,
  type RecoveryOffer,
  type RestorePreview,
} from '../../domain/backup.ts'
import type { StudioState } from '../../domain/views.ts'
import { line, nothing } from '../fields.ts'
import { ask, askAdmin } from '../question.ts'

/** A backup by its name, as the list gives it. */
const backup = z.object({ file: line(200).min(1) })

const folders = ['folder', 'secondFolder', 'calendarFolder'] as const

export const backupsQuestions = {
  'backups.state': ask<BackupState>()(nothing),
  /** Makes one now; to make one more copy takes nothing away. */
  'backups.now': ask<BackupView>()(nothing),
  /** Asks for a folder; nothing changes when none is chosen. */
  'backups.chooseFolder': askAdmin<BackupState>()(z.object({ which: z.enum(folders) })),
  /** Back to the data folder's own, or to none. */
  'backups.forgetFolder': askAdmin<BackupState>()(z.object({ which: z.enum(folders) })),
  'backups.exportEvery': askAdmin<BackupState>()(z.object({ interval: z.enum(exportIntervals) })),
  /** Writes every artist's calendar file now; answers how many. */
  'backups.exportNow': askAdmin<number>()(nothing),
  /** What would change; nothing does. */
  'backups.preview': askAdmin<RestorePreview>()(backup),
  /** Backs up how things are, then puts the backup in their place; the studio closes and opens. */
  'backups.restore': askAdmin<StudioState>()(backup),

  // Only while the database cannot be opened; the PIN is not in it.
  'recovery.offer': ask<RecoveryOffer>()(nothing),
  'recovery.restore': askAdmin<StudioState>()(backup),
  'recovery.startEmpty': askAdmin<StudioState>()(nothing),
  'recovery.retry': ask<StudioState>()(nothing),
  'recovery.quit': ask<null>()(nothing),

  /** Asks where to save a file for whoever helps; answers its name, or null when nothing was saved. */
  'diagnostics.save': askAdmin<{ file: string | null }>()(nothing),
}
