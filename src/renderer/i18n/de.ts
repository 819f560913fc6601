import { backups } from './de/backups.ts'
import { booking } from './de/booking.ts'
import { calendar } from './de/calendar.ts'
import { clients } from './de/clients.ts'
import { common } from './de/common.ts'
import { connect } from './de/connect.ts'
import { firstRun } from './de/first-run.ts'
import { imports } from './de/import.ts'
import { palette } from './de/palette.ts'
import { pin } from './de/pin.ts'
import { print } from './de/print.ts'
import { requests } from './de/requests.ts'
import { settings } from './de/settings.ts'
import { shell } from './de/shell.ts'
import { studio } from './de/studio.ts'
import { sync } from './de/sync.ts'
import { updates } from './de/updates.ts'
import type { Catalogue } from './en.ts'

export const de: Catalogue = {
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
