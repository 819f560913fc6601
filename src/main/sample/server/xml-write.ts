/** Names are in Clark notation, `{namespace}local`, everywhere inside the server. */
export const DAV = 'DAV:'
export const CALDAV = 'urn:ietf:params:xml:ns:caldav'
export const CALENDARSERVER = 'http://calendarserver.org/ns/'
export const APPLE = 'http://apple.com/ns/ical/'

const prefixes = new Map([
  [DAV, 'd'],
  [CALDAV, 'cal'],
  [CALENDARSERVER, 'cs'],
  [APPLE, 'ic'],
  ['http://owncloud.org/ns', 'oc'],
  ['http://sabredav.org/ns', 's'],
])

const declarations = [...prefixes].map(([ns, prefix]) => ` xmlns:${prefix}="${ns}"`).join('')

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A bare CR would reach the reader as LF (XML 1.0 §2.11).
  '\r': '&#13;',
}

/** Text for an element or attribute; characters XML 1.0 cannot carry at all are dropped. */
export const escapeXml = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"\r]/g, (character) => entities[character] ?? '')

/** `inner` is XML already; `{ text }` is escaped here. */
export const tag = (name: string, inner: string | { readonly text: string } = ''): string => {
  const { namespace, local } = splitName(name)
  const prefix = prefixes.get(namespace)
  const open = prefix ? `${prefix}:${local}` : local
  const own = prefix || namespace === '' ? '' : ` xmlns="${escapeXml(namespace)}"`
  const content = typeof inner === 'string' ? inner : escapeXml(inner.text)
  return content === '' ? `<${open}${own}/>` : `<${open}${own}>${content}</${open}>`
}

export const xmlDocument = (root: string, inner: string): string => {
  const { namespace, local } = splitName(root)
  const name = `${prefixes.get(namespace) ?? ''}:${local}`
  return `<?xml version="1.0" encoding="utf-8"?>\n<${name}${declarations}>${inner}</${name}>\n`
}

const splitName = (name: string): { namespace: string; local: string } => {
  const end = name.lastIndexOf('}')
  return { namespace: name.slice(1, Math.max(end, 1)), local: name.slice(end + 1) }
}
