import type { AppointmentView, SyncLogEntry, SyncTrigger } from '../../domain/views.ts'
import { count, firstName } from '../format/words.ts'

export const text = {
  sync: 'Sync',
  live: 'live',
  loading: 'Reading the sync log…',
  noArtists: 'Nothing to keep in sync yet',
  noArtistsHint: 'Add an artist and their calendar in Settings.',
  toSettings: 'Open Settings',

  figures: 'The last 24 hours in figures',
  success: 'Success, 24 hours',
  successGoal: 'goal above 95 %',
  processed: 'Objects processed, 24 hours',
  pulledPushed: (pulled: string, pushed: string) => `${pulled} pulled, ${pushed} pushed`,
  duration: 'Duration per artist',
  durationGoal: 'goal below 2 s',
  worst: 'What fails most',
  worstOf: (times: number, all: number, who: string) =>
    `${times} of ${count(all, 'failure')}${who ? `, ${who}` : ''}`,
  nothingFailed: 'Nothing failed',
  inADay: 'in the last 24 hours',
  none: '–',
  noRuns: 'no sync yet',

  artists: 'Artists',
  inSync: 'In sync',
  conflicts: (number: number) => count(number, 'conflict'),
  syncing: 'Syncing',
  signIn: 'Sign-in needed',
  failed: 'Failed',
  braked: 'Waits for you',
  noCalendar: 'No calendar',
  never: 'Not synced yet',
  lastSuccess: 'Last success',
  nextRun: 'Next run',
  waiting: 'Waiting',
  failures: 'Failures, 24 h',
  now: 'now',
  afterSignIn: 'after sign-in',
  logOf: (name: string) => `Show the log of ${name}`,
  syncOne: (name: string) => `Sync ${name} now`,
  strip: (runs: number, failures: number) =>
    `Last 24 hours: ${count(runs, 'run')}, ${failures === 0 ? 'no failures' : count(failures, 'failure')}`,

  waitingChanges: 'Waiting changes',
  retryAll: 'Retry all',
  retry: (name: string) => `Send the change of ${name} now`,
  open: (name: string) => `Open the booking of ${name}`,
  allSent: 'Everything has reached the calendars.',
  older: 'Changes to bookings of long ago.',

  conflict: (client: string, artist: string) => `${client}, ${artist}`,
  ours: 'Ours',
  theirs: 'Theirs',
  move: (client: string) => `Move ${firstName(client)}…`,
  details: 'Details',
  settled: 'Settled.',
  brakeTitle: (artist: string) => `${artist}: the calendar lost many events`,
  brake: (calendar: string, cancellations: number, inWindow: number) =>
    `Reading “${calendar}” would cancel ${cancellations} of ${count(inWindow, 'booking')}. Nothing was cancelled; the sync of this calendar waits.`,
  brakeRetry: 'Look again',
  release: 'Let it cancel…',
  releaseTitle: (cancellations: number) => `Cancel ${count(cancellations, 'booking')}?`,
  releaseBody: (artist: string) =>
    `They are no longer in ${firstName(artist)}’s calendar. They are cancelled here too and stay in the history.`,
  releaseConfirm: 'Cancel them',
  back: 'Back',

  log: 'Log',
  artist: 'Artist',
  allArtists: 'All artists',
  result: 'Result',
  period: 'Period',
  time: 'Time',
  direction: 'Direction',
  trigger: 'Trigger',
  changes: 'Changes',
  took: 'Duration',
  running: 'Running',
  emptyLog: 'Nothing was synced in this time.',
  noMatch: 'No entry fits the filter.',
  showAll: 'Show all',
  more: (number: number) => `Show ${number} more`,
  showDetails: 'Details',
  calendar: 'Calendar',
  requests: 'Requests',
  counts: (entry: SyncLogEntry) =>
    `${entry.created} created, ${entry.updated} updated, ${entry.deleted} deleted, ${entry.pushed} sent, ${count(entry.conflicts, 'conflict')}`,
  error: 'Error',
  unknownArtist: 'Removed artist',
}

export const directionNames: Record<SyncLogEntry['direction'], string> = {
  pull: 'Pull',
  push: 'Push',
  test: 'Test',
}

export const triggerName = (trigger: SyncTrigger, pullMinutes: number): string => {
  const names: Record<SyncTrigger, string> = {
    start: 'Start',
    timer: `Every ${pullMinutes} min`,
    resume: 'Wake-up',
    network: 'Network back',
    change: 'Booking',
    button: 'Sync now',
    availability: 'Availability',
    focus: 'Window focus',
    settings: 'Settings',
    hint: 'Server hint',
  }
  return names[trigger]
}

const errorNames: Record<string, string> = {
  unreachable: 'Out of reach',
  timeout: 'Time-outs',
  certificate: 'Certificate',
  'not-caldav': 'Not a calendar server',
  redirect: 'Redirects',
  'sign-in': 'Sign-in',
  'sign-in-needed': 'Sign-in',
  forbidden: 'Not permitted',
  'read-only': 'Read only',
  'calendar-gone': 'Calendar gone',
  'object-refused': 'Refused events',
  'busy-server': 'Busy server',
  'server-error': 'Server errors',
  maintenance: 'Maintenance',
  'storage-full': 'Storage full',
  'too-large': 'Too large',
  truncated: 'Cut answers',
  'broken-event': 'Broken events',
}

/** What went wrong, in two words. */
export const errorName = (kind: string): string => errorNames[kind] ?? kind.replaceAll('-', ' ')

/** What is waiting to be sent about an appointment. */
export const changeName = ({ calendar, status }: AppointmentView): string =>
  status === 'CANCELLED' ? 'cancelled' : calendar?.etag ? 'changed' : 'new'
