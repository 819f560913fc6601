import { MINUTE, type Instant } from '../../domain/interval.ts'
import type { SyncLogEntry } from '../../domain/views.ts'

export const QUARTER = 15 * MINUTE
/** A day of quarter hours. */
export const BARS = 96

export interface StripBar {
  readonly from: Instant
  readonly kind: 'none' | 'ok' | 'failed' | 'paused'
  /** The longest run in the quarter hour, in ms. */
  readonly durationMs: number
}

/** The end of the quarter hour in which `now` lies. */
export const quarterEnd = (now: Instant): Instant => (Math.floor(now / QUARTER) + 1) * QUARTER

const waits = ({ errorKind }: SyncLogEntry): boolean =>
  errorKind === 'sign-in' || errorKind === 'sign-in-needed'

const kindOf = (runs: readonly SyncLogEntry[]): StripBar['kind'] =>
  runs.some(({ outcome }) => outcome === 'failed')
    ? 'failed'
    : runs.every(({ outcome }) => outcome === 'skipped')
      ? 'paused'
      : 'ok'

/**
 * The 96 quarter hours up to `end`, oldest first, as one artist's runs (newest first) have them. A
 * calendar that waits for a sign-in is not tried again and so not logged: it is paused until the
 * next entry.
 */
export const stripOf = (runs: readonly SyncLogEntry[], end: Instant): StripBar[] => {
  const start = end - BARS * QUARTER
  const quarters = Array.from({ length: BARS }, (): SyncLogEntry[] => [])
  for (const run of runs) quarters[Math.floor((run.startedAt - start) / QUARTER)]?.push(run)
  let paused = false
  return quarters.map((own, at): StripBar => {
    const from = start + at * QUARTER
    if (!own[0]) return { from, kind: paused ? 'paused' : 'none', durationMs: 0 }
    paused = waits(own[0])
    return { from, kind: kindOf(own), durationMs: Math.max(...own.map((run) => run.durationMs)) }
  })
}
