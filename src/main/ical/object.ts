import { busyOf } from './busy.ts'
import { readEvents } from './event.ts'
import { hashOf } from './hash.ts'
import { parseText } from './parse.ts'
import { wireEvent } from './read.ts'
import type { BusyInstance, BusyOptions, BusyTimes, StoredObject } from './wire.ts'

const inGroups = (instances: readonly BusyInstance[]): BusyTimes[] => {
  const groups: BusyTimes[] = []
  for (const { start, end, title, transparent, private: isPrivate, allDay } of instances) {
    let group = groups.find(
      (one) =>
        one.title === title &&
        one.transparent === transparent &&
        one.private === isPrivate &&
        one.allDay === allDay,
    )
    if (!group) groups.push((group = { title, transparent, private: isPrivate, allDay, times: [] }))
    group.times.push(start, end)
  }
  return groups
}

/** All that the store keeps of a calendar object, from one parse. Never throws, see `busyIntervals`. */
export const readObject = (text: string, options: BusyOptions): StoredObject => {
  const parsed = parseText(text)
  const { warnings } = parsed
  const events = readEvents(parsed, options.zone, warnings)
  const { busy, unreadable } = busyOf(events, options, warnings)
  return {
    uid: events.find((event) => event.uid !== '')?.uid ?? null,
    hash: hashOf(events),
    busy: inGroups(busy),
    event: wireEvent(events),
    warnings: [...warnings],
    unreadable: unreadable || parsed.calendars.length === 0,
  }
}
