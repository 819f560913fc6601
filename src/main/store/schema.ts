import { isNotNull, sql, type SQLWrapper } from 'drizzle-orm'
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
  blob,
} from 'drizzle-orm/sqlite-core'
import type { AlertChannel, AlertMessage } from '../../domain/alert.ts'
import type { Actor, DepositState, Status } from '../../domain/appointment.ts'
import type { Preset, WeekHours } from '../../domain/artist.ts'
import type { EventFacts } from '../../domain/event-facts.ts'
import type { Failure } from '../../domain/failure.ts'
import { DAY } from '../../domain/interval.ts'
import type { Said } from '../../domain/sentence.ts'
import type {
  AuditFields,
  CalendarRole,
  CalendarView,
  NoticeView,
  SyncLogEntry,
  SyncTrigger,
  Trouble,
} from '../../domain/views.ts'

/** What lasts longer is rare, and found by an index of its own: see `overlapping.ts`. */
export const LONG = 2 * DAY

/** Said with the number itself, so that SQLite knows the index is meant. */
export const isLong = ({ start, end }: { readonly start: SQLWrapper; readonly end: SQLWrapper }) =>
  sql`${end} - ${start} > ${sql.raw(String(LONG))}`

/** Instants are milliseconds since the epoch, UTC. Ids are UUIDs except where rows only pile up. */

export const artists = sqliteTable('artists', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  ink: integer('ink').notNull(),
  active: integer('active', { mode: 'boolean' }).notNull().default(true),
  hours: text('hours', { mode: 'json' }).$type<WeekHours>().notNull(),
  sessionMinutes: integer('session_minutes').notNull().default(120),
  bufferBefore: integer('buffer_before').notNull().default(0),
  bufferAfter: integer('buffer_after').notNull().default(0),
  presets: text('presets', { mode: 'json' }).$type<readonly Preset[]>().notNull().default([]),
  createdAt: integer('created_at').notNull(),
})

/** When an artist is away; without an artist, the whole studio. */
export const timeOff = sqliteTable(
  'time_off',
  {
    id: text('id').primaryKey(),
    artistId: text('artist_id').references(() => artists.id, { onDelete: 'cascade' }),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    reason: text('reason').notNull().default(''),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('time_off_by_end').on(table.end, table.start)],
)

export const accounts = sqliteTable('accounts', {
  id: text('id').primaryKey(),
  label: text('label').notNull(),
  baseUrl: text('base_url').notNull(),
  username: text('username').notNull(),
  calendarBasePath: text('calendar_base_path').notNull(),
  /** Encrypted by the operating system; null where there is no keyring or nothing was entered. */
  secret: blob('secret', { mode: 'buffer' }),
  /** Who made the app password: one that came by the browser is ours to withdraw. */
  passwordFrom: text('password_from').$type<'person' | 'browser'>().notNull().default('person'),
  /** Since when the server has refused the sign-in; nothing is sent until there is a new password. */
  frozenAt: integer('frozen_at'),
  /** No request before this instant: Retry-After and backoff, kept across restarts. */
  blockedUntil: integer('blocked_until'),
  /** A person's “Sync now” may go ahead of our own backoff, never of the server's Retry-After. */
  blockedBy: text('blocked_by').$type<'server' | 'backoff'>(),
  failures: integer('failures').notNull().default(0),
  createdAt: integer('created_at').notNull(),
})

