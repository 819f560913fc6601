import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { AppointmentView } from '../../src/domain/views.ts'
import { readObject } from '../../src/main/ical/object.ts'
import { isSame, LENGTH, type BookingState, type Entry, type Ledger } from './ledger.ts'
import type { Listed } from './phone.ts'

/** Is the database whole? Read beside the running program. */
export const checkDatabase = (userData: string): string[] => {
  const database = new Database(join(userData, 'linework.db'), { readonly: true })
  try {
    const quick = String(database.pragma('quick_check', { simple: true }))
    const keys = database.pragma('foreign_key_check')
    return [
      ...(quick === 'ok' ? [] : [`quick_check: ${quick}`]),
      ...(Array.isArray(keys) && keys.length === 0
        ? []
        : [`foreign keys: ${JSON.stringify(keys)}`]),
    ]
  } finally {
    database.close()
  }
}

/**
 * Compares three books after quiet: what was promised, what the program has, what is on the server.
 * Answers what is wrong, and brings the ledger up to what is.
 */
export const compare = (
  ledger: Ledger,
  views: readonly AppointmentView[],
  listed: readonly Listed[],
): string[] => {
  const problems: string[] = []
  const known = new Map(views.map((view) => [view.id, view]))
  const events = eventsByBooking(listed)
  for (const entry of ledger.entries.values()) {
    const view = known.get(entry.id)
    const own = events.get(entry.id) ?? []
    const label = `${entry.clientName} (${entry.id})`
    const found = view ? compareOne(entry, view, own) : compareMissing(entry, own)
    problems.push(...found.map((problem) => `${label}: ${problem}`))
    if (view) {
      entry.promised = stateOf(view)
      entry.unanswered = null
      entry.version = view.version
    } else ledger.entries.delete(entry.id)
  }
  for (const { id } of views)
    if (!ledger.entries.has(id)) problems.push(`a booking nobody made: ${id}`)
  for (const id of events.keys()) if (!known.has(id)) problems.push(`an event of no booking: ${id}`)
  const texts = listed.map(({ text }) => text).join('\n')
  for (const uid of ledger.foreign)
    if (!texts.includes(`UID:${uid}\r`) && !texts.includes(`UID:${uid}\n`))
      problems.push(`${uid} of the artist is gone`)
  return problems
}

const eventsByBooking = (listed: readonly Listed[]): Map<string, Listed[]> => {
  const events = new Map<string, Listed[]>()
  for (const one of listed) {
    const id = /^X-LINEWORK-ID:(.*?)\r?$/m.exec(one.text)?.[1]
    if (id !== undefined) events.set(id, [...(events.get(id) ?? []), one])
  }
  return events
}

const stateOf = ({ artistId, start, description, status }: AppointmentView): BookingState => ({
  artistId,
  start,
  description,
  status: status === 'CANCELLED' || status === 'PENDING' ? status : 'CONFIRMED',
})

const compareMissing = ({ promised }: Entry, own: readonly Listed[]): string[] => [
  ...(promised ? [`an acknowledged booking is lost: ${JSON.stringify(promised)}`] : []),
  ...(own.length > 0 ? [`never booked, and ${own.length} on the server`] : []),
]

const compareOne = (entry: Entry, view: AppointmentView, own: readonly Listed[]): string[] => {
  const state = stateOf(view)
  const problems: string[] = []
  if (!isSame(entry.promised, state) && !isSame(entry.unanswered, state))
    problems.push(`is ${say(state)}, not ${say(entry.promised)} or ${say(entry.unanswered)}`)
  if (entry.raced) {
    if (view.trouble?.kind !== 'overlap') problems.push('double-booked without a word')
    if (own.length > (view.delivery === 'held' ? 0 : 1)) problems.push(`${own.length} events`)
    return problems
  }
  if (view.trouble) problems.push(`needs a person: ${view.trouble.message}`)
  if (view.delivery !== 'sent') problems.push(`is ${view.delivery}`)
  const expected = state.status === 'CANCELLED' ? 0 : 1
  if (own.length !== expected)
    return [...problems, `${own.length} events where ${expected} should be`]
  const [listed] = own
  return listed ? [...problems, ...compareEvent(entry, view, listed)] : problems
}

const compareEvent = (entry: Entry, view: AppointmentView, { href, text }: Listed): string[] => {
  const { event } = readObject(text, { zone: 'UTC', from: 0, to: 0 })
  if (!event) return ['its event cannot be read']
  const title = `${view.status === 'PENDING' ? 'REQUEST: ' : ''}${entry.clientName} - ${view.description}`
  return [
    ...(event.start === view.start && event.end === view.start + LENGTH
      ? []
      : [`the event is at ${event.start}–${event.end}, the booking at ${view.start}`]),
    ...(event.summary === title ? [] : [`the event says “${event.summary}”, not “${title}”`]),
    ...(href === view.calendar?.href ? [] : [`the event is at ${href}`]),
  ]
}

const say = (state: BookingState | null): string => JSON.stringify(state)
