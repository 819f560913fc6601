import { busyOf } from './busy.ts'
import { readEvents } from './event.ts'
import { hashOf } from './hash.ts'
import { parseText } from './parse.ts'
import { wireEvent } from './read.ts'
import type { BusyOptions, StoredObject } from './wire.ts'

/** All that the store keeps of a calendar object, from one parse. Never throws, see `busyIntervals`. */
export const readObject = (text: string, options: BusyOptions): StoredObject => {
  const parsed = parseText(text)
  const { warnings } = parsed
  const events = readEvents(parsed, options.zone, warnings)
  const { busy, unreadable } = busyOf(events, options, warnings)
  return {
    uid: events.find((event) => event.uid !== '')?.uid ?? null,
    hash: hashOf(events),
    busy,
    event: wireEvent(events),
    warnings: [...warnings],
    unreadable: unreadable || parsed.calendars.length === 0,
  }
}
