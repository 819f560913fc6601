import type { CalendarRow } from '../store/calendars.ts'
import { isHint, type EngineParts, type Job } from './account.ts'
import { isUnchanged } from './cycle.ts'
import { comparisonDue } from './delta.ts'
import type { CalendarState } from './remote.ts'

/**
 * Notes all at once the calendars that need no cycle: their last one ended well, the look just now
 * shows nothing new, and nothing waits to be sent. Answers the others.
 */
export const withoutQuiet = (
  { store, now, settled }: EngineParts,
  calendars: readonly CalendarRow[],
  states: ReadonlyMap<string, CalendarState>,
  job: Job,
): readonly CalendarRow[] => {
  if (job.full || job.range !== null || job.trigger === 'settings') return calendars
  const waiting = new Set(store.read.outbox.all().map(({ calendarId }) => calendarId))
  const startedAt = now()
  const isQuiet = (calendar: CalendarRow): boolean => {
    const state = states.get(calendar.url)
    return (
      state !== undefined &&
      settled.has(calendar.id) &&
      !waiting.has(calendar.id) &&
      !comparisonDue(calendar, startedAt) &&
      isUnchanged(state, calendar) &&
      state.readOnly === calendar.readOnly &&
      state.ownedByLogin === calendar.ownedByLogin
    )
  }
  const quiet = calendars.filter(isQuiet)
  if (quiet.length === 0) return calendars
  const ids = quiet.map(({ id }) => id)
  store.passing((tx) => {
    tx.calendars.noteSuccess(ids, startedAt)
    if (!isHint(job.trigger)) tx.syncLogs.insertUnchanged(ids, job.trigger, startedAt)
  })
  const noted = new Set(quiet)
  return calendars.filter((calendar) => !noted.has(calendar))
}
