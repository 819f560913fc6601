import type { Tables } from '../store/tables.ts'
import type { PrivateText } from './pseudonyms.ts'

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The host of an address and each part of its path that names somebody. */
const partsOf = (url: string): PrivateText[] => {
  const { host, pathname } = new URL(url)
  const common = new Set(['remote.php', 'dav', 'calendars', 'principals', 'users', 'caldav'])
  const segments = pathname.split('/').filter((part) => part !== '' && !common.has(part))
  return [
    { kind: 'host', text: host },
    ...segments.flatMap((part) => [
      { kind: 'path', text: decoded(part) },
      { kind: 'path', text: part },
    ]),
  ]
}

/** Everything in the database that names a person, an event or an account. */
export const privateTexts = (read: Tables): PrivateText[] => {
  const { studioName } = read.settings.get()
  const texts: PrivateText[] = [{ kind: 'studio', text: studioName }]
  const add = (kind: string, ...some: readonly string[]): void => {
    for (const text of some) texts.push({ kind, text })
  }
  for (const { name } of read.artists.all()) add('artist', name)
  for (const { username, label, baseUrl } of read.accounts.all()) {
    add('user', username)
    texts.push(...partsOf(baseUrl))
    add('account', label)
  }
  for (const { name, url } of read.calendars.all()) {
    add('calendar', name)
    texts.push(...partsOf(url))
  }
  for (const client of read.privateWords.clients())
    add('client', client.name, client.email, client.phone, ...parts(client.name))
  for (const title of read.privateWords.titles()) add('title', title)
  for (const words of read.privateWords.descriptions()) add('description', words)
  return texts
}

/** A surname alone is a name as well. */
const parts = (name: string): string[] => name.split(/\s+/).filter((part) => part.length > 2)
