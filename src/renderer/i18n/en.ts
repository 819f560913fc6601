import { backups } from './en/backups.ts'
import { booking } from './en/booking.ts'
import { calendar } from './en/calendar.ts'
import { clients } from './en/clients.ts'
import { common } from './en/common.ts'
import { connect } from './en/connect.ts'
import { firstRun } from './en/first-run.ts'
import { imports } from './en/import.ts'
import { palette } from './en/palette.ts'
import { pin } from './en/pin.ts'
import { print } from './en/print.ts'
import { requests } from './en/requests.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import { studio } from './en/studio.ts'
import { sync } from './en/sync.ts'
import { updates } from './en/updates.ts'

/** The source of every other language: what is said here has to be said there. */
export const en = {
  backups,
  booking,
  calendar,
  clients,
  common,
  connect,
  firstRun,
  imports,
  palette,
  pin,
  print,
  requests,
  settings,
  shell,
  studio,
  sync,
  updates,
}

export type Catalogue = typeof en
