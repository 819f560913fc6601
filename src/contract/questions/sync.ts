import { z } from 'zod'
import type { SyncHealth } from '../../domain/sync-health.ts'
import type { NoticeView, SyncLogEntry, SyncStatus } from '../../domain/views.ts'
import { id, nothing, text, interval, logFilter } from '../fields.ts'
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
  /** Figures of the last day and week, counted when asked. */
  'sync.health': ask<SyncHealth>()(nothing),
  /** Newest first. */
  'sync.logs': ask<SyncLogEntry[]>()(
    z.object({
      ...logFilter,
      before: z.int().optional(),
      limit: z.int().min(1).max(500).default(100),
    }),
  ),

  /** Puts text into the system's clipboard: the window itself may not. */
  'clipboard.write': ask<null>()(z.object({ text: text(20_000) })),

  'notices.list': ask<NoticeView[]>()(z.object({ limit: z.int().min(1).max(200).default(50) })),
  'notices.seen': ask<null>()(z.object({ upTo: z.int() })),
} as const
