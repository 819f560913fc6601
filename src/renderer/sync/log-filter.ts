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
export const periods = [1, 7, 30, 90] as const

/** Objects created, updated, deleted and sent. */
export const changesOf = ({ created, updated, deleted, pushed }: SyncLogEntry): number =>
  created + updated + deleted + pushed
