import type { Bridge } from '../../contract/bridge.ts'
import type { Result } from '../../domain/failure.ts'
import type { SyncLogEntry } from '../../domain/views.ts'
import type { SyncLog } from './use-sync-log.ts'

export type AskPage = (page: {
  readonly limit: number
  readonly before?: number
}) => Promise<Result<SyncLogEntry[]>>

/** The most entries one answer may have. */
const PAGE = 500

/** The newest `most` entries, newest first, and whether there are more. */
export const readLog = async (
  ask: AskPage,
  most: number,
): Promise<Result<Pick<SyncLog, 'more'> & { readonly entries: readonly SyncLogEntry[] }>> => {
  const entries: SyncLogEntry[] = []
  // One more than wanted tells whether there are more.
  while (entries.length <= most) {
    const limit = Math.min(PAGE, most + 1 - entries.length)
    const before = entries.at(-1)?.id
    const page = await ask(before === undefined ? { limit } : { limit, before })
    if (!page.ok) return page
    entries.push(...page.value)
    if (page.value.length < limit) break
  }
  return { ok: true, value: { entries: entries.slice(0, most), more: entries.length > most } }
}

interface FollowPorts {
  readonly ask: AskPage
  readonly hear: Bridge['hear']
  readonly show: (log: SyncLog) => void
}

/** Reads the log, and again whenever something was added, until the returned function is called. */
export const followLog = ({ ask, hear, show }: FollowPorts, most: number): (() => void) => {
  let known: Pick<SyncLog, 'entries' | 'more'> = { entries: undefined, more: false }
  let wanted = 0
  let going = true
  const read = async (): Promise<void> => {
    // One reading at a time; what was added meanwhile is read in the next turn.
    if (wanted++ > 0) return
    while (wanted > 0) {
      wanted = 1
      const result = await readLog(ask, most)
      if (!going) return
      if (result.ok) known = result.value
      show({ ...known, failure: result.ok ? null : result.error })
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
