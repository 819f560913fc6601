import type { ParsedOf } from '../../contract/questions.ts'
import { readDateWords } from '../../domain/date-words.ts'
import type { Instant } from '../../domain/interval.ts'
import type { SearchHit } from '../../domain/views.ts'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'

/** A number as it may have been written down: without the prefix that differs from country to country. */
const phoneDigits = (text: string): string | null => {
  if (!/^[\d\s+()/.-]+$/.test(text)) return null
  const digits = text.replaceAll(/\D/g, '').replace(/^0+/, '')
  return digits.length >= 3 ? digits : null
}

/** Looks for people and bookings by the words, numbers and dates they were entered with. */
export const searchUseCases = ({
  store: { read },
  now,
}: {
  readonly store: Store
  readonly now: () => Instant
}) => ({
  /**
   * Artists and clients first, then appointments nearest to now; neither takes more than half of
   * `limit` where the other has more.
   */
  find: ({ text, limit }: ParsedOf<'search.find'>): SearchHit[] => {
    const people = findPeople(read, text, limit)
    const bookings = findAppointments(read, text, now(), limit)
    const half = Math.ceil(limit / 2)
    const room = Math.max(half, limit - bookings.length)
    const first = people.slice(0, room)
    return [...first, ...bookings.slice(0, limit - first.length)]
  },
})

const findPeople = (read: Tables, text: string, limit: number): SearchHit[] => {
  const digits = phoneDigits(text)
  const found = new Map<string, { readonly kind: 'artist' | 'client'; readonly id: string }>()
  // Digits are a number first: its groups, taken as words, are in many others.
  if (digits !== null)
    for (const id of read.search.phones(digits, limit)) found.set(id, { kind: 'client', id })
  for (const hit of read.search.people(text, limit)) if (!found.has(hit.id)) found.set(hit.id, hit)
  return [...found.values()].flatMap(({ kind, id }): SearchHit[] => {
    if (kind === 'artist') {
      const artist = read.artists.get(id)
      if (!artist) return []
      const { name, ink, active } = artist
      return [{ kind, artist: { id, name, ink, active } }]
    }
    const client = read.clients.get(id)
    if (!client) return []
    const { name, email, phone } = client
    return [{ kind, client: { id, name, email, phone } }]
  })
}

/** What the words say, then what is on the day they name: “may” may be a name or a month. */
const findAppointments = (read: Tables, text: string, now: Instant, limit: number): SearchHit[] => {
  const byWords = read.search.appointments(text, [], now, limit)
  const dated = readDateWords(text, now, read.settings.get().zone)
  const byDate = dated ? read.search.appointments(dated.rest, dated.days, now, limit) : []
  return [...new Set([...byWords, ...byDate])].slice(0, limit).flatMap((id): SearchHit[] => {
    const appointment = read.appointments.view(id)
    return appointment ? [{ kind: 'appointment', appointment }] : []
  })
}
