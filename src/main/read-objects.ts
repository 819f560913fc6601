import type { Desk } from './appointments/desk.ts'
import { busyIntervals } from './ical/busy.ts'
import type { Store } from './store/store.ts'

const PAGE = 200

/** Answers about time outside the busy window from the stored texts themselves. */
export const readBusyBeyond =
  (store: Store): Desk['busyBeyond'] =>
  (calendarId, { start, end }) => {
    const options = { zone: store.read.settings.get().zone, from: start, to: end }
    const found: ReturnType<Desk['busyBeyond']>[number][] = []
    let page = store.read.objects.page(calendarId, 0, PAGE)
    while (page.length > 0) {
      for (const { id, uid, text } of page)
        for (const busy of busyIntervals(text, options).busy)
          found.push({ ...busy, objectId: id, calendarId, uid })
      page = store.read.objects.page(calendarId, page.at(-1)?.id ?? 0, PAGE)
    }
    return found
  }
