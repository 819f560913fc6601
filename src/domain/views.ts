import type { Actor, Appointment, DepositState, Status } from './appointment.ts'
import type { Artist } from './artist.ts'
import type { Reason } from './availability.ts'
import type { Client } from './client.ts'
import type { Certificate, Failure } from './failure.ts'
import type { Instant, Interval } from './interval.ts'
import type { Said, Sentence } from './sentence.ts'

/** How far an appointment's newest state has come on its way to the artist's calendar. */
export type Delivery = 'sent' | 'waiting' | 'sending' | 'held'

/** Why an appointment needs a person. */
export interface Trouble extends Sentence {
  readonly kind: 'overlap' | 'changed-there' | 'gone-there' | 'refused'
  /** Which overlap, where it is one: a person may leave it as it is, and is not asked again. */
  readonly about?: string
  /** The two versions, where there are two, as a person reads them. */
  readonly ours?: Sentence
  readonly theirs?: Sentence
  /** What the desk had wanted, set aside when the calendar's version won: a person may go back to it. */
  readonly aside?: Pick<Appointment, 'start' | 'end' | 'description' | 'status'>
}

export interface AppointmentView extends Appointment {
  readonly clientName: string
  readonly clientEmail: string
  readonly clientPhone: string
  readonly delivery: Delivery
  /** Since when the client is here, or the session over; null in the other states. */
  readonly statusSince: Instant | null
  /** The artist chose the time it has now, in the calendar. */
  readonly movedByArtist: boolean
  /** The desk proposed the time a request has now; the client’s answer is awaited. */
  readonly proposed: { readonly at: Instant; readonly note: string } | null
  readonly trouble: Trouble | null
  /** Where it lives in the artist's calendar; null before its first placement. */
  readonly calendar: {
    readonly calendarId: string
    readonly placement: number
    readonly uid: string
    readonly href: string
    readonly etag: string | null
  } | null
}

/** Somebody else's event in an artist's calendar. */
export interface BusyView extends Interval {
  readonly id: string
  readonly artistId: string
  readonly calendarId: string
  /** One of `untitled` for CLASS:PRIVATE and CONFIDENTIAL, without a title, and for what was not read yet. */
  readonly title: string
  readonly private: boolean
  readonly allDay: boolean
  /** False for an event marked free in a calendar where such events do not block. */
  readonly blocks: boolean
}

export type SearchHit =
  | { readonly kind: 'artist'; readonly artist: Pick<Artist, 'id' | 'name' | 'ink' | 'active'> }
  | { readonly kind: 'client'; readonly client: Pick<Client, 'id' | 'name' | 'email' | 'phone'> }
  | { readonly kind: 'appointment'; readonly appointment: AppointmentView }

export type CalendarRole = 'booking' | 'blocking'

/** Events whose time, or some of it, nobody can tell: what they take may look free. */
export interface UnreadableEvents {
  readonly count: number
  /** The first of them: a title, or the file's name where that is private or missing. */
  readonly names: readonly string[]
}

export interface CalendarView {
  readonly id: string
  readonly artistId: string
  readonly accountId: string
  readonly url: string
  /** The last path segment, as Nextcloud's calendar links show it. */
  readonly calendarId: string
  readonly name: string
  readonly role: CalendarRole
  readonly freeDoesNotBlock: boolean
  readonly readOnly: boolean
  /** False for a calendar shared by somebody else: their private events cannot be seen. */
  readonly ownedByLogin: boolean
  readonly lastSuccessAt: Instant | null
  readonly lastTest: {
    readonly at: Instant
    readonly passed: boolean
    /** Steps that passed with a reservation; not counted before there was this number. */
    readonly warnings?: number
    /** The step that failed; not kept before there was this field. */
    readonly failedAt?: TestStep['id']
    readonly message: string
    readonly said?: Said
  } | null
  /** Set while the calendar cannot be synchronised, with the reason. */
  readonly failure: Failure | null
  /** Set while a pull that would cancel many appointments waits for a person. */
  readonly brake: { readonly cancellations: number; readonly inWindow: number } | null
  readonly unreadable: UnreadableEvents
}

export interface AccountView {
  readonly id: string
  readonly label: string
  readonly baseUrl: string
  readonly username: string
  readonly calendarBasePath: string
  /** Where the password is: encrypted by the system's keyring, in memory until quit, or nowhere. */
  readonly password: 'keyring' | 'memory' | 'missing'
  /** Set after the server refused the sign-in; nothing is sent until there is a new password. */
  readonly frozen: boolean
}

/** What became of the app password of an account that was removed. */
export interface AccountRemoval {
  /** `left`: it came by the browser and could not be withdrawn; `theirs`: a person made it. */
  readonly appPassword: 'withdrawn' | 'left' | 'theirs'
}

/** A sign-in with the browser that waits for the person there; null where none does. */
export type SignInView = {
  readonly host: string
  /** The page that was opened. */
  readonly loginUrl: string
  readonly until: Instant
  /** Why the server cannot be asked at the moment. */
  readonly trouble: Failure | null
} | null

