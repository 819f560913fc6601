import { z } from 'zod'
import { id, exportRange, logFilter } from '../fields.ts'
import { askAdmin } from '../question.ts'

export const exportsQuestions = {
  'export.csv': askAdmin<string>()(z.object(exportRange)),
  'export.ics': askAdmin<string>()(z.object(exportRange)),
  /** Asks where to save; answers the file's name, or null when nothing was saved. */
  'export.save': askAdmin<{ file: string | null }>()(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('csv'), ...exportRange }),
      z.object({ kind: z.literal('ics'), ...exportRange }),
      z.object({ kind: z.literal('client'), id }),
      z.object({ kind: z.literal('sync-log'), ...logFilter }),
    ]),
  ),
} as const
