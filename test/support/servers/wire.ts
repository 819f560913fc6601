import { child, readXml, type XmlElement } from '../../../src/main/sample/server/xml-read.ts'

const namespaces =
  'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" ' +
  'xmlns:cs="http://calendarserver.org/ns/" xmlns:x="urn:test"'

const document = (root: string, inner: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><${root} ${namespaces}>${inner}</${root}>`

/** Names without a prefix are DAV's. */
const prop = (names: readonly string[]): string =>
  `<d:prop>${names.map((name) => `<${name.includes(':') ? name : `d:${name}`}/>`).join('')}</d:prop>`

const whole = prop(['getetag', 'c:calendar-data'])

export const propfindBody = (...names: readonly string[]): string =>
  document('d:propfind', prop(names))

export const multigetBody = (hrefs: readonly string[]): string =>
  document('c:calendar-multiget', whole + hrefs.map((href) => `<d:href>${href}</d:href>`).join(''))

export const queryBody = (start: string, end: string): string =>
  document(
    'c:calendar-query',
    `${prop(['getetag'])}<c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT">` +
      `<c:time-range start="${start}" end="${end}"/></c:comp-filter></c:comp-filter></c:filter>`,
  )

export const syncBody = (token: string, limit?: number): string =>
  document(
    'd:sync-collection',
    `<d:sync-token>${token}</d:sync-token><d:sync-level>1</d:sync-level>` +
      (limit === undefined ? '' : `<d:limit><d:nresults>${limit}</d:nresults></d:limit>`) +
      prop(['getetag']),
  )

export interface WireRow {
  /** Decoded, without the host. */
  readonly path: string
  readonly status: number
  /** Properties under a status of 200: Clark name → all text inside. */
  readonly found: ReadonlyMap<string, string>
}

export const readRows = (body: string): WireRow[] => {
  const root = readXml(body)
  if (root?.name !== '{DAV:}multistatus') throw new Error(`Not a multistatus:\n${body}`)
  return named(root, 'response').map((response) => {
    const found = new Map<string, string>()
    for (const propstat of named(response, 'propstat'))
      if (statusOf(propstat) === 200)
        for (const element of child(propstat, '{DAV:}prop')?.children ?? [])
          found.set(element.name, allText(element))
    const href = child(response, '{DAV:}href')?.text.trim() ?? ''
    const path = decodeURIComponent(href.replace(/^https?:\/\/[^/]*/, ''))
    return { path, status: statusOf(response) ?? 200, found }
  })
}

/** Path → status, for comparing without regard to the order. */
export const statuses = (body: string): Record<string, number> =>
  Object.fromEntries(readRows(body).map(({ path, status }) => [path, status]))

export const syncToken = (body: string): string =>
  child(readXml(body) ?? undefined, '{DAV:}sync-token')?.text ?? ''

const named = (element: XmlElement, local: string): XmlElement[] =>
  element.children.filter(({ name }) => name === `{DAV:}${local}`)

const statusOf = (element: XmlElement): number | undefined => {
  const line = child(element, '{DAV:}status')?.text
  return line === undefined ? undefined : Number(line.split(' ')[1])
}

const allText = (element: XmlElement): string =>
  element.text + element.children.map(allText).join('')
