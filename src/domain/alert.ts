import type { Failure } from './failure.ts'
import { HOUR, MINUTE, type Instant } from './interval.ts'

/** When somebody outside the window is told that an artist's calendars cannot be synchronised. */

/** How a mail server is spoken to: TLS from the first byte, from STARTTLS on (RFC 3207), or never. */
export const mailSecurities = ['starttls', 'tls', 'none'] as const

export type MailSecurity = (typeof mailSecurities)[number]

export interface MailSettings {
  readonly enabled: boolean
  readonly host: string
  readonly port: number
  readonly security: MailSecurity
  /** Empty where the server asks for no sign-in. */
  readonly username: string
  readonly from: string
  readonly to: readonly string[]
}

export const defaultMail: MailSettings = {
  enabled: false,
  host: '',
  port: 587,
  security: 'starttls',
  username: '',
  from: '',
  to: [],
}

export const alertChannels = ['mail', 'webhook'] as const

export type AlertChannel = (typeof alertChannels)[number]

/** An artist whose calendars have not been synchronised since `since`. */
export interface Incident {
  readonly artistId: string
  readonly since: Instant
  readonly failure: Failure
  /** When somebody was first told; null while it may still pass by itself. */
  readonly toldAt: Instant | null
  readonly lastToldAt: Instant | null
  readonly reminders: number
}

/** What is seen of one artist now. */
export interface Sighting {
  readonly artistId: string
  /** Null when all calendars are fine. */
  readonly failure: Failure | null
  /** Failed cycles in a row of the calendar that failed most often. */
  readonly cycles: number
}

export type AlertKind = 'failed' | 'reminder' | 'recovered'

export const PATIENCE = 15 * MINUTE
export const CYCLES = 3

/** Reminders come every hour for the first six, then once a day. */
const HOURLY = 6

const reminderDue = (incident: Incident, now: Instant): boolean =>
  incident.lastToldAt !== null &&
  now - incident.lastToldAt >= (incident.reminders < HOURLY ? HOUR : 24 * HOUR)

/**
 * What follows from seeing an artist's calendars: the incident as it is from now on, null when there is
 * none, and what to tell, if anything. One message when it has failed for 15 minutes or three cycles,
 * reminders, one on recovery; what passes unnoticed is not told at all.
 */
export const follow = (
  incident: Incident | null,
  { artistId, failure, cycles }: Sighting,
  now: Instant,
): { readonly incident: Incident | null; readonly tell: AlertKind | null } => {
  if (failure === null)
    return {
      incident: null,
      tell: incident !== null && incident.toldAt !== null ? 'recovered' : null,
    }
  const known: Incident = incident
    ? { ...incident, failure }
    : { artistId, since: now, failure, toldAt: null, lastToldAt: null, reminders: 0 }
  if (known.toldAt === null)
    return now - known.since >= PATIENCE || cycles >= CYCLES
      ? { incident: { ...known, toldAt: now, lastToldAt: now }, tell: 'failed' }
      : { incident: known, tell: null }
  return reminderDue(known, now)
    ? { incident: { ...known, lastToldAt: now, reminders: known.reminders + 1 }, tell: 'reminder' }
    : { incident: known, tell: null }
}

/** One artist in a message. `until` is known once it is over. */
export interface AlertLine {
  readonly artistId: string
  readonly artist: string
  readonly since: Instant
  readonly until: Instant | null
  readonly failure: Failure | null
}

/** What a mail or a webhook says, before it is put into words. */
export interface AlertMessage {
  readonly kind: AlertKind | 'test'
  readonly at: Instant
  readonly lines: readonly AlertLine[]
}

/**
 * What is left to say of a message still waiting to be sent, once some of its artists have recovered:
 * that it failed and passed is said in one message. Null when nothing is.
 */
export const afterRecovery = (
  waiting: AlertMessage,
  recovered: ReadonlySet<string>,
): AlertMessage | null => {
  if (waiting.kind !== 'failed' && waiting.kind !== 'reminder') return waiting
  const lines = waiting.lines.filter(({ artistId }) => !recovered.has(artistId))
  return lines.length > 0 ? { ...waiting, lines } : null
}

/** How the last message of a channel fared. */
export interface LastSent {
  readonly at: Instant
  readonly failure: Failure | null
}

/** What Settings shows; secrets stay in main. */
export interface AlertView {
  readonly mail: MailSettings & { readonly password: 'keyring' | 'memory' | 'missing' }
  /** The host alone: the rest of a webhook's address is a key to it. */
  readonly webhook: { readonly enabled: boolean; readonly host: string | null }
  readonly last: Readonly<Partial<Record<AlertChannel, LastSent>>>
  /** Messages that have not left yet. */
  readonly queued: number
}
