import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Desk } from './appointments/desk.ts'
import { busyIntervals } from './ical/busy.ts'
import { readObject } from './ical/object.ts'
import type { Store } from './store/store.ts'
import type { Decode, Decoded } from './sync/context.ts'

const BATCH = 25

/** Reads calendar objects a few at a time, so that the window's questions are answered in between. */
export const decodeObjects: Decode = async (objects, options) => {
  const decoded: Decoded[] = []
  for (let at = 0; at < objects.length; at += BATCH) {
    if (at > 0) await nextTurn()
    for (const object of objects.slice(at, at + BATCH))
      decoded.push({ object, content: readObject(object.text, options) })
  }
  return decoded
}

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
