import type { AppointmentView, SyncTrigger } from '../../domain/views.ts'
import { words } from '../i18n/words.ts'

export const text = words.sync

export const triggerName = (trigger: SyncTrigger, pullMinutes: number): string =>
  trigger === 'timer' ? text.triggers.timer(pullMinutes) : text.triggers[trigger]

/** What went wrong, in two words. */
export const errorName = (kind: string): string => {
  const names: Record<string, string> = text.errors
  return names[kind] ?? kind.replaceAll('-', ' ')
}

/** What is waiting to be sent about an appointment. */
export const changeName = ({ calendar, status }: AppointmentView): string =>
  text.change[status === 'CANCELLED' ? 'cancelled' : calendar?.etag ? 'changed' : 'new']
