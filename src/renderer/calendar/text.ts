import type { AppointmentView } from '../../domain/views.ts'

export const text = {
  allDay: 'all day',
  dayOff: 'Day off',
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
  previousDay: 'Previous day',
  nextDay: 'Next day',
  goToDate: 'Go to a date',
  week: (year: string, week: number) => `${year} · week ${week}`,
  allArtists: (number: number) => (number === 1 ? '1 artist' : `All ${number} artists`),
  someArtists: (shown: number, all: number) => `${shown} of ${all} artists`,
  artists: 'Artists',
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
