/** How one server writes a multistatus. */
interface Dialect {
  readonly open: string
  readonly close: string
  readonly member: (href: string, etag: string, text: string) => string
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\r', '&#13;')

const dialects: readonly Dialect[] = [
  {
    // sabre/dav, Nextcloud
    open: '<?xml version="1.0"?>\n<d:multistatus xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns" xmlns:cal="urn:ietf:params:xml:ns:caldav" xmlns:cs="http://calendarserver.org/ns/">',
    close: '<d:sync-token>http://sabre.io/ns/sync/81</d:sync-token></d:multistatus>\n',
    member: (href, etag, text) =>
      `<d:response><d:href>${href}</d:href><d:propstat><d:prop><d:getetag>&quot;${etag}&quot;</d:getetag><cal:calendar-data>${escaped(text)}</cal:calendar-data></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`,
  },
  {
    // Radicale
    open: '<?xml version=\'1.0\' encoding=\'utf-8\'?>\n<multistatus xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">',
    close: '<sync-token>http://radicale.org/ns/sync/5f2c</sync-token></multistatus>',
    member: (href, etag, text) =>
      `<response><href>${href}</href><propstat><prop><getetag>"${etag}"</getetag><C:calendar-data>${escaped(text)}</C:calendar-data></prop><status>HTTP/1.1 200 OK</status></propstat></response>`,
  },
  {
    // Xandikos
    open: '<ns0:multistatus xmlns:ns0="DAV:">',
    close: '</ns0:multistatus>',
    member: (href, etag, text) =>
      `<ns0:response><ns0:href>${href}</ns0:href><ns0:propstat><ns0:status>HTTP/1.1 200 OK</ns0:status><ns0:prop><ns0:getetag>"${etag}"</ns0:getetag><ns1:calendar-data xmlns:ns1="urn:ietf:params:xml:ns:caldav"><![CDATA[${text.replaceAll(']]>', '')}]]></ns1:calendar-data></ns0:prop></ns0:propstat></ns0:response>`,
  },
]

const gone = (href: string): string =>
  `<response xmlns="DAV:"><href>${href}</href><status>HTTP/1.1 404 Not Found</status></response>`

/** A whole multistatus of these texts in the `which`th dialect, with a member that is gone. */
export const multistatusOf = (texts: readonly string[], which: number): string => {
  const dialect = dialects[which % dialects.length]
  if (!dialect) throw new Error('There is no dialect')
  const members = texts.map((text, index) =>
    dialect.member(`/cal/M%c3%bcller%20${index}.ics`, `e${index}`, text),
  )
  return [dialect.open, ...members, gone('/cal/gone.ics'), dialect.close].join('')
}

/** Pieces that mean something to XML or to a CalDAV client, wherever they are put. */
export const xmlTokens: readonly string[] = [
  '<![CDATA[',
  ']]>',
  '&#x0;',
  '&#x110000;',
  '&lol;',
  '<!DOCTYPE a [<!ENTITY lol "lol">]>',
  '<?xml version="1.1"?>',
  '<!--',
  '-->',
  '<a>'.repeat(200),
  '</response>',
  '</d:response>',
  '</d:multistatus>',
  '<d:status>HTTP/1.1 999 \n</d:status>',
  '<d:status/>',
  '<d:href>%</d:href>',
  '<d:href>/%ZZ%c3%28/</d:href>',
  '<d:href>http://[::1/</d:href>',
  '<d:href>//other.example/a.ics</d:href>',
  '<d:href>javascript:alert(1)</d:href>',
  '<d:href></d:href>',
  ' xmlns:d=""',
  ' xmlns="urn:x"',
  '\u0000',
  '\uFEFF',
  'x'.repeat(10_000),
]
