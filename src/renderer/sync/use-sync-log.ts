import { useEffect, useState } from 'react'
import type { InputOf } from '../../contract/questions.ts'
import type { Failure } from '../../domain/failure.ts'
import { DAY, type Instant } from '../../domain/interval.ts'
import type { SyncLogEntry } from '../../domain/views.ts'
import { ask, hear } from '../bridge.ts'
import { followLog } from './follow-log.ts'
import type { LogFilter } from './log-filter.ts'

export interface SyncLog {
  /** Newest first; undefined as long as it could never be read. */
  readonly entries: readonly SyncLogEntry[] | undefined
  /** True where there are older ones that fit. */
  readonly more: boolean
  readonly failure: Failure | null
}

/** What the filter asks of the log; `now` is the end of its period. */
export const logQuestion = (
  { artistId, result, days }: LogFilter,
  now: Instant,
): InputOf<'sync.logs'> => ({
  ...(artistId !== null && { artistId }),
  result,
  from: now - days * DAY,
})

/** The newest `most` entries that fit, live while they are shown. */
export const useSyncLog = (filter: LogFilter, now: Instant, most: number): SyncLog => {
  const [log, setLog] = useState<SyncLog>({ entries: undefined, more: false, failure: null })
  const { artistId, result, days } = filter
  useEffect(() => {
    const question = logQuestion({ artistId, result, days }, now)
    return followLog(
      { ask: (page) => ask('sync.logs', { ...question, ...page }), hear, show: setLog },
      most,
    )
  }, [artistId, result, days, now, most])
  return log
}