/** A certificate nobody vouches for that is trusted at one host. */
export interface TrustedCertificate extends Certificate {
  readonly addedAt: Instant
}

export interface DiscoveredCalendar {
  readonly url: string
  readonly calendarId: string
  readonly name: string
  readonly readOnly: boolean
  readonly ownedByLogin: boolean
  /** An artist whose name is like the calendar's or its owner's. */
  readonly suggestedArtistId: string | null
}

/** What a connection test tries, in this order. */
export const testSteps = [
  'reach',
  'certificate',
  'sign-in',
  'read',
  'write',
  'sync',
  'free-busy',
  'clock',
  'zone',
] as const

export interface TestStep {
  readonly id: (typeof testSteps)[number]
  /** `skipped` is what was not tried, not needed, or not offered by a server that does without. */
  readonly outcome: 'passed' | 'warning' | 'failed' | 'skipped'
  readonly message: string
  readonly said?: Said
  readonly advice?: string
  readonly durationMs: number
}

export interface TestReport {
  readonly passed: boolean
  readonly steps: readonly TestStep[]
}

export type SyncState = 'never' | 'ok' | 'syncing' | 'failed' | 'attention'

export interface ArtistSync {
  readonly artistId: string
  readonly state: SyncState
  readonly lastSuccessAt: Instant | null
  readonly waiting: number
  readonly conflicts: number
  /** Events in the artist's calendars whose time nobody can tell. */
  readonly unreadable: number
  readonly failure: Failure | null
}

export interface SyncStatus {
  readonly state: 'idle' | 'syncing' | 'offline' | 'attention'
  readonly progress: { readonly done: number; readonly total: number } | null
  readonly lastSuccessAt: Instant | null
  readonly nextRunAt: Instant | null
  readonly waiting: number
  readonly artists: readonly ArtistSync[]
}

export const syncTriggers = [
  'start',
  'timer',
  'resume',
  'network',
  'change',
  'button',
  'availability',
  'focus',
  'settings',
  'hint',
] as const

export type SyncTrigger = (typeof syncTriggers)[number]

export interface SyncLogEntry {
  readonly id: number
  readonly artistId: string
  readonly calendarId: string
  readonly direction: 'pull' | 'push' | 'test'
  readonly trigger: SyncTrigger
  readonly startedAt: Instant
  readonly durationMs: number
  readonly requests: number
  readonly created: number
  readonly updated: number
  readonly deleted: number
  readonly pushed: number
  readonly conflicts: number
  readonly outcome: 'ok' | 'failed' | 'skipped'
  readonly errorKind: string | null
  readonly message: string
  /** What is filled into the message; of counts there are the fields above. */
  readonly said: Said | null
}

export interface NoticeView {
  readonly id: number
  readonly at: Instant
  readonly artistId: string
  readonly appointmentId: string | null
  readonly kind:
    | 'approved'
    | 'cancelled'
    | 'restored'
    | 'moved'
    | 'retitled'
    | 'conflict'
    | 'refused'
    | 'failure'
    | 'brake'
    | 'backup'
  readonly message: string
  readonly said: Said | null
  readonly seen: boolean
}

/** The fields a change is about, and why the time was not free where staff booked all the same. */
export interface AuditFields extends Partial<Appointment> {
  readonly overruled?: Reason
  /** What the client was to be told of a proposal. */
  readonly note?: string
}

export interface AuditEntry {
  readonly id: number
  readonly at: Instant
  readonly actor: Actor
  readonly action: string
  readonly before: AuditFields | null
  readonly after: AuditFields | null
}

export interface StudioState {
  /** `new` until the first run is finished; `sample` runs on made-up data and a server inside the app. */
  readonly mode: 'new' | 'sample' | 'studio'
  readonly version: string
  /** True on the development runtime, which must never be shipped. */
  readonly standIn: boolean
  readonly computerZone: string
  /** What is wrong with this computer's copy of the data, if anything. */
  readonly problem: Failure | null
}

/** Everything the desk knows about one person, to be handed out; times are ISO 8601. */
export interface ClientExport {
  readonly exportedAt: string
  readonly client: Omit<Client, 'id'> & { readonly enteredAt: string }
  readonly appointments: readonly {
    readonly artist: string
    readonly description: string
    readonly start: string
    readonly end: string
    readonly status: Status
    readonly alternates: readonly string[]
    readonly depositCents: number | null
    readonly depositState: DepositState
    readonly notes: string
    readonly cancelReason: string | null
    readonly history: readonly {
      readonly at: string
      readonly actor: Actor
      readonly action: string
      readonly before: AuditFields | null
      readonly after: AuditFields | null
    }[]
  }[]
}

export interface ClientErasure {
  /** Past appointments that stay, without a name or a word about the person. */
  readonly appointmentsKept: number
  /** Of those, the ones whose event is still in an artist's calendar, with the name in its title. */
  readonly eventsLeft: number
}
