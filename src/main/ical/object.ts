import { busyOf } from './busy.ts'
import { type CalendarEvent, readEvents } from './event.ts'
import { hashOf } from './hash.ts'
import { parseText } from './parse.ts'
import { reachOf } from './reach.ts'
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

/** RFC 4791 §4.1 wants one event with its overrides. */
const MAX_EVENTS = 5_000
/** A rule may cost a millisecond; of one event ten are counted at most. */
const MAX_RULES = 200

/**
 * The events of an object as far as they are expanded: it must not hold up those after it. Of a rule
 * too many the first instance counts. `cut`: that is less than there is.
 */
const affordable = (events: readonly CalendarEvent[]) => {
  let rules = 0
  let cut = events.length > MAX_EVENTS
  const expanded: CalendarEvent[] = []
  for (const event of events.slice(0, MAX_EVENTS)) {
    const own = event.rules.length + event.exceptionRules.length
    rules += Math.min(own, 10)
    const affords = own === 0 || rules <= MAX_RULES
    cut ||= !affords
    expanded.push(affords ? event : { ...event, rules: [], exceptionRules: [] })
  }
  return { expanded, cut }
}

/** All that the store keeps of a calendar object, from one parse. Never throws, see `busyIntervals`. */
export const readObject = (text: string, options: BusyOptions): StoredObject => {
  const parsed = parseText(text)
  const { warnings } = parsed
  const events = readEvents(parsed, options.zone, warnings)
  const { expanded, cut } = affordable(events)
  if (cut) warnings.add('It holds more events or rules than one object may; some are not read.')
  const { busy, unreadable } = busyOf(expanded, options, warnings)
  return {
    uid: events.find((event) => event.uid !== '')?.uid ?? null,
    hash: hashOf(events),
    busy: inGroups(busy),
    event: wireEvent(events),
    reach: reachOf(events),
    warnings: [...warnings],
    unreadable: unreadable || cut || parsed.calendars.length === 0,
  }
}
