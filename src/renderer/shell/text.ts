import type { Screen } from '../stores/view.ts'

export const screenNames: Record<Screen, string> = {
  calendar: 'Calendar',
  requests: 'Requests',
  clients: 'Clients',
  sync: 'Sync',
  settings: 'Settings',
}

export const text = {
  navigation: 'Main',
  newBooking: 'New booking',
  syncNow: 'Sync now',
  syncMore: 'Sync one artist or some days',
  syncAll: 'All artists',
  syncRange: 'Some days…',
  syncRangeTitle: 'Compare some days with the calendars',
  syncRangeHint:
    'Every event in these days is compared with the server, whatever the last sync said.',
  from: 'From',
  until: 'Until',
  who: 'Whose calendars',
  back: 'Back',
  compare: 'Compare',
  compared: 'Those days are being compared.',
  rangeInvalid: 'Until must not be before From.',
  rangeLong: 'Choose at most a month.',
  sample: 'Sample studio',
  sampleHint: 'Made-up artists and clients; nothing leaves this computer.',
  leaveSample: 'Leave and connect your own',
  passwordNeeded: (names: string) => `Password needed: ${names}`,
  passwordHint: 'Its calendars wait until you sign in again.',
  signIn: 'Sign in',
  standIn: 'Development runtime: for trying and testing, not for daily use.',
  notices: 'Notices',
  noNotices: 'Nothing has changed in the calendars.',
  newNotices: (number: number) => `${number} new`,
  dismiss: 'Dismiss',
  loading: 'Opening Linework…',
}
