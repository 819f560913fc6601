const encodeSegment = (segment: string): string => {
  try {
    return encodeURIComponent(decodeURIComponent(segment))
  } catch {
    return segment.replaceAll(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase())
  }
}

/**
 * The one normal form in which paths are compared, stored and sent: absolute, each segment percent
 * encoded as `encodeURIComponent` does it, no origin. Servers write `%c3`, `%C3` or the bare letter
 * for the same object (RFC 3986 §6.2.2). Throws TypeError when `href` cannot be read as an address.
 */
export const normalHref = (href: string, base: string): string =>
  isNormal.test(href) ? href : new URL(href, base).pathname.split('/').map(encodeSegment).join('/')

/** Most are; to take an address apart and put it together again is slow for a list of thousands. */
const isNormal = /^(?:\/(?!\.{1,2}(?:\/|$))[\w\-.!~*'()]+)+\/?$/

/** A collection's address in normal form: absolute, with the trailing slash, nothing after it. */
export const normalCollectionUrl = (url: string, base = url): string => {
  const { origin } = new URL(url, base)
  const path = normalHref(url, base)
  return origin + (path.endsWith('/') ? path : `${path}/`)
}

/** Where to send a request for `href`, on the server of `calendarUrl`. */
export const objectUrl = (calendarUrl: string, href: string): string =>
  new URL(calendarUrl).origin + normalHref(href, calendarUrl)

export const isCollectionHref = (href: string): boolean => href.endsWith('/')

/** The last segment as people read it; Nextcloud calls it the calendar's id. */
export const lastSegment = (url: string): string => {
  const segment = new URL(url).pathname.split('/').findLast((part) => part !== '') ?? ''
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** The collection that holds `url`. */
export const parentUrl = (url: string): string => new URL(url.endsWith('/') ? '..' : '.', url).href

/**
 * Whether credentials meant for `from` may go to `to`: the same origin, or the same host once its
 * plain address turns out to be an encrypted one.
 */
export const mayFollow = (from: string, to: string): boolean => {
  const source = new URL(from)
  const target = new URL(to)
  if (source.origin === target.origin) return true
  return (
    source.hostname === target.hostname &&
    source.protocol === 'http:' &&
    target.protocol === 'https:' &&
    source.port === '' &&
    target.port === ''
  )
}
