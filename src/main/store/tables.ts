import { accountsTable } from './accounts.ts'
import { alertsTable } from './alerts.ts'
import { appointmentsTable } from './appointments.ts'
import { artistsTable } from './artists.ts'
import { auditTable } from './audit.ts'
import { busyTable } from './busy.ts'
import { calendarsTable } from './calendars.ts'
import { clientsTable } from './clients.ts'
import type { Connection, Touch } from './connection.ts'
import { countsTable } from './counts.ts'
import { draftsTable } from './drafts.ts'
import { noticesTable } from './notices.ts'
import { objectsTable } from './objects.ts'
import { outboxTable } from './outbox.ts'
import { placementsTable } from './placements.ts'
import { privateWordsTable } from './private-words.ts'
import { searchTable } from './search.ts'
import { settingsTable } from './settings.ts'
import { syncHealthTable } from './sync-health.ts'
import { syncLogsTable } from './sync-logs.ts'
import { timeOffTable } from './time-off.ts'
import { trustedCertificatesTable } from './trusted-certificates.ts'

export const buildTables = (db: Connection, touch: Touch) => ({
  artists: artistsTable(db, touch),
  timeOff: timeOffTable(db, touch),
  accounts: accountsTable(db, touch),
  calendars: calendarsTable(db, touch),
  clients: clientsTable(db, touch),
  appointments: appointmentsTable(db, touch),
  placements: placementsTable(db, touch),
  objects: objectsTable(db, touch),
  busy: busyTable(db),
  outbox: outboxTable(db, touch),
  syncLogs: syncLogsTable(db, touch),
  syncHealth: syncHealthTable(db),
  audit: auditTable(db, touch),
  notices: noticesTable(db, touch),
  alerts: alertsTable(db, touch),
  trustedCertificates: trustedCertificatesTable(db, touch),
  search: searchTable(db),
  privateWords: privateWordsTable(db),
  counts: countsTable(db),
  settings: settingsTable(db, touch),
  drafts: draftsTable(db, touch),
})

/** Every table as a small repository; reads work anywhere, writes only inside a transaction. */
export type Tables = ReturnType<typeof buildTables>

export type { AccountRow } from './accounts.ts'
export type { AppointmentRow } from './appointments.ts'
export type { ArtistRow } from './artists.ts'
export type { BusyHit } from './busy.ts'
export type { CalendarRow } from './calendars.ts'
export type { ClientRow } from './clients.ts'
export type { ObjectRow } from './objects.ts'
export type { Intent, OutboxRow } from './outbox.ts'
export type { PlacementRow } from './placements.ts'
