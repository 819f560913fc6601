import { useEffect, useState } from 'react'
import type { Instant } from '../../domain/interval.ts'
import { ask, hear } from '../bridge.ts'
import { followLog, type SyncLog } from './read-log.ts'

/** The log of all artists since an instant, live while it is shown. */
export const useSyncLog = (since: Instant): SyncLog => {
  const [log, setLog] = useState<SyncLog>({ entries: undefined, failure: null })
  useEffect(
    () => followLog({ ask: (page) => ask('sync.logs', page), hear, show: setLog }, since),
    [since],
  )
  return log
}
