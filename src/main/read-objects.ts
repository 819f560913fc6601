import type { Desk } from './appointments/desk.ts'
import { busyIntervals } from './ical/busy.ts'
import type { Store } from './store/store.ts'

/** Answers about time outside the busy window from the stored texts of the few that reach there. */
export const readBusyBeyond =
  (store: Store): Desk['busyBeyond'] =>
  (calendarId, { start, end }) => {
    const options = { zone: store.read.settings.get().zone, from: start, to: end }
    const found: ReturnType<Desk['busyBeyond']>[number][] = []
    for (const { id, uid, text } of store.read.objects.reaching(calendarId, start, end))
      for (const busy of busyIntervals(text, options).busy)
        found.push({ ...busy, objectId: id, calendarId, uid })
    return found
  }
