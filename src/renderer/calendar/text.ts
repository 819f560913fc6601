import type { DepositState } from '../../domain/appointment.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { count } from '../format/words.ts'
import type { Sums } from './rows.ts'

export const text = {
  allDay: 'all day',
  dayOff: 'Day off',
  away: 'Away',
  works: (hours: string) => `Works ${hours}`,
  blockedAllDay: (title: string) => `Blocked all day by “${title}”`,
  lastSeen: (time: string) => `Last seen ${time}`,
  neverSeen: 'Not read yet',
  noCalendar: 'No calendar',
  booked: (number: number) => `${number} booked`,
  free: (title: string) => `${title} (free)`,
  synced: 'In sync with the calendar',
  book: (time: string, artist: string) => `Book ${time} with ${artist}`,
  emptyTitle: 'Connect a calendar',
  empty: 'Add an artist and their calendar, and the day appears here.',
  toSettings: 'Open Settings',
  hidden: 'All artists are hidden by the filter.',
  showAll: 'Show all artists',
  unsent: 'Waiting to be sent',
  sending: 'Sending…',
  today: 'Today',
  previous: { day: 'Previous day', week: 'Previous week', list: 'Previous day' },
  next: { day: 'Next day', week: 'Next week', list: 'Next day' },
  view: 'View',
  layouts: { day: 'Day', week: 'Week', list: 'List' },
  weekOf: 'Whose week',
  goToDate: 'Go to a date',
  week: (year: string, week: number) => `${year} · week ${week}`,
  allArtists: (number: number) => (number === 1 ? '1 artist' : `All ${number} artists`),
  someArtists: (shown: number, all: number) => `${shown} of ${all} artists`,
  artists: 'Artists',
  heads: ['Time', 'Artist', 'Client', 'Description', 'Phone', 'Status', 'Deposit'],
  actions: 'Actions',
  nothing: 'Nothing on this day.',
  inCalendar: 'In the calendar',
  busy: 'Busy',
  freeTime: 'Free',
  overlap: 'Overlap',
  needsYou: 'Needs you',
  waiting: 'waiting',
  hideEnded: 'Hide cancelled and no-shows',
  showEnded: 'Show cancelled and no-shows',
  elsewhere: (zone: string) => `Times are the studio’s, ${zone}`,
}

/** The line at the foot of a tall card; null where the card has said everything. */
export const footerOf = (appointment: AppointmentView): string | null => {
  if (appointment.delivery === 'waiting') return text.unsent
  if (appointment.delivery === 'sending') return text.sending
  if (appointment.trouble) return null
  if (appointment.status === 'COMPLETED') return 'Completed'
  if (appointment.status === 'ARRIVED') return 'Arrived'
  if (appointment.status === 'PENDING' && appointment.alternates.length > 0)
    return appointment.alternates.length === 1
      ? '1 alternate'
      : `${appointment.alternates.length} alternates`
  return null
}

/** `18 entries · 11 booked, 2 requests, 1 no-show, 4 from the artists’ calendars`. */
export const sumText = (sums: Sums): string => {
  const parts = [
    sums.booked > 0 && `${sums.booked} booked`,
    sums.requests > 0 && count(sums.requests, 'request'),
    sums.noShows > 0 && count(sums.noShows, 'no-show'),
    sums.cancelled > 0 && `${sums.cancelled} cancelled`,
    sums.events > 0 && `${sums.events} from the artists’ calendars`,
  ].filter(Boolean)
  const entries = count(sums.entries, 'entry', 'entries')
  return parts.length > 0 ? `${entries} · ${parts.join(', ')}` : entries
}

const depositWords: Record<DepositState, string> = {
  none: '',
  asked: 'asked',
  paid: 'paid',
  returned: 'returned',
}

export const depositWord = (state: DepositState): string => depositWords[state]
