import { z } from 'zod'
import type { NoticeView, SyncLogEntry, SyncStatus } from '../../domain/views.ts'
import { id, nothing, interval } from '../fields.ts'
import { ask } from '../question.ts'

export const syncQuestions = {
  'sync.run': ask<SyncStatus>()(
    z.object({
      /** One artist, or everyone when left out. */
      artistId: id.optional(),
      /** Compare these days object by object with the server, whatever the sync token says. */
      range: interval.optional(),
    }),
  ),
  'sync.status': ask<SyncStatus>()(nothing),
  'sync.logs': ask<SyncLogEntry[]>()(
    z.object({
      artistId: id.optional(),
      before: z.int().optional(),
      limit: z.int().min(1).max(500).default(100),
    }),
  ),

  'notices.list': ask<NoticeView[]>()(z.object({ limit: z.int().min(1).max(200).default(50) })),
  'notices.seen': ask<null>()(z.object({ upTo: z.int() })),
} as const
