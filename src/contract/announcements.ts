import type { DeepLink } from '../domain/deep-link.ts'
import type { SyncStatus } from '../domain/views.ts'

/** What part of the database changed, or what else is under way; a screen that shows it asks again. */
export const topics = [
  'appointments',
  'busy',
  'clients',
  'artists',
  'accounts',
  'calendars',
  'certificates',
  'settings',
  'outbox',
  'logs',
  'notices',
  'sign-in',
  'import',
  'alerts',
  'pin',
  'backups',
  'updates',
] as const

export type Topic = (typeof topics)[number]

/** What the native menu asks the window to do. */
export type Command =
  | 'new-booking'
  | 'book-now'
  | 'search'
  | 'undo'
  | 'print-day'
  | 'export'
  | 'show-keys'
  | 'today'
  | 'previous'
  | 'next'
  | 'go-to-date'
  | 'show-day'
  | 'show-week'
  | 'show-list'
  | 'sync'
  | 'show-calendar'
  | 'show-requests'
  | 'show-clients'
  | 'show-sync'
  | 'show-settings'

/** Everything the window may hear without having asked. */
export type Announcement =
  | { readonly type: 'changed'; readonly topics: readonly Topic[] }
  | { readonly type: 'sync-status'; readonly status: SyncStatus }
  | { readonly type: 'studio-changed' }
  | { readonly type: 'command'; readonly command: Command }
  | { readonly type: 'open-appointment'; readonly id: string }
  | { readonly type: 'follow-link'; readonly link: DeepLink }
