import type { Fetch } from '../../../src/main/sample/server/fetch.ts'

/** A CalDAV server that runs for a test, with one user and an empty home. */
export interface TestServer {
  readonly name: string
  /** What a person would enter: scheme, host and port, without a slash at the end. */
  readonly baseUrl: string
  readonly user: string
  readonly password: string
  /** Path of the calendar home, with a slash at the end. */
  readonly homePath: string
  /** Path of the user's principal, with a slash at the end. */
  readonly principalPath: string
  /** Reaches this server; the real `fetch` for all but the one in the process. */
  readonly fetch: Fetch
  readonly supports: Support
  /** Makes an empty calendar in the home; returns its URL with a slash at the end. */
  readonly createCalendar: (name: string) => Promise<string>
  /** Nothing answers at its address any more, until it is plugged in again with all it had. */
  readonly unplug: () => Promise<void>
  readonly plugIn: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Where good servers differ, as measured. */
export interface Support {
  /** It asks for a password. */
  readonly auth: boolean
  readonly syncCollection: boolean
  /** The status for a sync token it does not know. */
  readonly invalidToken: number
  /** What a multiget does with a member that is not there. */
  readonly missingInMultiget: 'row' | 'whole-report'
  /** GET gives back the bytes that were PUT. */
  readonly keepsBytes: boolean
  /** It refuses a UID that lives at another href of the calendar. */
  readonly uidConflict: boolean
  /** A time-range finds later instances of a recurring event. */
  readonly timeRangeRecurs: boolean
  /** /.well-known/caldav leads to the server. */
  readonly wellKnown: boolean
}

export const everything: Support = {
  auth: true,
  syncCollection: true,
  invalidToken: 403,
  missingInMultiget: 'row',
  keepsBytes: true,
  uidConflict: true,
  timeRangeRecurs: true,
  wellKnown: true,
}
