import type { UnreadableEvents } from '../../domain/views.ts'
import { titleOf } from '../ical/title.ts'
import type { Tables } from '../store/tables.ts'

/** True where a text lacks its end: more of it may be on the server. */
export const endsMidway = (text: string): boolean => !/END:VCALENDAR\s*$/i.test(text)

/** Why an object is listed that is there and was not had: what is known of it may be old. */
export const notHad = 'It cannot be fetched, or takes too long to read.'

/** More names than a person reads in one go. */
const NAMED = 5

/** The events of a calendar whose time nobody can tell, or not all of it. */
export const unreadableIn = (tables: Tables, calendarId: string): UnreadableEvents => {
  const count = tables.objects.problemCount([calendarId])
  if (count === 0) return { count, names: [] }
  const objects = tables.objects.problems(calendarId).slice(0, NAMED)
  return { count, names: objects.map(({ href, text }) => titleOf(text) ?? fileOf(href)) }
}

const fileOf = (href: string): string => href.split('/').at(-1) ?? href
