import type { Instant } from '../../domain/interval.ts'
import type { Store } from '../store/store.ts'
import { busyTimes } from './apply.ts'
import { needsRolling, targetWindow, type Decode } from './context.ts'

const PAGE = 200

/**
 * Expands stored events again for calendars whose busy window has run short, or all of them after the
 * studio's zone has changed (floating times and whole days are read in it). In small transactions, so
 * that the desk never waits for it.
 */
export const rollBusyWindows = async (
  store: Store,
  decode: Decode,
  now: () => Instant,
  signal: AbortSignal,
): Promise<void> => {
  const { zone } = store.read.settings.get()
  const rezoned = store.read.settings.getValue(ZONE_KEY) !== zone
  for (const calendar of store.read.calendars.all()) {
    if (!rezoned && !needsRolling(calendar, now())) continue
    const window = targetWindow(now())
    let after = 0
    for (;;) {
      const page = store.read.objects.page(calendar.id, after, PAGE)
      const last = page.at(-1)
      if (!last || signal.aborted) break
      after = last.id
      const ids = new Map(page.map(({ href, id }) => [href, id]))
      const decoded = await decode(
        page.map(({ href, text }) => ({ href, etag: null, text })),
        { zone, from: window.start, to: window.end },
      )
      if (signal.aborted) return
      const read = new Set(decoded.map(({ object }) => object.href))
      store.transaction((tx) => {
        for (const { href } of page)
          if (!read.has(href)) tx.objects.doubt(calendar.id, href, 'It takes too long to read.')
        for (const { object, content } of decoded) {
          const id = ids.get(object.href)
          // Changed by a pull meanwhile: that one has the newer text.
          const unchanged = tx.objects.get(calendar.id, object.href)?.text === object.text
          if (id !== undefined && unchanged) tx.objects.replaceBusy(id, busyTimes(content))
        }
      })
    }
    if (signal.aborted) return
    store.transaction((tx) =>
      tx.calendars.update(calendar.id, { busyFrom: window.start, busyTo: window.end }),
    )
  }
  if (rezoned) store.transaction((tx) => tx.settings.setValue(ZONE_KEY, zone))
}

const ZONE_KEY = 'busy-zone'
