import type { Instant, Interval } from '../../domain/interval.ts'

/** `STATUS` of a VEVENT, RFC 5545 §3.8.1.11. */
export type EventStatus = 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED'

/** What an appointment looks like in a calendar, as we write it. */
export interface WireFields {
  uid: string
  start: Instant
  end: Instant
  /** IANA name; start and end are written as local times of this zone. */
  zone: string
  summary: string
  /** `''` is none. */
  description: string
  status: EventStatus
  categories: string[]
  created: Instant
  sequence: number
  /** `X-LINEWORK-<KEY>: value`; keys in upper case, letters, digits and hyphens. */
  linework: Record<string, string>
}

/** What a calendar says about an event that may be one of ours. */
export interface WireEvent {
  uid: string
  start: Instant
  end: Instant
  allDay: boolean
  recurring: boolean
  summary: string
  description: string
  /** `null`: the event has none, or one that RFC 5545 does not name. */
  status: EventStatus | null
  sequence: number
  /** `TRANSP:TRANSPARENT`: marked free. */
  transparent: boolean
  /** `CLASS:PRIVATE` or `CONFIDENTIAL`: the title is nobody else's business. */
  private: boolean
  linework: Record<string, string>
}

/** One occurrence of an event that is not cancelled. */
export interface BusyInstance extends Interval {
  /** `''` when the event has none: an override that lost its master. */
  uid: string
  /** The event's own SUMMARY, whatever its CLASS. */
  title: string
  status: EventStatus | null
  transparent: boolean
  private: boolean
  allDay: boolean
}

/** Where to look for busy time: floating times and dates are read in `zone` (IANA). */
export interface BusyOptions {
  zone: string
  from: Instant
  to: Instant
}

export interface Busy {
  /** Sorted by start; not merged; may reach over the edges of the window. */
  busy: BusyInstance[]
  /** Sentences for the log, without the event's content. */
  warnings: string[]
  /** Something in the file takes time that cannot be told: `busy` may lack it. */
  unreadable: boolean
}

/** Occurrences of one object that differ only in their time. */
export interface BusyTimes extends Pick<
  BusyInstance,
  'title' | 'transparent' | 'private' | 'allDay'
> {
  /** Start, end, start, end, … in ms: an object may have thousands, and they change threads. */
  times: number[]
}

/** A calendar object as the store keeps it, from one parse of its text. */
export interface StoredObject extends Omit<Busy, 'busy'> {
  busy: BusyTimes[]
  /** The first UID in the file. */
  uid: string | null
  /** See `contentHash`. */
  hash: string
  /** The first event of the file that is no override; `null` when there is none or it has no time. */
  event: WireEvent | null
  /** See `reachOf`. */
  reach: Interval
}
