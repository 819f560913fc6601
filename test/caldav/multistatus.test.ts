import { describe, expect, test } from 'vitest'
import { readMultistatus, textOf, type Multistatus } from '../../src/main/caldav/multistatus.ts'
import { XmlProblem } from '../../src/main/caldav/xml.ts'

const base = 'https://cloud.example/cal/'
const limits = { bytes: 10_000, depth: 12 }

const chunks = async function* (text: string, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const read = (text: string, size?: number): Promise<Multistatus> =>
  readMultistatus(chunks(text, size), base, limits)

const problemOf = async (text: string): Promise<string> => {
  try {
    await read(text)
  } catch (error) {
    if (error instanceof XmlProblem) return error.kind
    throw error
  }
  return 'none'
}

const whole = `<?xml version="1.0" encoding="utf-8"?>
<d:multistatus xmlns:d="DAV:" xmlns:cal="urn:ietf:params:xml:ns:caldav" xmlns:x="urn:x">
 <d:response><d:href>/cal/M%c3%bc.ics</d:href>
  <d:propstat><d:prop><d:getetag>&quot;1&quot;</d:getetag>
   <cal:calendar-data><![CDATA[BEGIN:VCALENDAR ü]]>&#13;
END</cal:calendar-data></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat>
  <d:propstat><d:prop><x:colour>red</x:colour><d:owner/></d:prop>
   <d:status>HTTP/1.1 404 Not Found</d:status></d:propstat>
 </d:response>
 <d:response><d:href>/cal/gone.ics</d:href><d:status>HTTP/1.1 404 Not Found</d:status></d:response>
 <d:response><d:href>/cal/a.ics</d:href><d:href>/cal/b.ics</d:href>
  <d:status>HTTP/1.1 412 Precondition Failed</d:status>
  <d:error><cal:no-uid-conflict><d:href>/cal/c.ics</d:href></cal:no-uid-conflict></d:error>
 </d:response>
 <d:sync-token>http://x/sync/7</d:sync-token>
</d:multistatus>`

describe('a multistatus', () => {
  test.each([1, 7, 100_000])('is read in pieces of %i bytes', async (size) => {
    const { members, syncToken } = await read(whole, size)
    expect(syncToken).toBe('http://x/sync/7')
    expect(members.map(({ href, status }) => [href, status])).toEqual([
      ['/cal/M%C3%BC.ics', null],
      ['/cal/gone.ics', 404],
      ['/cal/a.ics', 412],
      ['/cal/b.ics', 412],
    ])
    const [first, , third] = members
    expect(first && textOf(first, 'D:getetag')).toBe('"1"')
    expect(first && textOf(first, 'C:calendar-data')).toBe('BEGIN:VCALENDAR ü\r\nEND')
    expect(first?.properties.has('D:owner')).toBe(false)
    expect(third?.conditions).toContain('no-uid-conflict')
  })

  test('is cut off wherever it ends before its end', async () => {
    const end = whole.lastIndexOf('</d:multistatus>')
    const start = whole.indexOf('<d:response>')
    for (let at = start; at <= end; at += 11)
      expect(await problemOf(whole.slice(0, at))).toBe('truncated')
  })

  test.each([
    ['', 'not-caldav'],
    ['Sign in, please', 'not-caldav'],
    ['<html><body>Sign in</body></html>', 'not-caldav'],
    ['<!DOCTYPE html><html></html>', 'not-caldav'],
    ['<d:error xmlns:d="DAV:"/>', 'not-caldav'],
    ['<multistatus/>', 'not-caldav'],
    ['<!DOCTYPE m [<!ENTITY a "b">]><d:multistatus xmlns:d="DAV:"/>', 'not-caldav'],
    [
      '<d:multistatus xmlns:d="DAV:"><d:response><d:href>&b;</d:href></d:response></d:multistatus>',
      'truncated',
    ],
    ['<d:multistatus xmlns:d="DAV:"><br></d:multistatus>', 'truncated'],
    [`<d:multistatus xmlns:d="DAV:">${'<d:a>'.repeat(50)}`, 'too-large'],
    [`<d:multistatus xmlns:d="DAV:">${' '.repeat(10_001)}`, 'too-large'],
  ])('%s is %s', async (text, kind) => expect(await problemOf(text)).toBe(kind))

  test('survives a control character in an event', async () => {
    const { members } = await read(
      '<d:multistatus xmlns:d="DAV:"><d:response><d:href>/a</d:href><d:propstat><d:prop>' +
        '<d:displayname>a\u0003b&#x0;c</d:displayname></d:prop></d:propstat></d:response></d:multistatus>',
    )
    expect(members[0]?.properties.get('D:displayname')?.text).toMatch(/^a.*b.*c$/s)
  })
})
