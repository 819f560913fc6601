import type { AppointmentView, SyncLogEntry, SyncTrigger } from '../../domain/views.ts'
import { say } from '../format/said.ts'
import type { Place } from '../format/time.ts'
import { words } from '../i18n/words.ts'

export const text = words.sync

export const triggerName = (trigger: SyncTrigger, pullMinutes: number): string =>
  trigger === 'timer' ? text.triggers.timer(pullMinutes) : text.triggers[trigger]

/** What went wrong, in two words. */
export const errorName = (kind: string): string => {
  const names: Record<string, string> = text.errors
  return names[kind] ?? kind.replaceAll('-', ' ')
}

/** What came of a run: what it found, after that what could not be read; or what went wrong. */
export const resultOf = (entry: SyncLogEntry, place: Place): string => {
  if (entry.outcome !== 'ok' || entry.direction === 'test') return say(entry, place)
  const found = text.found(entry)
  return entry.said ? `${found}. ${say(entry, place)}` : found
}

/** What is waiting to be sent about an appointment. */
export const changeName = ({ calendar, status }: AppointmentView): string =>
  text.change[status === 'CANCELLED' ? 'cancelled' : calendar?.etag ? 'changed' : 'new']
