import { hash } from 'node:crypto'
import type { Appointment, Status } from '../../domain/appointment.ts'
import type { Client } from '../../domain/client.ts'
import type { EventFacts } from '../../domain/event-facts.ts'
import { eventDescription } from '../../domain/event-words.ts'
import type { Privacy } from '../../domain/settings.ts'
import { formatTitle, parseTitle } from '../../domain/title.ts'
import type { WireEvent } from '../ical/wire.ts'

/** Present in every event we write: which of our wishes it came from. */
const STAMP = 'STAMP'

const iso = (instant: number): string => new Date(instant).toISOString()

/**
 * What the calendar should say about an appointment. Client data beyond the name goes in only as far
 * as the privacy setting says; the X-LINEWORK properties let another desk rebuild the rest.
 */
export const wishFor = (appointment: Appointment, client: Client, privacy: Privacy): EventFacts => {
  const { alternates, depositCents, depositState, notes } = appointment
  const linework: Record<string, string> = {
    ID: appointment.id,
    STATUS: appointment.status,
    CLIENT: client.id,
    ...(alternates.length > 0 && {
      ALTERNATES: alternates.map(({ start, end }) => `${iso(start)}/${iso(end)}`).join(' '),
    }),
    ...(depositCents !== null && { DEPOSIT: `${depositCents} ${depositState}` }),
    ...(privacy !== 'name' && client.phone && { PHONE: client.phone }),
    ...(privacy === 'all' && client.email && { EMAIL: client.email }),
    ...(privacy === 'all' && notes && { NOTES: notes }),
  }
  const wish = {
    start: appointment.start,
    end: appointment.end,
    summary: formatTitle(appointment.status, client.name, appointment.description),
    description: eventDescription(client, notes, privacy),
    status: appointment.status === 'PENDING' ? ('TENTATIVE' as const) : ('CONFIRMED' as const),
    linework,
  }
  return { ...wish, linework: { ...linework, [STAMP]: stampOf(wish) } }
}

const stampOf = (facts: EventFacts): string => {
  const said = fields.map((field) => readers[field](facts))
  return hash('sha256', JSON.stringify(said)).slice(0, 16)
}

/** True when the event on the server came from exactly this wish, whatever was changed since. */
export const cameFrom = (event: WireEvent, sent: EventFacts): boolean =>
  event.linework[STAMP] !== undefined && event.linework[STAMP] === sent.linework[STAMP]

/** True when the event on the server is one we wrote and nobody has changed since. */
export const isUntouched = (event: WireEvent): boolean =>
  event.status !== null && event.linework[STAMP] === stampOf(factsOf(event, event.status))

/** The fields that are compared and merged on their own. */
export const fields = ['time', 'request', 'words', 'description', 'status', 'linework'] as const

export type Field = (typeof fields)[number]

const titleWords = (summary: string): string => {
  const { clientName, description } = parseTitle(summary)
  return `${clientName} - ${description}`
}

const readers: Record<Field, (facts: EventFacts) => string> = {
  time: ({ start, end }) => `${start}/${end}`,
  request: ({ summary }) => String(parseTitle(summary).request),
  words: ({ summary }) => titleWords(summary),
  description: ({ description }) => description.replaceAll('\r', '').trim(),
  status: ({ status }) => status,
  linework: ({ linework }) =>
    JSON.stringify(
      Object.entries(linework)
        .filter(([key]) => key !== STAMP)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
}

export const sameField = (field: Field, a: EventFacts, b: EventFacts): boolean =>
  readers[field](a) === readers[field](b)

export const differing = (a: EventFacts, b: EventFacts): Field[] =>
  fields.filter((field) => !sameField(field, a, b))

/** An event without STATUS says nothing about it: what was agreed still holds. */
export const factsOf = (event: WireEvent, agreedStatus: EventFacts['status']): EventFacts => ({
  start: event.start,
  end: event.end,
  summary: event.summary,
  description: event.description,
  status: event.status ?? agreedStatus,
  linework: event.linework,
})

/** The title to write when the artist's own words are in it: ours only where we changed them. */
export const titleToWrite = (wish: EventFacts, agreed: EventFacts, onServer: string): string => {
  if (!sameField('words', wish, agreed)) return wish.summary
  const rest = onServer.replace(/^\s*REQUEST:\s*/i, '')
  return parseTitle(wish.summary).request ? `REQUEST: ${rest}` : rest
}

/** What the calendar's status and prefix make of an appointment that has `status` now. */
export const statusFromCalendar = (
  status: Status,
  changed: readonly Field[],
  theirs: EventFacts,
): Status => {
  if (changed.includes('status') && theirs.status === 'CANCELLED') return 'CANCELLED'
  const asked = parseTitle(theirs.summary).request
  if (status === 'PENDING') {
    const approved =
      (changed.includes('request') && !asked) ||
      (changed.includes('status') && theirs.status === 'CONFIRMED')
    return approved ? 'CONFIRMED' : status
  }
  return status === 'CONFIRMED' && changed.includes('request') && asked ? 'PENDING' : status
}