export const artistCalendars = sqliteTable(
  'artist_calendars',
  {
    /** What its busy times are kept under: they are many, and ids are long. */
    number: integer('number').primaryKey(),
    id: text('id').notNull().unique(),
    artistId: text('artist_id')
      .notNull()
      .references(() => artists.id, { onDelete: 'cascade' }),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** Absolute, with the trailing slash. */
    url: text('url').notNull(),
    name: text('name').notNull(),
    role: text('role').$type<CalendarRole>().notNull(),
    freeDoesNotBlock: integer('free_does_not_block', { mode: 'boolean' }).notNull().default(false),
    readOnly: integer('read_only', { mode: 'boolean' }).notNull().default(false),
    ownedByLogin: integer('owned_by_login', { mode: 'boolean' }).notNull().default(true),
    syncToken: text('sync_token'),
    ctag: text('ctag'),
    lastListingAt: integer('last_listing_at'),
    lastSuccessAt: integer('last_success_at'),
    /** The end up to which recurring events are expanded into busy intervals. */
    busyFrom: integer('busy_from'),
    busyTo: integer('busy_to'),
    failure: text('failure', { mode: 'json' }).$type<Failure>(),
    brake: text('brake', { mode: 'json' }).$type<CalendarView['brake']>(),
    lastTest: text('last_test', { mode: 'json' }).$type<CalendarView['lastTest']>(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('one_booking_calendar_per_artist')
      .on(table.artistId)
      .where(sql`${table.role} = 'booking'`),
    uniqueIndex('calendar_once_per_artist').on(table.artistId, table.url),
    index('calendars_by_account').on(table.accountId),
  ],
)

export const clients = sqliteTable(
  'clients',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull().default(''),
    phone: text('phone').notNull().default(''),
    /** Normal forms, for finding the same person again. */
    nameKey: text('name_key').notNull().default(''),
    emailKey: text('email_key').notNull().default(''),
    phoneKey: text('phone_key').notNull().default(''),
    notes: text('notes').notNull().default(''),
    allergies: text('allergies').notNull().default(''),
    /** Since when nothing is left but the appointments; such a client is never listed or found. */
    erasedAt: integer('erased_at'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    index('clients_by_name').on(table.nameKey),
    index('clients_by_email').on(table.emailKey),
    index('clients_by_phone').on(table.phoneKey),
  ],
)

export const appointments = sqliteTable(
  'appointments',
  {
    /** Chosen by the window when the form opens, so that two clicks make one booking. */
    id: text('id').primaryKey(),
    artistId: text('artist_id')
      .notNull()
      .references(() => artists.id),
    clientId: text('client_id')
      .notNull()
      .references(() => clients.id),
    description: text('description').notNull().default(''),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    status: text('status').$type<Status>().notNull(),
    depositCents: integer('deposit_cents'),
    depositState: text('deposit_state').$type<DepositState>().notNull().default('none'),
    notes: text('notes').notNull().default(''),
    /** The number of the placement that counts now; null for one that never had a calendar. */
    placement: integer('placement'),
    trouble: text('trouble', { mode: 'json' }).$type<Trouble>(),
    /** `about` of an overlap that a person has seen and left as it is. */
    acceptedOverlap: text('accepted_overlap'),
    cancelledBy: text('cancelled_by').$type<Actor>(),
    cancelReason: text('cancel_reason'),
    version: integer('version').notNull().default(1),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    index('appointments_by_artist').on(table.artistId, table.start, table.end),
    index('appointments_by_start').on(table.start, table.end),
    index('long_appointments').on(table.start, table.end).where(isLong(table)),
    index('appointments_by_client').on(table.clientId),
    index('appointments_by_status').on(table.status),
    index('troubled_appointments').on(table.artistId).where(isNotNull(table.trouble)),
  ],
)

export const alternates = sqliteTable(
  'alternates',
  {
    appointmentId: text('appointment_id')
      .notNull()
      .references(() => appointments.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
  },
  (table) => [primaryKey({ columns: [table.appointmentId, table.position] })],
)

/**
 * One life of an appointment in one calendar. UID and href are fixed before the first send and never
 * used again; moving to another artist is a new placement, so the old one can still be deleted.
 */
export const placements = sqliteTable(
  'placements',
  {
    id: text('id').primaryKey(),
    appointmentId: text('appointment_id')
      .notNull()
      .references(() => appointments.id),
    number: integer('number').notNull(),
    calendarId: text('calendar_id').references(() => artistCalendars.id, { onDelete: 'set null' }),
    caldavUid: text('caldav_uid').notNull(),
    href: text('href').notNull(),
    /** The ETag and the text last agreed on with the server: the base of a three-way merge. */
    caldavEtag: text('caldav_etag'),
    baseText: text('base_text'),
    baseHash: text('base_hash'),
    /** What we wanted the event to say when that was agreed: a wish that differs is a change made here. */
    agreed: text('agreed', { mode: 'json' }).$type<EventFacts>(),
    sequence: integer('sequence').notNull().default(0),
    /** From a restored backup, and not compared with the server since. */
    recalled: integer('recalled', { mode: 'boolean' }).notNull().default(false),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('placements_by_number').on(table.appointmentId, table.number),
    uniqueIndex('placements_by_uid').on(table.caldavUid),
    index('placements_by_href').on(table.calendarId, table.href),
  ],
)

export const remoteObjects = sqliteTable(
  'remote_objects',
  {
    id: integer('id').primaryKey(),
    calendarId: text('calendar_id')
      .notNull()
      .references(() => artistCalendars.id, { onDelete: 'cascade' }),
    /** Path with normal percent-encoding, see the CalDAV room. */
    href: text('href').notNull(),
    uid: text('uid'),
    etag: text('etag'),
    text: text('text').notNull(),
    hash: text('hash').notNull(),
    /** Why its time could not be told, where it could not; such an object is listed for a person. */
    problem: text('problem'),
    /** Outside of these two instants its events take no time; all of time where that is not known. */
    reachFrom: integer('reach_from').notNull().default(-8.64e15),
    reachTo: integer('reach_to').notNull().default(8.64e15),
  },
  (table) => [
    index('objects_by_reach').on(table.calendarId, table.reachTo),
    uniqueIndex('objects_by_href').on(table.calendarId, table.href),
    index('objects_by_uid').on(table.calendarId, table.uid),
    index('objects_with_problems')
      .on(table.calendarId)
      .where(sql`${table.problem} is not null`),
  ],
)

export const busyIntervals = sqliteTable(
  'busy_intervals',
  {
    id: integer('id').primaryKey(),
    objectId: integer('object_id')
      .notNull()
      .references(() => remoteObjects.id, { onDelete: 'cascade' }),
    calendar: integer('calendar').notNull(),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    title: text('title').notNull(),
    private: integer('private', { mode: 'boolean' }).notNull(),
    transparent: integer('transparent', { mode: 'boolean' }).notNull(),
    allDay: integer('all_day', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    // Holds all that many artists' free time is found from, so that their rows are not read.
    index('busy_by_time').on(
      table.calendar,
      table.start,
      table.end,
      table.transparent,
      table.objectId,
    ),
    index('long_busy_by_time')
      .on(table.calendar, table.start, table.end, table.transparent, table.objectId)
      .where(isLong(table)),
    index('busy_by_object').on(table.objectId),
  ],
)

/** One row per placement: what the server should look like. Edits coalesce; a done row goes. */
export const outbox = sqliteTable('outbox', {
  placementId: text('placement_id')
    .primaryKey()
    .references(() => placements.id),
  intent: text('intent').$type<'present' | 'gone'>().notNull(),
  /** `held`: waits for a person; `verify`: what was sent may or may not have arrived. */
  phase: text('phase').$type<'ready' | 'verify' | 'held'>().notNull().default('ready'),
  /** Hash of the text being sent, written before sending. */
  sendingHash: text('sending_hash'),
  /** What that text says, so that it is known again after a crash or a lost answer. */
  sendingFacts: text('sending_facts', { mode: 'json' }).$type<EventFacts>(),
  /** Grows with each new wish, so that a push that ends late does not remove a newer one. */
  revision: integer('revision').notNull().default(1),
  attempts: integer('attempts').notNull().default(0),
  notBefore: integer('not_before').notNull().default(0),
  failure: text('failure', { mode: 'json' }).$type<Failure>(),
  createdAt: integer('created_at').notNull(),
})

export const calendarSyncLogs = sqliteTable(
  'calendar_sync_logs',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    artistId: text('artist_id').notNull(),
    calendarId: text('calendar_id').notNull(),
    direction: text('direction').$type<SyncLogEntry['direction']>().notNull(),
    trigger: text('trigger').$type<SyncTrigger>().notNull(),
    startedAt: integer('started_at').notNull(),
    durationMs: integer('duration_ms').notNull(),
    requests: integer('requests').notNull(),
    created: integer('created').notNull().default(0),
    updated: integer('updated').notNull().default(0),
    deleted: integer('deleted').notNull().default(0),
    pushed: integer('pushed').notNull().default(0),
    conflicts: integer('conflicts').notNull().default(0),
    outcome: text('outcome').$type<SyncLogEntry['outcome']>().notNull(),
    errorKind: text('error_kind'),
    message: text('message').notNull().default(''),
    said: text('said', { mode: 'json' }).$type<Said>(),
  },
  (table) => [
    index('sync_logs_by_time').on(table.startedAt),
    index('sync_logs_by_artist').on(table.artistId, table.startedAt),
  ],
)

export const auditLog = sqliteTable(
  'audit_log',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    at: integer('at').notNull(),
    actor: text('actor').$type<Actor>().notNull(),
    action: text('action').notNull(),
    appointmentId: text('appointment_id'),
    before: text('before', { mode: 'json' }).$type<AuditFields>(),
    after: text('after', { mode: 'json' }).$type<AuditFields>(),
  },
  (table) => [index('audit_by_appointment').on(table.appointmentId, table.id)],
)

export const notices = sqliteTable(
  'notices',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    at: integer('at').notNull(),
    kind: text('kind').$type<NoticeView['kind']>().notNull(),
    artistId: text('artist_id').notNull(),
    appointmentId: text('appointment_id'),
    message: text('message').notNull(),
    said: text('said', { mode: 'json' }).$type<Said>(),
    seen: integer('seen', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [index('notices_unseen').on(table.seen, table.id)],
)

/** Artists whose calendars cannot be synchronised, and when somebody was told. */
export const alertIncidents = sqliteTable('alert_incidents', {
  artistId: text('artist_id')
    .primaryKey()
    .references(() => artists.id, { onDelete: 'cascade' }),
  since: integer('since').notNull(),
  failure: text('failure', { mode: 'json' }).$type<Failure>().notNull(),
  toldAt: integer('told_at'),
  lastToldAt: integer('last_told_at'),
  reminders: integer('reminders').notNull().default(0),
})

/** Mails and calls that have not left yet: they wait for the network, across restarts. */
export const alertQueue = sqliteTable('alert_queue', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  channel: text('channel').$type<AlertChannel>().notNull(),
  message: text('message', { mode: 'json' }).$type<AlertMessage>().notNull(),
  createdAt: integer('created_at').notNull(),
  attempts: integer('attempts').notNull().default(0),
  notBefore: integer('not_before').notNull().default(0),
})

/**
 * What can be searched for, as words; triggers keep it right and carry it on into the FTS5 table
 * `search_words`, see the migration. Rows have numbers of their own, as VACUUM renumbers the others.
 */
export const searchEntries = sqliteTable(
  'search_entries',
  {
    id: integer('id').primaryKey(),
    kind: text('kind').$type<'artist' | 'client' | 'appointment'>().notNull(),
    subjectId: text('subject_id').notNull(),
    name: text('name').notNull(),
    /** Whatever else it is found by. */
    more: text('more').notNull(),
  },
  (table) => [uniqueIndex('search_entry_of').on(table.kind, table.subjectId)],
)

/** Certificates nobody vouches for that an admin trusts all the same, one by one. */
export const trustedCertificates = sqliteTable(
  'trusted_certificates',
  {
    /** Host name without the port, as the connection is made to it. */
    host: text('host').notNull(),
    /** SHA-256, upper case with colons. */
    fingerprint: text('fingerprint').notNull(),
    addedAt: integer('added_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.host, table.fingerprint] })],
)

export const settings = sqliteTable('settings', {
  key: text('key').primaryKey(),
  value: text('value', { mode: 'json' }).$type<unknown>().notNull(),
})
