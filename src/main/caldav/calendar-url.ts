import { fail, ok, type Result } from '../../domain/failure.ts'
import type { Login } from '../sync/remote.ts'
import { lastSegment, normalCollectionUrl } from './href.ts'
import { sentence, type Sentence } from '../../domain/sentence.ts'

type Where = Pick<Login, 'baseUrl' | 'username' | 'calendarBasePath'>

/** The web address of the installation: a base URL may also be given as far as its DAV path. */
export const installation = (baseUrl: string): string => {
  const { origin, pathname } = new URL(baseUrl)
  return origin + pathname.replace(/\/(index|remote)\.php(\/.*)?$/, '').replace(/\/+$/, '')
}

/** Where the account's calendars should be: installation, calendar path, user. */
export const configuredHome = ({ baseUrl, username, calendarBasePath }: Where): string => {
  const path = calendarBasePath.replaceAll(/^\/+|\/+$/g, '')
  const below = path === '' ? '' : `/${path}`
  return normalCollectionUrl(`${installation(baseUrl)}${below}/${encodeURIComponent(username)}/`)
}

/** A calendar by its id, the last segment of its address. */
export const calendarUrlById = (where: Where, calendarId: string): string =>
  normalCollectionUrl(
    `${encodeURIComponent(calendarId.replaceAll('/', ''))}/`,
    configuredHome(where),
  )

const inField = (message: string | Sentence, remedy: string): Result<string> =>
  fail('invalid-input', message, { field: 'url', remedy })

const copyPrivateLink =
  'In Nextcloud Calendar open the calendar’s edit menu and choose “Copy private link”.'

/**
 * The address of a calendar as pasted: with or without the last slash, with `?export`. Refused, in
 * field `url`, are links to web pages, public links, and calendars on another server.
 */
export const resolveCalendarUrl = (where: Where, pasted: string): Result<string> => {
  const text = pasted.trim()
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    return inField('This is not a link that starts with https://.', copyPrivateLink)
  const url = new URL(text)
  if (/\/apps\/calendar(\/|$)|\/index\.php\//.test(url.pathname))
    return inField('This is the link of a web page, not of the calendar itself.', copyPrivateLink)
  if (/\/public-calendars(\/|$)/.test(url.pathname))
    return inField('This is a public link; bookings cannot be written through it.', copyPrivateLink)
  const { host } = new URL(where.baseUrl)
  if (url.host !== host)
    return inField(
      sentence`This calendar is on ${{ calendar: url.host }}, the account on ${{ host }}.`,
      'Choose the account that belongs to this calendar, or add one for it.',
    )
  const calendar = normalCollectionUrl(url.pathname, where.baseUrl)
  if (/\.ics$/i.test(lastSegment(calendar)))
    return inField('This is the link of one event or file, not of a calendar.', copyPrivateLink)
  if (calendar === configuredHome(where) || url.pathname === '/')
    return inField('This link leads to all calendars, not to one of them.', copyPrivateLink)
  return ok(calendar)
}
