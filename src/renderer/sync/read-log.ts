import type { Bridge } from '../../contract/bridge.ts'
import { ok, type Failure, type Result } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import type { SyncLogEntry } from '../../domain/views.ts'

export type AskPage = (page: {
  readonly limit: number
  readonly before?: number
}) => Promise<Result<SyncLogEntry[]>>

/** Reading anew wants large pages; looking for what was added wants a small one. */
const PAGE = 500
const NEWS = 50

/**
 * Every entry that started at or after `since`, newest first. Of `known`, an earlier answer for the
 * same `since`, nothing is asked for again: entries are only ever added.
 */
export const readLog = async (
  ask: AskPage,
  known: readonly SyncLogEntry[],
  since: Instant,
): Promise<Result<readonly SyncLogEntry[]>> => {
  const newest = known[0]?.id ?? 0
  const limit = known.length > 0 ? NEWS : PAGE
  const fresh: SyncLogEntry[] = []
  let before: number | undefined
  for (;;) {
    const page = await ask(before === undefined ? { limit } : { limit, before })
    if (!page.ok) return page
    fresh.push(...page.value.filter(({ id, startedAt }) => id > newest && startedAt >= since))
    const last = page.value.at(-1)
    const reached = !last || last.id <= newest || last.startedAt < since
    if (reached || page.value.length < limit) return ok([...fresh, ...known])
    before = last.id
  }
}

export interface SyncLog {
  /** Newest first; undefined as long as it could never be read. */
  readonly entries: readonly SyncLogEntry[] | undefined
  readonly failure: Failure | null
}

interface FollowPorts {
  readonly ask: AskPage
  readonly hear: Bridge['hear']
  readonly show: (log: SyncLog) => void
}

/** Reads the log and goes on reading what is added, until the returned function is called. */
export const followLog = ({ ask, hear, show }: FollowPorts, since: Instant): (() => void) => {
  let known: readonly SyncLogEntry[] | undefined
  let wanted = 0
  let going = true
  const read = async (): Promise<void> => {
    // One reading at a time; what was added meanwhile is read in the next turn.
    if (wanted++ > 0) return
    while (wanted > 0) {
      wanted = 1
      const result = await readLog(ask, known ?? [], since)
      if (!going) return
      if (result.ok) known = result.value
      show({ entries: known, failure: result.ok ? null : result.error })
      wanted -= 1
    }
  }
  const deafen = hear((said) => {
    if (said.type === 'changed' && said.topics.includes('logs')) void read()
  })
  void read()
  return () => {
    going = false
    deafen()
  }
}
