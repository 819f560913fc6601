import { useEffect, useState } from 'react'
import type { Failure } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import type { SyncLogEntry } from '../../domain/views.ts'
import { ask, hear } from '../bridge.ts'
import { followLog } from './read-log.ts'

interface SyncLog {
  /** Newest first; undefined until the first answer. */
  readonly entries: readonly SyncLogEntry[] | undefined
  readonly failure: Failure | null
}

/** The log of all artists since an instant, live while it is shown. */
export const useSyncLog = (since: Instant): SyncLog => {
  const [log, setLog] = useState<SyncLog>({ entries: undefined, failure: null })
  useEffect(
    () => followLog({ ask: (page) => ask('sync.logs', page), hear, show: setLog }, since),
    [since],
  )
  return log
}
