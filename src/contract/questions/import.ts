import { z } from 'zod'
import type {
  ImportOutcome,
  ImportPreview,
  ImportProgress,
  ImportRowView,
} from '../../domain/import.ts'
import { nothing, text } from '../fields.ts'
import { ask, askAdmin } from '../question.ts'

/** Ten thousand rows are about two million bytes. */
const LIMIT = 16 * 1024 * 1024

export const importQuestions = {
  /** Reads and judges a list of artists and calendars; nothing is changed yet. */
  'import.read': askAdmin<ImportPreview>()(
    z.union([
      z.object({ text: text(LIMIT) }),
      z.object({
        bytes: z
          .instanceof(Uint8Array, { error: 'is not a file' })
          .refine(({ byteLength }) => byteLength <= LIMIT, { message: 'is too large' }),
      }),
    ]),
  ),
  'import.state': ask<ImportProgress>()(nothing),
  'import.rows': askAdmin<ImportRowView[]>()(
    z.object({
      from: z.int().min(0),
      count: z.int().min(1).max(200),
      state: z.enum(['good', 'bad', 'there']).optional(),
    }),
  ),
  /** Imports the good rows of the list that was read last. */
  'import.apply': askAdmin<ImportOutcome>()(nothing),
  /** Asks where to save the rows that cannot be imported, each with what is wrong. */
  'import.saveBadRows': askAdmin<{ file: string | null }>()(nothing),
  /** Asks where to save all artists and calendars in the same format. */
  'import.saveAll': askAdmin<{ file: string | null }>()(
    z.object({ format: z.enum(['csv', 'json']) }),
  ),
  'import.cancel': ask<null>()(nothing),
} as const
