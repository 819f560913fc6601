import type { QuestionName } from '../../contract/questions.ts'
import { fail, type Failure } from '../../domain/failure.ts'

/** Questions that make servers, mails or files work: no person asks them this often. */
const costly: ReadonlySet<unknown> = new Set<QuestionName>([
  'accounts.create',
  'accounts.update',
  'accounts.remove',
  'alerts.test',
  'backups.exportNow',
  'backups.now',
  'backups.preview',
  'backups.restore',
  'calendars.discover',
  'calendars.test',
  'diagnostics.save',
  'export.csv',
  'export.ics',
  'export.save',
  'signIn.start',
  'sync.run',
  'updates.download',
  'updates.install',
  'updates.look',
])

/** Milliseconds in which each costly question may be asked so often, and all others together. */
const WITHIN = 10_000
const MOST = { costly: 20, other: 3_000 }

/**
 * Refuses a question that is asked far more often than a window in its right mind does, so that
 * whatever got into the window cannot make main or a server busy. `now` are milliseconds of a clock
 * that never goes back.
 */
export const createPace = (now: () => number): ((name: unknown) => Failure | null) => {
  const asked = new Map<unknown, number[]>()
  return (name) => {
    const kind = costly.has(name) ? 'costly' : 'other'
    const key = kind === 'costly' ? name : kind
    const at = now()
    const recent = (asked.get(key) ?? []).filter((before) => at - before < WITHIN)
    if (recent.length >= MOST[kind])
      return fail('not-allowed', 'This was asked too often in a short time.', {
        remedy: 'Wait a moment, then try again.',
      }).error
    recent.push(at)
    asked.set(key, recent)
    return null
  }
}
