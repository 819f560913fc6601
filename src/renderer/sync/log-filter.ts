import type { SyncLogEntry } from '../../domain/views.ts'

export const results = ['all', 'changes', 'failed'] as const

export interface LogFilter {
  /** Null is everyone. */
  readonly artistId: string | null
  readonly result: (typeof results)[number]
  /** How far back, in days of 24 hours. */
  readonly days: number
}

export const everything: LogFilter = { artistId: null, result: 'all', days: 1 }

/** In days of 24 hours. */
export const periods = [1, 7] as const

/** Objects created, updated, deleted and sent. */
export const changesOf = ({ created, updated, deleted, pushed }: SyncLogEntry): number =>
  created + updated + deleted + pushed

const fits: Record<LogFilter['result'], (entry: SyncLogEntry) => boolean> = {
  all: () => true,
  changes: (entry) => changesOf(entry) > 0,
  failed: ({ outcome, conflicts }) => outcome !== 'ok' || conflicts > 0,
}

export const filterLog = (
  entries: readonly SyncLogEntry[],
  { artistId, result }: LogFilter,
): SyncLogEntry[] =>
  entries.filter(
    (entry) => (artistId === null || entry.artistId === artistId) && fits[result](entry),
  )
