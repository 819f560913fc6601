import { untitled } from '../../domain/availability.ts'
import type { BusyView } from '../../domain/views.ts'
import { words } from '../i18n/words.ts'

/** Somebody else's event, with what stands in for a title it does not show in the window's language. */
export const inWords = (event: BusyView): BusyView => {
  if (event.title === untitled.busy) return { ...event, title: words.calendar.busy }
  if (event.title === untitled.unread) return { ...event, title: words.calendar.neverSeen }
  return event
}
